// Which files go back to which unit, and with which findings: one case a file.
import { compareText } from '../../compare-text.ts';
import type { Delivery, Edition, Judgement, Unit } from '../../model.ts';
import { type ToldFinding, toldFindings } from '../told/finding.ts';

export interface Case {
  readonly unit: Unit;
  /** From 1; a unit that sent its tables in several files gets several back. */
  readonly nth: number;
  readonly delivery: Delivery;
  /** What the delivery itself answered. */
  readonly answered: readonly string[];
  /** Open ones first; explained ones stay on the list with what was said. */
  readonly findings: readonly ToldFinding[];
}

export const casesOf = (edition: Edition): readonly Case[] => {
  const told = toldFindings(edition);
  const ofUnit = Map.groupBy(told, ({ finding }) => finding.place.unit);
  const filed = Map.groupBy(edition.judgements.filter(standsForItself), ({ unit }) => unit);
  const answered = new Map(edition.returns.map(ret => [ret.unit, ret.revision.answers] as const));
  return edition.plan.units.flatMap(unit =>
    casesOfUnit(unit, filed.get(unit.code) ?? [], answered.get(unit.code) ?? [], ofUnit.get(unit.code) ?? []),
  );
};

/** Whether somebody has to do something about it. */
export const isAsked = ({ finding }: ToldFinding): boolean => finding.status === 'open' && finding.severity !== 'info';

// A file that another replaced is nobody's business any more.
const standsForItself = ({ status }: Judgement): boolean =>
  status === 'accepted' || status === 'conflict' || status === 'rejected';

const casesOfUnit = (
  unit: Unit,
  judgements: readonly Judgement[],
  answered: readonly string[],
  told: readonly ToldFinding[],
): readonly Case[] => {
  const byWeight = judgements.toSorted(
    (a, b) => weight(a) - weight(b) || compareText(a.delivery.path, b.delivery.path),
  );
  const paths = new Set(byWeight.map(({ delivery }) => delivery.path));
  const withFindings = byWeight.map(({ delivery, status }, index) => {
    const here = told.filter(({ finding: { place } }) => {
      const isOfAFile = place.ref !== null && paths.has(place.ref.file);
      return isOfAFile ? place.ref?.file === delivery.path : index === 0;
    });
    return { delivery, answered: status === 'accepted' ? answered : [], findings: here };
  });
  return withFindings
    .filter(({ findings }) => findings.some(isAsked))
    .map((one, index) => ({ unit, nth: index + 1, ...one }));
};

const weight = ({ status }: Judgement): number => (status === 'accepted' ? 0 : status === 'conflict' ? 1 : 2);
