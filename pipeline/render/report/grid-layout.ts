// 表三 as printed: rows with merged labels × columns with merged headings.
import type { FormTable } from '../../model.ts';
import type { Figure, FigureOf } from './figure.ts';
import { type HeadCell, type HeadLine, headLines } from './head-lines.ts';
import { spans } from './spans.ts';

export interface GridLayout {
  readonly title: string;
  readonly labelWidth: number;
  /** One entry a line of the header. */
  readonly head: readonly HeadLine[];
  readonly body: readonly { readonly labels: readonly HeadCell[]; readonly figures: readonly Figure[] }[];
}

export const gridLayout = (table: FormTable, figureOf: FigureOf): GridLayout => {
  const columns = table.columns.filter(column => column.kind === 'figure');
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
