// Finds the heading rows of a table on a sheet and which column answers which heading.

import { nearest } from '../label.ts';
import type { FormColumn } from '../model.ts';
import type { LabelCell, Layout } from './layout.ts';
import { isFigure } from './layout.ts';
import { withReach } from './reach.ts';
import type { TableWords } from './words.ts';

/** A column of a sheet below a heading of the form. `above` are the headings over it, nearest first, as ids. */
export interface HeadedColumn {
  readonly column: number;
  readonly head: FormColumn;
  readonly above: readonly string[];
  /** True where the nearest heading over it is another table's. */
  readonly isForeign: boolean;
  readonly cell: LabelCell;
  /** True where one or two characters had to be forgiven. */
  readonly repaired: boolean;
}

/** Adjacent heading rows of one table. */
export interface Headings {
  readonly words: TableWords;
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly HeadedColumn[];
  /** Columns in the same rows whose headings are known but not asked (上年数, 备注). */
  readonly beside: readonly number[];
}

/** Headings and how far they reach: figures stand below `bottom`, up to and without `end`, labels from `left` on. */
export interface Band extends Headings {
  readonly end: number;
  readonly left: number;
}

interface Hit {
  readonly cell: LabelCell;
  readonly row: number;
  readonly label: string;
}

/** All bands of all tables on a sheet. */
export const findBands = (layout: Layout, tables: readonly TableWords[]): readonly Band[] =>
  withReach(
    layout,
    tables.filter(words => words.kind === 'grid').flatMap(words => headingsOf(layout, words)),
  );

/** What stands at a position read with the cell above it: 商业 over 企业 is one heading in two rows. */
const labelsAt = (layout: Layout, row: number, column: number): readonly string[] => {
  const own = layout.labelAt(row, column);
  if (own === null) return [];
  const above = layout.labelAt(own.area.top - 1, column);
  return above === null || above.area.right !== own.area.right ? [own.label] : [own.label, above.label + own.label];
};

const headingsOf = (layout: Layout, words: TableWords): readonly Headings[] => {
  const hits = layout.labels.flatMap(cell => hit(layout, words, cell));
  const groups: Hit[][] = [];
  for (const found of hits.sort((a, b) => a.row - b.row)) {
    const last = groups.at(-1);
    if (last !== undefined && continues(layout, last, found.row)) last.push(found);
    else groups.push([found]);
  }
  return groups.filter(group => isTelling(group, words)).map(group => headingsFrom(layout, words, group));
};

// Headings may leave a row out, if no figure stands in it.
const continues = (layout: Layout, group: readonly Hit[], row: number): boolean => {
  const last = Math.max(...group.map(found => found.row));
  const isFree = ({ cell }: Hit): boolean => {
    const between = layout.cellAt(last + 1, cell.column);
    return between === null || !isFigure(between);
  };
  return row <= last + 1 || (row === last + 2 && group.every(isFree));
};

const hit = (layout: Layout, words: TableWords, cell: LabelCell): readonly Hit[] => {
  const label = labelsAt(layout, cell.row, cell.column).find(candidate => words.leaves.has(candidate));
  return label === undefined ? [] : [{ cell, row: cell.area.bottom, label }];
};

// One telling heading proves a block of 表二; a table of seven columns needs three, lest one word make a table.
const isTelling = (group: readonly Hit[], words: TableWords): boolean => {
  const told = (labels: Iterable<string>): number =>
    new Set([...labels].flatMap(label => (words.telling.has(label) ? (words.leaves.get(label)?.id ?? []) : []))).size;
  const most = words.table.columns.some(column => column.kind === 'figure') ? 3 : 1;
  return told(group.map(found => found.label)) >= Math.min(most, Math.ceil(told(words.telling) / 2));
};

