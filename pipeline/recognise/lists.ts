// Places the figures of tables that stand each beside its label: the statistics table of 2014.

import type { LabelCell, Layout, Position } from './layout.ts';
import { looksLikeFigure } from './layout.ts';
import type { PlacedLine, Stretch } from './lines.ts';
import { placeLines } from './lines.ts';
import { isOtherTime, isThisTime } from './other-time.ts';
import type { Finds, Spot } from './spot.ts';
import { lineRemarks, unknownLineRemark } from './spot.ts';
import type { TableWords } from './words.ts';

/** A column of figures and the columns whose labels it answers: two halves of a table may stand side by side. */
interface Lane {
  readonly figures: number;
  readonly labels: readonly LabelCell[];
}

/**
 * The figures of one list table on a sheet; none where fewer labels than a third of its lines (three at most) stand there.
 * `owns`: whether a label that more than one table knows is this one's.
 */
export const readList = (
  layout: Layout,
  words: TableWords,
  owns: (cell: LabelCell) => boolean,
  year: number,
): Finds => {
  const wanted = Math.min(3, Math.ceil(words.lines.length / 3));
  const exact = layout.labels.filter(cell => words.linesByLabel.has(cell.label) && owns(cell));
  if (new Set(exact.map(cell => cell.label)).size < wanted) return { spots: [], remarks: [] };
  const finds = lanesOf(layout, words, exact, year).map(lane => readLane(layout, words, lane, owns));
  return { spots: finds.flatMap(found => found.spots), remarks: finds.flatMap(found => found.remarks) };
};

const readLane = (layout: Layout, words: TableWords, lane: Lane, owns: (cell: LabelCell) => boolean): Finds => {
  const stretch = { ...stretchOf(layout, words, lane), owns };
  const lines = placeLines(stretch);
  const claimed = lines.map(line => line.row);
  const within = (row: number): boolean =>
    row > Math.min(...claimed) && row < Math.max(...claimed) && !claimed.includes(row);
  return {
    spots: lines.flatMap(line => placeLine(layout, words, lane.figures, line)),
    remarks: [
      ...lines.flatMap(line => lineRemarks(layout, line)),
      ...stretch.rows.filter(within).flatMap(row => unknownLineRemark(stretch, row, [lane.figures])),
    ],
  };
};

// Labels are looked for only in columns and between rows where exact ones stand: prose elsewhere is left in peace.
const stretchOf = (layout: Layout, words: TableWords, { labels }: Lane): Stretch => {
  const columns = new Set(labels.map(cell => cell.column));
  const top = Math.min(...labels.map(cell => cell.row)) - 3;
  const bottom = Math.max(...labels.map(cell => cell.row)) + 3;
  return {
    layout,
    words,
    rows: layout.rows.filter(row => row >= top && row <= bottom),
    mayLabel: column => columns.has(column),
  };
};

const placeLine = (layout: Layout, words: TableWords, column: number, placed: PlacedLine): readonly Spot[] => {
  const [row] = placed.line.rows;
  if (row === undefined) return [];
  const key = words.keyOf(row.id, 'value');
  return [{ key, layout, row: placed.row, column, heading: '', byOrder: false, isOlder: placed.older !== null }];
};

/**
 * Every label goes with the next column of figures to its right. Where no heading decides between two full columns, both are
 * taken: what they agree on is sure, and what they do not is unreadable.
 */
const lanesOf = (layout: Layout, words: TableWords, exact: readonly LabelCell[], year: number): readonly Lane[] => {
  const first = Math.min(...exact.map(cell => cell.row));
  const leftmost = Math.min(...exact.map(cell => cell.column));
  const kinds = Array.from({ length: layout.lastColumn + 1 }, (_, column) =>
    column > leftmost ? headingKind(layout, words, { row: first, column }, year) : 'none',
  );
  const headed = seenFirst(
    layout,
    kinds.flatMap((kind, column) => (kind === 'figures' ? [column] : [])),
  );
  if (headed.length === 0) return fullestColumns(layout, exact, kinds).map(figures => ({ figures, labels: exact }));
  // Of columns with no label between them the first with a figure: a heading far above may be another table's.
  const runs = [...Map.groupBy(headed, column => exact.filter(cell => cell.column < column).length).values()];
  return runs.flatMap((columns, index) => {
    const from = runs[index - 1]?.at(-1) ?? -1;
    const [nearest = 0] = columns;
    const labels = exact.filter(cell => cell.column > from && cell.column < nearest);
    const figures = columns.find(column => labels.some(cell => hasFigure(layout, cell, column))) ?? nearest;
    return labels.length === 0 ? [] : [{ figures, labels }];
  });
};

const hasFigure = (layout: Layout, cell: LabelCell, column: number): boolean =>
  looksLikeFigure(layout.cellAt(cell.row, column));

// A hidden column counts only where none that is seen has such a heading.
const seenFirst = (layout: Layout, columns: readonly number[]): readonly number[] => {
  const hidden = new Set(layout.turned ? layout.sheet.hiddenRows : layout.sheet.hiddenColumns);
  const seen = columns.filter(column => !hidden.has(column));
  return seen.length > 0 ? seen : columns;
};

type HeadingKind = 'figures' | 'beside' | 'none';

// The heading may stand far above: a second table often goes on below the first without one of its own.
const headingKind = (layout: Layout, words: TableWords, below: Position, year: number): HeadingKind => {
  const { row: first, column } = below;
  for (let row = first; row >= Math.max(0, first - FARTHEST_HEADING); row -= 1) {
    const label = headingAt(layout, row, column) ?? (row < first ? yearAt(layout, words, { row, column }) : null);
    if (label === null) continue;
    if (words.beside.has(label) || isOtherTime(label, year)) return 'beside';
    if (words.leaves.has(label) || isThisTime(label, year)) return 'figures';
  }
  return 'none';
};

const FARTHEST_HEADING = 120;

const headingAt = (layout: Layout, row: number, column: number): string | null => {
  const cell = layout.labelAt(row, column);
  return cell === null || cell.area.right - cell.area.left > 1 ? null : cell.label;
};

// A year may be typed as a number, in a row of headings above the lines: elsewhere 2016 is a figure.
const yearAt = (layout: Layout, words: TableWords, { row, column }: Position): string | null => {
  const shown = layout.cellAt(row, column)?.shown.trim() ?? '';
  const isHeadings = layout.labelsIn(row).some(({ label }) => words.beside.has(label));
  return isHeadings && /^20\d\d$/u.test(shown) ? shown : null;
};

const fullestColumns = (
  layout: Layout,
  exact: readonly LabelCell[],
  kinds: readonly HeadingKind[],
): readonly number[] => {
  const filled = (column: number): number =>
    exact.filter(cell => cell.area.right < column && hasFigure(layout, cell, column)).length;
  const counted = kinds.flatMap((kind, column) => (kind === 'beside' ? [] : [{ column, count: filled(column) }]));
  const most = Math.max(0, ...counted.map(({ count }) => count));
  const full = counted.filter(({ count }) => count > 0 && count >= most * NEARLY_FULL).map(({ column }) => column);
  return seenFirst(layout, full);
};

const NEARLY_FULL = 0.8;
