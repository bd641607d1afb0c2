// Places the figures of tables that stand below headings: 表二, 表三, 表四.
import type { FormRow, Remark } from '../model.ts';
import type { Band, HeadedColumn } from './band.ts';
import type { Layout } from './layout.ts';
import { looksLikeFigure } from './layout.ts';
import type { PlacedLine, Stretch } from './lines.ts';
import { placeLines } from './lines.ts';
import { numbersColumns } from './numbering.ts';
import type { Finds, Spot } from './spot.ts';
import { isAside, lineRemarks, remarkAt, repairRemark, unknownLineRemark } from './spot.ts';
import type { TableWords } from './words.ts';

/** The figures below one band of headings. */
export const readBand = (layout: Layout, band: Band): Finds => {
  const stretch = stretchBelow(layout, band);
  const lines = band.words.linesByLabel.size === 0 ? unlabelledLine(stretch, band) : placeLines(stretch);
  const spots = lines.flatMap(line => placeLine(layout, band, line));
  return {
    spots,
    remarks: [
      ...repairedHeadings(layout, band),
      ...lines.flatMap(line => lineRemarks(layout, line)),
      ...orderRemarks(layout, band, spots),
      ...unclaimedRemarks(stretch, band, lines),
    ],
  };
};

const repairedHeadings = (layout: Layout, { words, columns }: Band): readonly Remark[] => {
  const leaves = columns.filter(({ repaired }) => repaired).map(({ cell, head }) => [cell, head] as const);
  const parents = columns.flatMap(({ overhead }) => overhead.map(({ label, head }) => [label, head] as const));
  const misspelt = parents.filter(([{ label }, { id }]) => !isSpelling(label, id, words.parents));
  return [...new Map([...leaves, ...misspelt])].map(([cell, head]) => repairRemark(layout, cell, head.label.text));
};

// Said with more words (行政复议案件情况) is not misspelt.
const isSpelling = (label: string, id: string, parents: TableWords['parents']): boolean =>
  parents.get(label)?.id === id || [...parents].some(([text, head]) => head.id === id && label.includes(text));

const stretchBelow = (layout: Layout, { words, bottom, end, left, columns, beside }: Band): Stretch => {
  const figures = new Set(columns.map(({ column }) => column));
  const last = Math.max(...figures);
  // Below 信息内容 stand labels, below 备注 none.
  const labelled = new Set(
    layout.labels
      .filter(({ row, label }) => row > bottom && row < end && words.linesByLabel.has(label))
      .map(at => at.column),
  );
  const noted = new Set(beside.filter(column => !labelled.has(column)));
  return {
    layout,
    words,
    rows: layout.rows.filter(row => row > bottom && row < end),
    mayLabel: column => column >= left && column < last && !figures.has(column) && !noted.has(column),
  };
};

// 表四 has no label: its figures stand just below the headings, or one row further if that has none; never far below, where
// telephone numbers stand.
const unlabelledLine = (stretch: Stretch, band: Band): readonly PlacedLine[] => {
  const [line] = band.words.lines;
  if (line === undefined) return [];
  const columns = band.columns.map(({ column }) => column);
  const isNumbering = (row: number): boolean => numbersColumns(stretch, row, columns);
  const figuresIn = (row: number): number =>
    columns.filter(column => looksLikeFigure(stretch.layout.cellAt(row, column))).length;
  const asked = (row: number, fewest: number): boolean =>
    row < band.end && !isAside(stretch, row, columns) && !isNumbering(row) && figuresIn(row) >= fewest;
  const hasText = (row: number): boolean =>
    stretch.layout.labelsIn(row).some(({ column }) => stretch.mayLabel(column) || columns.includes(column));
  const above = stretch.rows.find(isNumbering) ?? band.bottom;
  // One number behind a text may be anything, figures below half of the headings are theirs.
  const isFurther = !asked(above + 1, 1) && asked(above + 2, hasText(above + 2) ? columns.length / 2 : 1);
  return [{ row: isFurther ? above + 2 : above + 1, line, cell: null, repaired: false, byOrder: false, older: null }];
};

const placeLine = (layout: Layout, band: Band, placed: PlacedLine): readonly Spot[] => {
  const { row } = placed;
  const isOlder = placed.older !== null;
  const found: Spot[] = [];
  for (const column of band.columns) {
    const at = rowBelow(placed.line.rows, column, band);
    if (at === null) continue;
    const { key, byOrder } = at;
    found.push({ key, byOrder, layout, row, column: column.column, heading: column.cell.text, isOlder });
  }
  return found.length > 0 ? withoutTwins(found) : soleFigure(layout, band, placed);
};

