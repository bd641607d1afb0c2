// What a rule says of figures → the same as a formula of a spreadsheet.
import type { Decimal } from '../../model.ts';
import type { Amount, Condition, Figure } from '../../rules/syntax.ts';
import { type BlankPlan, farAddress } from './cells.ts';

/** Last year's figures of the unit, by item name. */
export type LastYear = ReadonlyMap<string, Decimal>;

export interface Known {
  readonly plan: BlankPlan;
  readonly lastYear: LastYear;
}

/** Null where the workbook does not know a figure: units below, years before the last, a last year that was not filed. */
export const amountFormula = (node: Amount<Figure>, known: Known): string | null => {
  switch (node.kind) {
    case 'figure':
      return figureFormula(node, known);
    case 'number':
      return node.value;
    case 'span':
      return null;
    case 'negative':
      return filled`(-${amountFormula(node.of, known)})`;
    case 'binary':
      return filled`(${amountFormula(node.left, known)}${node.sign}${amountFormula(node.right, known)})`;
    case 'call': {
      const terms = node.terms.map(term => amountFormula(term, known));
      return terms.includes(null) ? null : `${node.call.toUpperCase()}(${terms.join(',')})`;
    }
  }
};

// A total that is still empty is a text, with which + would be an error; N makes it 0.
const figureFormula = ({ name, from }: Figure, { plan, lastYear }: Known): string | null => {
  if (from.kind === 'before') return from.years === 1 ? (lastYear.get(name) ?? null) : null;
  const cell = plan.cells.get(name);
  return cell === undefined || from.kind !== 'here' ? null : `N(${farAddress(cell)})`;
};

export const conditionFormula = (node: Condition<Figure>, known: Known): string | null => {
  if (node.kind === 'compare')
    return filled`ROUND(${amountFormula(node.left, known)},6)${node.relation}ROUND(${amountFormula(node.right, known)},6)`;
  const parts = node.of.map(part => conditionFormula(part, known));
  return parts.includes(null) ? null : `${node.kind.toUpperCase()}(${parts.join(',')})`;
};

const filled = (texts: TemplateStringsArray, ...parts: readonly (string | null)[]): string | null =>
  parts.includes(null) ? null : String.raw({ raw: texts }, ...parts);
