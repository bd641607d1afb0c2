// A finding as people read it: whose, of which figure, where it stands, how grave it is, and what it does to the published numbers.
import { itemIndex, itemLabel, itemName } from '../../items.ts';
import type { CellRef, Edition, Finding } from '../../model.ts';
import { SEVERITY_NAMES } from '../../severity-names.ts';
import { type Effect, effectsOf } from './effect.ts';

export interface ToldFinding {
  readonly finding: Finding;
  /** The unit's name, or '' where it is of no unit. */
  readonly unit: string;
  /** The figure, table or text that it is about, or ''. */
  readonly figure: string;
  /** 强制性, 核实性, 提示性. */
  readonly severity: string;
  /** 待处理, 已说明. */
  readonly status: string;
  /** `董志镇.xlsx，工作表“表三”C6`, or ''. */
  readonly place: string;
  /** What to do. */
  readonly advice: string;
  readonly effect: Effect;
}

const STATUSES: Readonly<Record<Finding['status'], string>> = { open: '待处理', explained: '已说明' };

/** All findings of an edition: open ones first, then by their effect on the published numbers, then as the run lists them. */
export const toldFindings = (edition: Edition): readonly ToldFinding[] => {
  const { form, plan, findings } = edition;
  const units = new Map(plan.units.map(({ code, name }) => [code, name] as const));
  const items = itemIndex(form);
  const named = new Map<string, string>([
    ...form.texts.map(({ id, label }) => [id, label.text] as const),
    ...form.tables.map(({ id, title }) => [id, title.text] as const),
  ]);
  const effectOf = effectsOf(edition);
  const told = findings.map((finding): ToldFinding => {
    const { unit, table = '', row = '', column = '', ref } = finding.place;
    const item = items.get(itemName({ table, row, column }));
    return {
      finding,
      unit: unit === null ? '' : (units.get(unit) ?? unit),
      figure: item === undefined ? (named.get(table) ?? '') : itemLabel(item),
      severity: SEVERITY_NAMES[finding.severity],
      status: STATUSES[finding.status],
      place: ref === null ? '' : placeText(ref),
      advice: adviceOf(finding),
      effect: effectOf(finding),
    };
  });
  const rank = ({ finding, effect }: ToldFinding): number => (finding.status === 'open' ? 0 : 100) + effect.rank;
  return told.sort((a, b) => rank(a) - rank(b) || b.effect.share - a.effect.share);
};

// A check that knows the likely value suggests that alone.
const adviceOf = ({ suggestion }: Finding): string =>
  /^-?\d+(?:\.\d+)?$/u.test(suggestion) ? `请核对，可能应为 ${suggestion}` : suggestion;

export const placeText = ({ file, sheet, cell }: CellRef): string => {
  const where = [sheet === '' ? '' : `工作表“${sheet}”`, cell].join('');
  return where === '' ? file : `${file}，${where}`;
};
