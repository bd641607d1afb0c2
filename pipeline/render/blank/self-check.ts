// The lines of the self-check of a blank: relations and rules of the form, at each place, as formulas.
import { columnLabel, itemLabel, itemName, rowLabel } from '../../items.ts';
import { plainLabel } from '../../label.ts';
import type { Comparison, Plan, Rule, Severity, Unit } from '../../model.ts';
import { yearOf } from '../../period.ts';
import { type Relation, relationsOf } from '../../relations.ts';
import { compileRules, type Edit, figuresIn } from '../../rules/compile.ts';
import { farAddress } from './cells.ts';
import { amountFormula, conditionFormula, type Known } from './formula.ts';
import { totalsOf } from './totals.ts';

export interface CheckLine {
  readonly what: string;
  readonly severity: Severity;
  readonly left: string;
  readonly relation: Comparison;
  readonly right: string;
  readonly when: string | null;
  readonly tolerance: string;
  /** Cells of this workbook of which at least `fewest` must hold a number before anything is said. */
  readonly cells: readonly string[];
  readonly fewest: number;
}

/** Rules on the sums of all units, on units below and on more than one year back are not for one workbook to judge. */
export const checkLines = (known: Known, plan: Plan, unit: Unit): readonly CheckLine[] => [
  ...relationLines(known),
  ...[...compileRules(known.plan.form).byRule].flatMap(([rule, edits]) =>
    isFor(rule, plan, unit) ? edits.flatMap(edit => ruleLine(edit, known, plan)) : [],
  ),
];

const isFor = ({ on, since, until, units }: Rule, { period, scope }: Plan, { code, group }: Unit): boolean => {
  const year = yearOf(period);
  const isOfReturns = on === 'return' || (on === 'aggregate' && scope === 'aggregate');
  const isForUnit = units.length === 0 || units.includes(code) || units.includes(group);
  return isOfReturns && isForUnit && (since ?? year) <= year && year <= (until ?? year);
};

const ruleLine = (edit: Edit, known: Known, plan: Plan): readonly CheckLine[] => {
  const { rule } = edit;
  const [left, right] = [amountFormula(edit.left, known), amountFormula(edit.right, known)];
  const when = edit.when === null ? null : conditionFormula(edit.when, known);
  if (left === null || right === null || (edit.when !== null && when === null)) return [];
  const here = figuresIn(edit).filter(({ from }) => from.kind === 'here');
  const cells = addresses(
    here.map(({ name }) => name),
    known,
  );
  return [
    {
      what: `${rule.name}${placeText(edit, known)}`,
      severity: rule.severity[plan.phase],
      left,
      relation: rule.relation,
      right,
      when,
      tolerance: rule.tolerance === '' ? '0' : rule.tolerance,
      cells,
      fewest: rule.missing === 'skip' ? cells.length : 1,
    },
  ];
};

const placeText = ({ spot }: Edit, { plan }: Known): string => {
  const table = plan.form.tables.find(({ id }) => id === spot?.table);
  const row = table?.rows.find(({ id }) => id === spot?.row);
  const column = table?.columns.find(({ id }) => id === spot?.column) ?? null;
  const parts = [
    table !== undefined && row !== undefined ? plainLabel(rowLabel({ table, row })) : '',
    columnLabel({ column }),
  ].filter(text => text !== '');
  return parts.length === 0 ? '' : `（${parts.join('·')}）`;
};

const relationLines = (known: Known): readonly CheckLine[] => {
  const totals = totalsOf(known.plan);
  return relationsOf(known.plan.form)
    .filter(relation => !isDone(relation, totals))
    .flatMap(relation => linesOf(relation, known));
};

// The total by row of totals by column adds up by itself.
const isDone = (relation: Relation, totals: ReadonlyMap<string, Relation>): boolean => {
  const total = totals.get(itemName(relation.whole.key));
  if (total === undefined || relation.kind !== 'exhaustive') return false;
  return total.rule === relation.rule || relation.parts.every(part => totals.has(itemName(part.key)));
};

const linesOf = ({ kind, severity, whole, parts }: Relation, known: Known): readonly CheckLine[] => {
  const line = (of: Relation['parts'], what: string): CheckLine => {
    const names = of.map(part => itemName(part.key));
    const [left = '', ...right] = addresses([itemName(whole.key), ...names], known);
    return {
      what,
      severity,
      left: `N(${left})`,
      relation: kind === 'exhaustive' ? '=' : '>=',
      right: `SUM(${right.join(',')})`,
      when: null,
      tolerance: '0',
      cells: [left, ...right],
      fewest: 1,
    };
  };
  if (kind === 'exhaustive') return [line(parts, `“${itemLabel(whole)}”等于各分项之和`)];
  return parts.map(part => line([part], `“${itemLabel(whole)}”不小于其中的“${itemLabel(part)}”`));
};

const addresses = (names: readonly string[], { plan }: Known): readonly string[] => [
  ...new Set(
    names.flatMap(name => {
      const cell = plan.cells.get(name);
      return cell === undefined ? [] : [farAddress(cell)];
    }),
  ),
];