const headingsFrom = (layout: Layout, words: TableWords, group: readonly Hit[]): Headings => {
  const top = Math.min(...group.map(found => found.cell.row));
  const bottom = Math.max(...group.map(found => found.row));
  const columns: HeadedColumn[] = [];
  const unknown: LabelCell[] = [];
  const beside: number[] = [];
  for (let column = 0; column <= layout.lastColumn; column += 1) {
    const answer = headOf(layout, words, top, bottom, column);
    if (answer === 'beside') beside.push(column);
    else if (answer.head !== null)
      columns.push({
        column,
        head: answer.head,
        ...headsAbove(layout, words, answer.cell),
        cell: answer.cell,
        repaired: false,
      });
    else if (answer.cell !== null) unknown.push(answer.cell);
  }
  columns.push(...repairedColumns(layout, words, columns, unknown));
  columns.sort((a, b) => a.column - b.column);
  const own = withoutNeighbours(words, columns);
  return { words, top, bottom: lastRowOf(own), columns: own, beside };
};

// The headings of a table beside this one may end lower.
const lastRowOf = (columns: readonly HeadedColumn[]): number =>
  Math.max(...columns.map(({ cell }) => cell.area.bottom));

/** Without the columns of another table whose headings stand in the same rows: 总计 is a word of 表三 and of 表四. */
const withoutNeighbours = (words: TableWords, columns: readonly HeadedColumn[]): readonly HeadedColumn[] => {
  const named = columns.filter(column => column.above.length > 0);
  if (words.table.rows.some(row => row.heads.length > 1)) return named.length > 0 ? named : columns;
  const sure = columns.filter(column => words.telling.has(column.cell.label)).map(column => column.column);
  const away = ({ column, isForeign }: HeadedColumn): number =>
    (isForeign ? FAR : 0) + Math.min(...sure.map(other => Math.abs(other - column)));
  return columns.filter(column => {
    const twins = columns.filter(other => other.head === column.head && other.cell !== column.cell);
    return column.head.kind !== 'figure' || twins.every(twin => away(column) <= away(twin));
  });
};

// More than any sheet is wide.
const FAR = 1_000;

type HeadAnswer =
  | 'beside'
  | { readonly head: FormColumn; readonly cell: LabelCell }
  | { readonly head: null; readonly cell: LabelCell | null };

// The lowest heading decides: 总计 over 本年数 and 上年数 asks only for the first.
const headOf = (layout: Layout, words: TableWords, top: number, bottom: number, column: number): HeadAnswer => {
  let unknown: LabelCell | null = null;
  for (let row = bottom; row >= top; row -= 1) {
    const cell = layout.labelAt(row, column);
    if (cell === null) continue;
    for (const label of labelsAt(layout, row, column)) {
      const head = words.leaves.get(label);
      if (head !== undefined) return { head, cell };
      if (words.beside.has(label)) return 'beside';
    }
    unknown ??= cell;
  }
  return { head: null, cell: unknown };
};

// Headings over a heading: by merge, or else the nearest to the left in each row above, but none beyond another table's.
const headsAbove = (layout: Layout, words: TableWords, cell: LabelCell): Pick<HeadedColumn, 'above' | 'isForeign'> => {
  const found: string[] = [];
  let isForeign: boolean | null = null;
  let left = 0;
  for (let row = cell.area.top - 1; row >= Math.max(0, cell.area.top - 4); row -= 1) {
    for (let column = cell.column; column >= left; column -= 1) {
      const above = layout.labelAt(row, column);
      if (above === null) continue;
      isForeign ??= words.foreign.has(above.label);
      if (words.foreign.has(above.label)) left = above.area.right + 1;
      const head = words.heads.get(above.label);
      if (head !== undefined && !found.includes(head.id)) found.push(head.id);
      break;
    }
  }
  return { above: found, isForeign: isForeign ?? false };
};

const repairedColumns = (
  layout: Layout,
  words: TableWords,
  known: readonly HeadedColumn[],
  unknown: readonly LabelCell[],
): readonly HeadedColumn[] => {
  // A heading of figures stands once; 结果维持 stands three times in 表四.
  const taken = new Set(known.filter(column => column.head.kind === 'figure').map(column => column.head.id));
  const open = [...words.leaves].filter(([, head]) => !taken.has(head.id));
  return unknown.flatMap(cell => {
    const candidates = new Set(nearest(cell.label, open));
    const [head] = candidates;
    if (head === undefined || candidates.size > 1) return [];
    return [{ column: cell.column, head, ...headsAbove(layout, words, cell), cell, repaired: true }];
  });
};
