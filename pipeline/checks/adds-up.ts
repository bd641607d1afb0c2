// A whole is the sum of its parts, and no part exceeds its whole: the relations that stand in rows.csv and columns.csv.
import { compare } from '../decimal.ts';
import { itemIndex } from '../items.ts';
import { type Equality, equalityOf } from '../localize/equality.ts';
import { localize, type Repair } from '../localize/localize.ts';
import type { Solver } from '../localize/mip.ts';
import type { Hints } from '../localize/plausible.ts';
import type { Verdict } from '../model.ts';
import { observer } from '../observed.ts';
import type { Relation } from '../relations.ts';
import { relationsOf } from '../relations.ts';
import { equalitiesOf } from '../rules/equalities.ts';
import type { Check } from './check.ts';
import { broken, held, told, unknown } from './check.ts';
import { doubtfulSums } from './doubtful-sums.ts';
import { amountsOf, hintsOf, previousOf } from './hints.ts';
import { partVerdicts } from './of-which.ts';
import { arithmetic, type SumOfParts, sumOfParts } from './sum-of-parts.ts';
import { cellText, placeIn, quoted, unitName } from './wording.ts';
import { type Told, wayText, wrongCell } from './wrong-cell.ts';

export const addsUp: Check = {
  id: 'adds-up',
  title: '总计等于各分项之和',
  run: confronted => {
    const { form, returns, plan, solver = null } = confronted;
    const relations = relationsOf(form);
    const items = itemIndex(form);
    const hints = hintsOf(form);
    const rules = equalitiesOf(form);
    const [observe, doubtful] = [observer(form), doubtfulSums(form)];
    return returns.flatMap(ret => {
      const facing: Told = { ret, name: unitName(plan, ret.unit), answers: observe(ret), items };
      const hintsOn = (): Hints => ({ ...hints, previous: previousOf(ret, confronted) });
      return verdictsOn(relations, facing, { isDoubtful: doubtful(ret).length > 0, rules, hintsOn, solver });
    });
  },
};

/** Whether there may be a wrong cell, and what helps to find it besides the sums themselves. */
interface Aids {
  readonly isDoubtful: boolean;
  /** What rules say must be 0: 新收＋上年结转＝办理＋结转下年 says as much of a wrong cell as its sums do. */
  readonly rules: readonly Equality[];
  /** Of this return. */
  readonly hintsOn: () => Hints;
  readonly solver: Solver | null;
}

const verdictsOn = (relations: readonly Relation[], facing: Told, aids: Aids): readonly Verdict[] => {
  const ofSums = aids.isDoubtful ? sumVerdicts(relations, facing, aids) : null;
  return relations.flatMap(relation =>
    relation.kind === 'of_which' ? partVerdicts(relation, facing) : (ofSums?.get(relation) ?? held(relation.rule)),
  );
};

/** Verdicts on the sums that do not hold, or of which nobody can say. */
const sumVerdicts = (relations: readonly Relation[], facing: Told, aids: Aids): ReadonlyMap<Relation, Verdict> => {
  const sums = relations
    .filter(({ kind }) => kind === 'exhaustive')
    .map(relation => ({ relation, sum: sumOfParts(relation, facing.answers) }));
  const known = sums.flatMap(({ sum }) => sum ?? []);
  const unsaid = sums.filter(({ sum }) => sum === null);
  return new Map([
    ...unsaid.map(({ relation }) => [relation, unknown(relation.rule)] as const),
    ...brokenVerdicts(known, facing, aids),
  ]);
};

/** One finding a cause, under the first of its relations; the others are told by it. */
const brokenVerdicts = (
  sums: readonly SumOfParts[],
  facing: Told,
  { rules, hintsOn, solver }: Aids,
): ReadonlyMap<Relation, Verdict> => {
  if (sums.every(isHeld)) return new Map();
  const ofEquality = new Map<Equality, SumOfParts>(sums.map(sum => [equalityOf(sum.relation), sum]));
  const verdicts = new Map<Relation, Verdict>();
  const amounts = amountsOf(sums);
  const also = rules.filter(({ terms }) => terms.every(({ name }) => amounts.has(name)));
  for (const cause of localize([...ofEquality.keys(), ...also], amounts, hintsOn(), solver)) {
    const within = new Set(cause.broken.map(equality => ofEquality.get(equality)));
    const failed = sums.filter(sum => within.has(sum));
    const rule = failed[0]?.relation.rule ?? '';
    const [best] = cause.sets;
    const [cell] = best?.cells ?? [];
    if (best === undefined || cell === undefined || best.cells.length > TELLABLE)
      for (const sum of failed)
        verdicts.set(sum.relation, sumVerdict(sum, cause.isAll ? null : (best ?? null), facing));
    else
      for (const [nth, { relation }] of failed.entries())
        verdicts.set(
          relation,
          nth === 0 ? broken(rule, wrongCell(best, cell, cause, failed, facing)) : told(relation.rule, rule),
        );
  }
  return verdicts;
};

/** More cells than this in one sentence are no help. */
const TELLABLE = 3;

const isHeld = ({ difference }: SumOfParts): boolean => compare(difference, '0') === 0;

/** Where too many cells would have to change, each sum is told for itself, with what of one way to repair all touches it. */
const sumVerdict = (sum: SumOfParts, best: Repair | null, told: Told): Verdict => {
  const { ret, name, answers } = told;
  const { relation, whole, due, difference } = sum;
  const ref = answers[relation.whole.place]?.ref ?? null;
  return broken(relation.rule, {
    severity: relation.severity,
    place: placeIn(ret, relation.whole.key, ref),
    stated: whole,
    due,
    difference,
    message: `“${name}”${cellText(ref)}，${quoted(relation.whole)}填报 ${whole}，${arithmetic(sum)}。${best === null ? '' : wayText(sum, best, told)}请核对总计与各分项。`,
  });
};
