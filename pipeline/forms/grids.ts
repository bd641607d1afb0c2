// Places the figures of tables that stand below headings: 表二, 表三, 表四.
import { itemName } from '../items.ts';
import type { FormRow, Remark } from '../model.ts';
import type { Band, HeadedColumn } from './bands.ts';
import type { Layout } from './layout.ts';
import { looksLikeFigure } from './layout.ts';
import type { PlacedLine, Stretch } from './lines.ts';
import { placeLines } from './lines.ts';
import { numbersColumns } from './numbering.ts';
import type { Finds, Spot } from './spot.ts';
import { isAside, lineRemarks, remarkAt, repairRemark, unknownLineRemark } from './spot.ts';

/** The figures below one band of headings. */
export const readBand = (layout: Layout, band: Band): Finds => {
  const stretch = stretchBelow(layout, band);
  const lines = band.words.linesByLabel.size === 0 ? unlabelledLine(stretch, band) : placeLines(stretch);
  const spots = lines.flatMap(line => placeLine(layout, band, line));
  return {
    spots,
    remarks: [
      ...band.columns
        .filter(column => column.repaired)
        .map(column => repairRemark(layout, column.cell, column.head.label.text)),
      ...lines.flatMap(line => lineRemarks(layout, line)),
      ...orderRemarks(layout, band, spots),
      ...unclaimedRemarks(stretch, band, lines),
    ],
  };
};

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

// 表四 has no label: its figures stand in the first row below the headings that has any, else in the row just below.
const unlabelledLine = (stretch: Stretch, band: Band): readonly PlacedLine[] => {
  const [line] = band.words.lines;
  if (line === undefined) return [];
  const columns = band.columns.map(({ column }) => column);
  const isNumbering = (row: number): boolean => numbersColumns(stretch, row, columns);
  const asked = (row: number): boolean =>
    !isAside(stretch, row, columns) &&
    !isNumbering(row) &&
    columns.some(column => looksLikeFigure(stretch.layout.cellAt(row, column)));
  const row = stretch.rows.find(asked) ?? 1 + (stretch.rows.find(isNumbering) ?? band.bottom);
  return [{ row, line, cell: null, repaired: false, byOrder: false, older: null }];
};

const placeLine = (layout: Layout, band: Band, placed: PlacedLine): readonly Spot[] => {
  const found = band.columns.flatMap(column => {
    const at = rowBelow(placed.line.rows, column, band);
    return at === null ? [] : [{ ...at, layout, row: placed.row, column: column.column, heading: column.cell.text }];
  });
  return found.length > 0 ? withoutTwins(found) : soleFigure(layout, band, placed);
};

// A heading merged over several columns asks one figure: the filled cell below it, or several if more are filled.
const withoutTwins = (spots: readonly Spot[]): readonly Spot[] =>
  [...Map.groupBy(spots, ({ key }) => itemName(key)).values()].flatMap(twins => {
    const cells = new Map(twins.map(spot => [spot.layout.cellAt(spot.row, spot.column), spot] as const).reverse());
    cells.delete(null);
    return cells.size > 0 ? [...cells.values()].reverse() : twins.slice(0, 1);
  });

/** Which figure a line has below a heading: 规章 below 本年废止件数 is `reg_repealed`. */
const rowBelow = (rows: readonly FormRow[], column: HeadedColumn, band: Band): Pick<Spot, 'key' | 'byOrder'> | null => {
  const table = band.words.table.id;
  if (column.head.kind === 'figure') {
    const [row] = rows;
    return row === undefined ? null : { key: { table, row: row.id, column: column.head.id }, byOrder: false };
  }
  const below = rows.filter(row => row.heads.at(-1) === column.head.id);
  const [only] = below;
  if (only === undefined) return null;
  if (below.length === 1) return { key: { table, row: only.id, column: 'value' }, byOrder: false };
  const [above] = column.above;
  const named = below.find(row => row.heads.at(-2) === above);
  if (named !== undefined) return { key: { table, row: named.id, column: 'value' }, byOrder: false };
  const order = band.columns.filter(other => other.head.id === column.head.id).indexOf(column);
  const counted = below[order];
  return counted === undefined ? null : { key: { table, row: counted.id, column: 'value' }, byOrder: true };
};

// A block of 表二 that lost its heading row: its only figure beside its label is still certain.
const soleFigure = (layout: Layout, band: Band, placed: PlacedLine): readonly Spot[] => {
  const [row] = placed.line.rows;
  if (row === undefined || placed.line.rows.length > 1 || placed.cell === null || row.heads.length === 0) return [];
  const key = { table: band.words.table.id, row: row.id, column: 'value' };
  const found = columnsRightOf(layout, placed.cell.area.right)
    .filter(column => looksLikeFigure(layout.cellAt(placed.row, column)))
    .map(column => ({ key, layout, row: placed.row, column, heading: '', byOrder: true }));
  const figures = withoutTwins(found);
  return figures.length === 1 ? figures : [];
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
