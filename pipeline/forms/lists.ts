// Places the figures of tables that stand each beside its label: the statistics table of 2014.

import type { LabelCell, Layout } from './layout.ts';
import { looksLikeFigure } from './layout.ts';
import type { PlacedLine, Stretch } from './lines.ts';
import { placeLines } from './lines.ts';
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
export const readList = (layout: Layout, words: TableWords, owns: (cell: LabelCell) => boolean): Finds => {
  const wanted = Math.min(3, Math.ceil(words.lines.length / 3));
  const exact = layout.labels.filter(cell => words.linesByLabel.has(cell.label) && owns(cell));
  if (new Set(exact.map(cell => cell.label)).size < wanted) return { spots: [], remarks: [] };
  const finds = lanesOf(layout, words, exact).map(lane => readLane(layout, words, lane, owns));
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
  const key = { table: words.table.id, row: row.id, column: 'value' };
  return [{ key, layout, row: placed.row, column, heading: '', byOrder: false }];
};

/** Every label goes with the next column of figures to its right. */
const lanesOf = (layout: Layout, words: TableWords, exact: readonly LabelCell[]): readonly Lane[] => {
  const first = Math.min(...exact.map(cell => cell.row));
  const leftmost = Math.min(...exact.map(cell => cell.column));
  const kinds = Array.from({ length: layout.lastColumn + 1 }, (_, column) =>
    column > leftmost ? headingKind(layout, words, first, column) : 'none',
  );
  const headed = kinds.flatMap((kind, column) => (kind === 'figures' ? [column] : []));
  const columns = headed.length > 0 ? headed : fullestColumn(layout, exact, kinds);
  return columns.flatMap((figures, index) => {
    const from = columns[index - 1] ?? -1;
    const labels = exact.filter(cell => cell.column > from && cell.column < figures);
    return labels.length === 0 ? [] : [{ figures, labels }];
  });
};

type HeadingKind = 'figures' | 'beside' | 'none';

// The heading may stand far above: a second table often goes on below the first without one of its own.
const headingKind = (layout: Layout, words: TableWords, first: number, column: number): HeadingKind => {
  for (let row = first; row >= Math.max(0, first - FARTHEST_HEADING); row -= 1) {
    const cell = layout.labelAt(row, column);
    if (cell === null || cell.area.right - cell.area.left > 1) continue;
    if (words.beside.has(cell.label)) return 'beside';
    if (words.leaves.has(cell.label)) return 'figures';
  }
  return 'none';
};

const FARTHEST_HEADING = 120;

const fullestColumn = (
  layout: Layout,
  exact: readonly LabelCell[],
  kinds: readonly HeadingKind[],
): readonly number[] => {
  let best = 0;
  let found: readonly number[] = [];
  for (const [column, kind] of kinds.entries()) {
    if (kind === 'beside') continue;
    const filled = exact.filter(
      cell => cell.area.right < column && looksLikeFigure(layout.cellAt(cell.row, column)),
    ).length;
    if (filled > best) {
      best = filled;
      found = [column];
    }
  }
  return found;
};
