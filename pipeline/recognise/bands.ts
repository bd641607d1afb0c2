// Finds the heading rows of a table on a sheet and which column answers which heading.

import { nearest } from '../label.ts';
import type { FormColumn } from '../model.ts';
import { onceOf } from '../once-of.ts';
import type { Band, HeadedColumn, Headings } from './band.ts';
import type { LabelCell, Layout } from './layout.ts';
import { isFigure } from './layout.ts';
import { isOtherTime } from './other-time.ts';
import { headsAbove } from './overhead.ts';
import { withReach } from './reach.ts';
import type { TableWords } from './words.ts';

interface Hit {
  readonly cell: LabelCell;
  readonly row: number;
  readonly label: string;
}

/** All bands of all tables on a sheet; headings of another year than `year` are not asked. */
export const findBands = (layout: Layout, tables: readonly TableWords[], year: number): readonly Band[] =>
  withReach(
    layout,
    tables.filter(words => words.kind === 'grid').flatMap(words => headingsOf(layout, words, year)),
  );

/** What stands at a position read with the cell above it: 商业 over 企业 is one heading in two rows. */
const withAbove = (layout: Layout, own: LabelCell, column: number): string | null => {
  const above = layout.labelAt(own.area.top - 1, column);
  return above === null || above.area.right !== own.area.right ? null : above.label + own.label;
};

const leafAt = (layout: Layout, { leaves, endings }: TableWords, cell: LabelCell): string | null => {
  const own = layout.labelAt(cell.row, cell.column);
  if (own === null) return null;
  if (leaves.has(own.label)) return own.label;
  const both = endings.has(own.label) ? withAbove(layout, own, cell.column) : null;
  return both !== null && leaves.has(both) ? both : null;
};

const headingsOf = (layout: Layout, words: TableWords, year: number): readonly Headings[] => {
  const hits = layout.labels.flatMap(cell => hit(layout, words, cell));
  const groups: Hit[][] = [];
  for (const found of hits.sort((a, b) => a.row - b.row)) {
    const last = groups.at(-1);
    if (last !== undefined && continues(layout, last, found.row)) last.push(found);
    else groups.push([found]);
  }
  const telling = groups.filter(group => isTelling(layout, group, words)).slice(0, MOST_BANDS);
  return telling.map(group => headingsFrom(layout, words, group, year));
};

// 表二 has four; a sheet made to cost time has thousands.
const MOST_BANDS = 200;

// Headings may leave a row out, if no figure stands in it. Hits come by row.
const continues = (layout: Layout, group: readonly Hit[], row: number): boolean => {
  const last = group.at(-1)?.row ?? row;
  const isFree = ({ cell }: Hit): boolean => {
    const between = layout.cellAt(last + 1, cell.column);
    return between === null || !isFigure(between);
  };
  return row <= last + 1 || (row === last + 2 && group.every(isFree));
};

const hit = (layout: Layout, words: TableWords, cell: LabelCell): readonly Hit[] => {
  const label = leafAt(layout, words, cell);
  if (label === null || (!words.telling.has(label) && namesLine(layout, words, cell))) return [];
  return [{ cell, row: cell.area.bottom, label }];
};

// （七）总计 with its figures beside it is a line, not a heading, be it just below the headings.
const namesLine = (layout: Layout, { leaves }: TableWords, cell: LabelCell): boolean => {
  if (layout.labelsIn(cell.row).some(other => other !== cell && leaves.has(other.label))) return false;
  for (let column = cell.area.right + 1; column <= cell.area.right + 3; column += 1) {
    const beside = layout.cellAt(cell.row, column);
    if (beside !== null) return isFigure(beside);
  }
  return false;
};

// One telling heading proves a block of 表二; a table of seven columns needs three, 表四 two, lest one word make a table. Beside
// one that is written right, others may be written nearly so.
const isTelling = (layout: Layout, group: readonly Hit[], words: TableWords): boolean => {
  const sure = toldBy(
    words,
    group.map(({ label }) => label),
  );
  if (sure.size === 0) return false;
  const wanted = fewestTelling(words);
  if (sure.size >= wanted) return true;
  const rows = new Set(group.flatMap(({ cell, row }) => [cell.row, row]));
  const open = [...words.leaves].filter(([label, { id }]) => words.telling.has(label) && !sure.has(id));
  const near = layout.labels.filter(({ row }) => rows.has(row)).flatMap(({ label }) => nearest(label, open));
  return sure.size + new Set(near.map(({ id }) => id)).size >= wanted;
};

/** Which headings those of the labels that prove the table stand for, by id. */
const toldBy = ({ telling, leaves }: TableWords, labels: Iterable<string>): ReadonlySet<string> => {
  const ids = new Set<string>();
  for (const label of labels) if (telling.has(label)) ids.add(leaves.get(label)?.id ?? '');
  return ids;
};

const fewestTelling = onceOf((words: TableWords): number => {
  const all = Math.ceil(toldBy(words, words.telling).size / 2);
  if (words.table.columns.some(({ kind }) => kind === 'figure')) return Math.min(3, all);
  return Math.min(words.parents.size > 0 ? 2 : 1, all);
});

const headingsFrom = (layout: Layout, words: TableWords, group: readonly Hit[], year: number): Headings => {
  const top = Math.min(...group.map(found => found.cell.row));
  const bottom = Math.max(...group.map(found => found.row));
  const columns: HeadedColumn[] = [];
  const unknown: LabelCell[] = [];
  const beside: number[] = [];
  for (let column = 0; column <= layout.lastColumn; column += 1) {
    const answer = headOf(layout, words, { top, bottom, column, year });
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
const headOf = (
  layout: Layout,
  words: TableWords,
  { top, bottom, column, year }: { top: number; bottom: number; column: number; year: number },
): HeadAnswer => {
  let unknown: LabelCell | null = null;
  for (let row = bottom; row >= top; row -= 1) {
    const cell = layout.labelAt(row, column);
    if (cell === null) continue;
    for (const label of [cell.label, withAbove(layout, cell, column)]) {
      if (label === null) continue;
      const head = words.leaves.get(label);
      if (head !== undefined) return { head, cell };
      if (words.beside.has(label) || isOtherTime(label, year)) return 'beside';
    }
    unknown ??= cell;
  }
  return { head: null, cell: unknown };
};

const repairedColumns = (
  layout: Layout,
  words: TableWords,
  known: readonly HeadedColumn[],
  unknown: readonly LabelCell[],
): readonly HeadedColumn[] => {
  if (unknown.length === 0) return [];
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