// A heading merged over several columns asks one figure: the filled cell below it, or several if more are filled.
const withoutTwins = (spots: readonly Spot[]): readonly Spot[] => {
  if (new Set(spots.map(({ key }) => key)).size === spots.length) return spots;
  return [...Map.groupBy(spots, ({ key }) => key).values()].flatMap(twins => {
    if (twins.length === 1) return twins;
    const cells = new Map(twins.map(spot => [spot.layout.cellAt(spot.row, spot.column), spot] as const).reverse());
    cells.delete(null);
    return cells.size > 0 ? [...cells.values()].reverse() : twins.slice(0, 1);
  });
};

/** Which figure a line has below a heading: 规章 below 本年废止件数 is `reg_repealed`. */
const rowBelow = (rows: readonly FormRow[], column: HeadedColumn, band: Band): Pick<Spot, 'key' | 'byOrder'> | null => {
  const { keyOf } = band.words;
  if (column.head.kind === 'figure') {
    const [row] = rows;
    return row === undefined ? null : { key: keyOf(row.id, column.head.id), byOrder: false };
  }
  const below = rows.filter(row => row.heads.at(-1) === column.head.id);
  const [only] = below;
  if (only === undefined) return null;
  if (below.length === 1) return { key: keyOf(only.id, 'value'), byOrder: false };
  const [above] = column.above;
  const named = below.find(row => row.heads.at(-2) === above);
  if (named !== undefined) return { key: keyOf(named.id, 'value'), byOrder: false };
  const rest = leftOver(below, column, band);
  return rest === null ? null : { key: keyOf(rest.id, 'value'), byOrder: true };
};

/**
 * Where the heading just above is unknown: by order if none of the like columns is named and all are there; or what those that are
 * named leave under the same outer heading, if that is one.
 */
const leftOver = (below: readonly FormRow[], column: HeadedColumn, band: Band): FormRow | null => {
  const alike = band.columns.filter(other => other.head.id === column.head.id);
  if (alike.every(({ above }) => above.length === 0))
    return alike.length === below.length ? (below[alike.indexOf(column)] ?? null) : null;
  const taken = new Set(alike.flatMap(({ above }) => below.filter(row => row.heads.at(-2) === above[0])));
  const under = below.filter(row => !taken.has(row) && column.above.every(id => row.heads.includes(id)));
  const claimants = alike.filter(({ above }) => !below.some(row => row.heads.at(-2) === above[0]));
  return under.length === 1 && claimants.length === 1 ? (under[0] ?? null) : null;
};

// A block of 表二 that lost its heading row: its only figure beside its label is still certain.
const soleFigure = (layout: Layout, band: Band, placed: PlacedLine): readonly Spot[] => {
  const [row] = placed.line.rows;
  if (row === undefined || placed.line.rows.length > 1 || placed.cell === null || row.heads.length === 0) return [];
  const key = band.words.keyOf(row.id, 'value');
  const found = columnsRightOf(layout, placed.cell.area.right)
    .filter(column => looksLikeFigure(layout.cellAt(placed.row, column)) && !isHeaded(layout, band, placed.row, column))
    .map(column => ({ key, layout, row: placed.row, column, heading: '', byOrder: true, isOlder: false }));
  const figures = withoutTwins(found);
  return figures.length === 1 ? figures : [];
};

// Below 上一年项目数量 stands another figure than the one asked.
const isHeaded = (layout: Layout, { words }: Band, row: number, column: number): boolean => {
  for (let above = row - 1; above >= Math.max(0, row - 3); above -= 1) {
    const label = layout.labelAt(above, column);
    if (label !== null && label.area.left === label.area.right && !words.groups.includes(label.label)) return true;
  }
  return false;
};

const columnsRightOf = (layout: Layout, column: number): readonly number[] =>
  Array.from({ length: Math.max(0, layout.lastColumn - column) }, (_, index) => column + 1 + index);

const orderRemarks = (layout: Layout, band: Band, spots: readonly Spot[]): readonly Remark[] => {
  const first = spots.find(spot => spot.byOrder);
  return first === undefined
    ? []
    : [remarkAt(layout, first, 'placed-by-order', first.heading, band.words.table.title.text)];
};

// Figures below the headings in a row that names nothing of the form: said, never dropped.
const unclaimedRemarks = (stretch: Stretch, band: Band, lines: readonly PlacedLine[]): readonly Remark[] => {
  const claimed = new Set(lines.map(line => line.row));
  const columns = band.columns.map(({ column }) => column);
  return stretch.rows.flatMap(row =>
    claimed.has(row) || numbersColumns(stretch, row, columns) ? [] : unknownLineRemark(stretch, row, columns),
  );
};
