// A form's tables as they are officially printed: which cells are merged, and which figure stands where.
import type { FormColumn, FormRow, FormTable } from '../model.ts';
import type { Scope } from './blocks.ts';
import type { Figure } from './figure.ts';
import { type Placed, spans } from './spans.ts';

export interface HeadCell {
  readonly text: string;
  readonly rowspan: number;
  readonly colspan: number;
  readonly scope: Scope;
}

/** 表三: rows with merged labels × columns with merged headings. */
export interface GridLayout {
  readonly title: string;
  readonly labelWidth: number;
  /** One entry a line of the header. */
  readonly head: readonly HeadLine[];
  readonly body: readonly { readonly labels: readonly HeadCell[]; readonly figures: readonly Figure[] }[];
}

/** 表二, 表四: blocks, each with headings of its own. */
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

interface HeadLine {
  readonly cells: readonly HeadCell[];
}

interface Spread {
  readonly figure: Figure;
  readonly colspan: number;
}

/** 统计表: 指标, 单位, 统计数; headings on lines of their own. */
export interface ListLayout {
  readonly title: string;
  readonly lines: readonly ListLine[];
}

/** `figures` holds one, or none on a heading's line. `level` counts from 0. */
interface ListLine {
  readonly text: string;
  readonly level: number;
  readonly isHeading: boolean;
  readonly unit: string;
  readonly figures: readonly Figure[];
}

export type TableLayout = GridLayout | BlockLayout | ListLayout;
export type FigureOf = (row: FormRow, column: string) => Figure;

export const layOutTable = (table: FormTable, figureOf: FigureOf): TableLayout => {
  const columns = table.columns.filter(column => column.kind === 'figure');
  if (columns.length > 0) return grid(table, columns, figureOf);
  return table.rows.some(row => row.heads.length > 0) ? blocks(table, figureOf) : list(table, figureOf);
};

const grid = (table: FormTable, columns: readonly FormColumn[], figureOf: FigureOf): GridLayout => {
  const paths = table.rows.map(row => [...row.under, row.label?.text ?? '']);
  const labels = spans(paths, 'innermost');
  return {
    title: table.title.text,
    labelWidth: Math.max(...paths.map(path => path.length)),
    head: headLines(
      spans(
        columns.map(column => [...column.under, column.label.text]),
        'innermost',
      ),
    ),
    body: table.rows.map((row, i) => ({
      labels: (labels[i] ?? []).map(({ text, along, across }) => ({
        text,
        rowspan: along,
        colspan: across,
        scope: along > 1 ? 'rowgroup' : 'row',
      })),
      figures: columns.map(column => figureOf(row, column.id)),
    })),
  };
};

const blocks = (table: FormTable, figureOf: FigureOf): BlockLayout => {
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

const list = (table: FormTable, figureOf: FigureOf): ListLayout => {
  const printed = new Set<string>();
  const isNew = (path: readonly string[]): boolean => {
    const name = JSON.stringify(path);
    if (printed.has(name)) return false;
    printed.add(name);
    return true;
  };
  const lines = table.rows.flatMap(row => {
    const headings = row.under.flatMap((text, level) =>
      isNew(row.under.slice(0, level + 1)) ? [{ text, level, isHeading: true, unit: '', figures: [] }] : [],
    );
    // A row that others stand under (收到申请数 above 当面申请数) is their heading.
    const text = row.label?.text ?? '';
    isNew([...row.under, text]);
    const figures = [figureOf(row, 'value')];
    return [...headings, { text, level: row.under.length, isHeading: false, unit: row.unit, figures }];
  });
  return { title: table.title.text, lines };
};

const headsOf = (rows: readonly FormRow[]): readonly (readonly string[])[] => [
  ...new Map(rows.map(row => [row.heads.join(' '), row.heads])).values(),
];

/** How wide the cell over entries `start` … is where `entries` share `width` columns: the last takes what is left. */
const spreader = (width: number, entries: number) => {
  const each = Math.floor(width / entries);
  return (start: number, along: number): number => (start + along === entries ? width - each * start : each * along);
};

const headLines = (
  byEntry: readonly (readonly Placed[])[],
  colspanOf: (start: number, along: number) => number = (_, along) => along,
): readonly HeadLine[] => {
  const cells = byEntry.flatMap((entry, start) =>
    entry.map(({ text, along, across, level }) => ({ text, rowspan: across, colspan: colspanOf(start, along), level })),
  );
  const depth = Math.max(...cells.map(cell => cell.level + cell.rowspan));
  return Array.from({ length: depth }, (_, level) => ({
    cells: cells
      .filter(cell => cell.level === level)
      .map(({ text, rowspan, colspan }) => ({ text, rowspan, colspan, scope: colspan > 1 ? 'colgroup' : 'col' })),
  }));
};
