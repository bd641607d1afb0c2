// The findings that a unit explained, for the appendix of a report.
import { itemLabel, itemName, itemsOf } from '../../items.ts';
import type { Edition } from '../../model.ts';
import { printable } from './escape.ts';

export interface ExplainedFinding {
  /** Its name, or '' where the finding is of no unit. */
  readonly unit: string;
  /** The figure, or the table or text, or ''. */
  readonly figure: string;
  readonly what: string;
  readonly explanation: string;
}

export const explainedOf = ({ form, plan, findings }: Edition): readonly ExplainedFinding[] => {
  const units = new Map(plan.units.map(({ code, name }) => [code, name] as const));
  const tables = form.tables.map(({ id, title }) => [id, title.text] as const);
  const texts = form.texts.map(({ id, label }) => [id, label.text] as const);
  const figures = new Map([
    ...texts,
    ...tables,
    ...itemsOf(form).map(item => [itemName(item.key), itemLabel(item)] as const),
  ]);
  return findings
    .filter(({ status }) => status === 'explained')
    .map(({ place: { unit, table = '', row = '', column = '' }, message, explanation }) => ({
      unit: printable(units.get(unit ?? '') ?? unit ?? ''),
      figure: printable(figures.get(itemName({ table, row, column })) ?? figures.get(table) ?? ''),
      what: printable(message),
      explanation: printable(explanation),
    }));
};
