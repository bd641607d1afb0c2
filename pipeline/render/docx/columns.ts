// How wide the columns of a table are, in twips; together they are as wide as the text.
import type { TableBlock, TableCell } from '../report/blocks.ts';
import { TEXT_WIDTH } from './measures.ts';

export const columnWidths = (table: TableBlock): readonly number[] => {
  const count = Math.max(
    ...[...table.head, ...table.body].map(row => row.reduce((sum, cell) => sum + cell.colspan, 0)),
  );
  return shared(weightsOf(table, count));
};

/** Parts of the text's width by weight; what rounding leaves goes to the first. */
const shared = (weights: readonly number[]): readonly number[] => {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const widths = weights.map(weight => Math.floor((TEXT_WIDTH * weight) / all));
  const left = TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, i) => (i === 0 ? width + left : width));
};

const weightsOf = (table: TableBlock, count: number): readonly number[] => {
  const even = Array.from({ length: count }, () => 1);
  switch (table.role) {
    case 'list':
      return [72, 8, 20].slice(0, count);
    case 'explained':
      return [16, 16, 40, 28].slice(0, count);
    case 'grid':
      return gridWeights(placed(table.body), even);
    default:
      return even;
  }
};

// Figures share what the labels leave; a column of nothing but labels that reach down over several rows is narrow.
const gridWeights = (cells: readonly Placed[], even: readonly number[]): readonly number[] => {
  const first = Math.min(...cells.filter(({ cell }) => cell.heads === null).map(({ column }) => column));
  const isNarrow = (column: number): boolean =>
    cells.every(one => one.column !== column || one.cell.colspan > 1 || one.cell.rowspan > 1);
  const narrow = even.slice(0, first).filter((_, column) => isNarrow(column)).length;
  const wide = (100 - FIGURE * (even.length - first) - NARROW * narrow) / Math.max(1, first - narrow);
  return even.map((_, column) => (column >= first ? FIGURE : isNarrow(column) ? NARROW : wide));
};

/** In hundredths of the text's width: six digits of 小五, and three characters of it. */
const FIGURE = 7.4;
const NARROW = 7.4;

interface Placed {
  readonly cell: TableCell;
  readonly column: number;
}

/** The cells of rows with the column in which each begins, under those that reach down from above. */
const placed = (rows: TableBlock['body']): readonly Placed[] => {
  const taken = new Set<string>();
  return rows.flatMap((row, y) => {
    let x = 0;
    return row.map(cell => {
      while (taken.has(`${y} ${x}`)) x += 1;
      const column = x;
      for (let down = 0; down < cell.rowspan; down += 1)
        for (let across = 0; across < cell.colspan; across += 1) taken.add(`${y + down} ${column + across}`);
      return { cell, column };
    });
  });
};
