// 表二 and 表四 as printed: blocks, each with headings of its own.
import type { FormRow, FormTable } from '../../model.ts';
import type { Figure, FigureOf } from './figure.ts';
import { type HeadLine, headLines } from './head-lines.ts';
import { spans } from './spans.ts';

export interface BlockLayout {
  readonly title: string;
  /** With the column of labels. */
  readonly width: number;
  readonly blocks: readonly Block[];
}

interface Block {
  readonly heading: string;
  readonly head: readonly HeadLine[];
  readonly lines: readonly { readonly label: string; readonly figures: readonly Spread[] }[];
}

interface Spread {
  readonly figure: Figure;
  readonly colspan: number;
}

export const blockLayout = (table: FormTable, figureOf: FigureOf): BlockLayout => {
  const byHeading = [...Map.groupBy(table.rows, row => row.under.join(' ')).entries()];
  const width = Math.max(...byHeading.map(([, rows]) => headsOf(rows).length));
  return {
    title: table.title.text,
    width: width + 1,
    blocks: byHeading.map(([heading, rows]) => block(table, heading, rows, width, figureOf)),
  };
};

const block = (
  table: FormTable,
  heading: string,
  rows: readonly FormRow[],
  width: number,
  figureOf: FigureOf,
): Block => {
  const labelOf = new Map(table.columns.map(column => [column.id, column.label.text]));
  const heads = headsOf(rows);
  const paths = heads.map(path => path.map(id => labelOf.get(id) ?? id));
  const spread = spreader(width, heads.length);
  return {
    heading,
    // 行政复议 fills two lines beside 行政诉讼 with its two kinds; 结果维持 … stand on one line.
    head: headLines(spans(paths, 'outermost'), spread),
    lines: [...Map.groupBy(rows, row => row.label?.text ?? '').entries()].map(([label, ofLabel]) => ({
      label,
      figures: ofLabel.map((row, i) => ({ figure: figureOf(row, 'value'), colspan: spread(i, 1) })),
    })),
  };
};

const headsOf = (rows: readonly FormRow[]): readonly (readonly string[])[] => [
  ...new Map(rows.map(row => [row.heads.join(' '), row.heads])).values(),
];

/** How wide the cell over entries `start` … is where `entries` share `width` columns: the last takes what is left. */
const spreader = (width: number, entries: number) => {
  const each = Math.floor(width / entries);
  return (start: number, along: number): number => (start + along === entries ? width - each * start : each * along);
};
