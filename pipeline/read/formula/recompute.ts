// The results of formulas that were saved without one, where they follow for sure from the cells beside them.
import { add, divide, subtract } from '../../decimal.ts';
import type { Area, Decimal } from '../../model.ts';
import { plainDecimal } from '../number.ts';
import type { StoredCell } from '../stored.ts';
import { type Expression, parseFormula } from './parse.ts';

/** Cells looked at for one sheet: SUMs over long columns in long columns would take for ever. */
const BUDGET = 1_000_000;

/** A formula that needs a formula that needs … this many deep stays without result. */
const DEEPEST = 100;

/** The result of each cell whose formula has none, by the cell; '' where it is empty, null where it cannot be told for sure. */
export const recompute = (cells: readonly StoredCell[]): ReadonlyMap<StoredCell, Decimal | '' | null> => {
  const results = new Map<StoredCell, Decimal | '' | null>();
  const pending = cells.filter(cell => cell.content.kind === 'none');
  if (pending.length === 0) return results;
  const columns = byColumn(cells);
  let budget = BUDGET;
  let depth = 0;

  const cellsIn = (area: Area): readonly StoredCell[] => {
    const found: StoredCell[] = [];
    for (let column = area.left; column <= Math.min(area.right, columns.length - 1); column++) {
      const list = columns[column] ?? [];
      for (let i = firstFrom(list, area.top); i < list.length; i++) {
        const cell = list[i];
        if (cell === undefined || cell.row > area.bottom) break;
        found.push(cell);
        if (--budget < 0) return found;
      }
      if (--budget < 0) return found;
    }
    return found;
  };

  const resultOf = (cell: StoredCell): Decimal | '' | null => {
    const known = results.get(cell);
    if (known !== undefined) return known;
    // While it is being computed it has no result, so that a circle ends here.
    results.set(cell, null);
    const tree = depth < DEEPEST ? parseFormula(cell.formula ?? '') : null;
    depth++;
    const result = tree === null ? null : tree.kind === 'sum-of-any' && isEmpty(tree.of) ? '' : evaluate(tree);
    depth--;
    results.set(cell, result);
    return result;
  };

  /** What a SUM takes from a cell: texts and booleans are passed over. */
  const summand = (cell: StoredCell): Decimal | null => {
    const { content } = cell;
    if (content.kind === 'number') return content.decimal;
    if (content.kind === 'none') return resultOf(cell) || (results.get(cell) === '' ? '0' : null);
    return content.kind === 'text' || content.kind === 'boolean' ? '0' : null;
  };

  /** Whether no number stands in the cells: a formula without result counts if it has one. */
  const isEmpty = (of: readonly Expression[]): boolean =>
    of.every(
      one =>
        one.kind === 'area' &&
        cellsIn(one.area).every(
          cell => cell.content.kind !== 'number' && (cell.content.kind !== 'none' || resultOf(cell) === ''),
        ),
    );

  const evaluate = (tree: Expression): Decimal | null => {
    switch (tree.kind) {
      case 'number':
        return tree.decimal;
      case 'area':
        return single(tree.area);
      case 'sum':
      case 'sum-of-any':
        return total(tree.of.flatMap(one => (one.kind === 'area' ? cellsIn(one.area).map(summand) : evaluate(one))));
      case 'add':
        return total(tree.terms.map(({ minus, term }) => negated(minus, evaluate(term))));
      case 'round': {
        const value = evaluate(tree.of);
        return value === null ? null : plainDecimal(divide(value, '1', tree.places));
      }
    }
  };

  /** What `+` takes from a cell: a text is an error there, a boolean 1 or 0, which nobody means. */
  const single = (area: Area): Decimal | null => {
    if (area.top !== area.bottom || area.left !== area.right) return null;
    const [cell] = cellsIn(area);
    if (cell === undefined) return '0';
    const isText = cell.content.kind === 'text' || (cell.content.kind === 'none' && resultOf(cell) === '');
    return isText || cell.content.kind === 'boolean' ? null : summand(cell);
  };

  const total = (terms: readonly (Decimal | null)[]): Decimal | null => {
    const known = terms.filter(term => term !== null);
    return known.length === terms.length && budget >= 0 ? add(known) : null;
  };

  for (const cell of pending) resultOf(cell);
  return results;
};

const negated = (minus: boolean, value: Decimal | null): Decimal | null =>
  minus && value !== null ? subtract('0', value) : value;

const byColumn = (cells: readonly StoredCell[]): readonly (readonly StoredCell[] | undefined)[] => {
  const columns: StoredCell[][] = [];
  for (const cell of cells) {
    columns[cell.column] ??= [];
    columns[cell.column]?.push(cell);
  }
  return columns;
};

const firstFrom = (list: readonly StoredCell[], row: number): number => {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.row ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
};
