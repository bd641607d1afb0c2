// The table of a chart → the chart: what a reader of the page hears is what the drawing is made from.
import type { Chart } from '../charts/chart.ts';
import type { Inline, TableBlock, TableCell } from './blocks.ts';
import { plainText } from './print-html.ts';

/** Rows are categories, columns after the first are series; `指标（件）` at the top left names the unit. */
export const chartOf = ({ caption, head, body }: TableBlock): Chart => {
  const [corner, ...names] = head[0] ?? [];
  const [, unit = ''] = /（(.+)）$/u.exec(textOf(corner)) ?? [];
  const title = plainText(caption);
  const series = names.map((name, i) => ({
    name: textOf(name),
    values: body.map(row => numberIn(row[i + 1]?.content ?? [])),
  }));
  const categories = body.map(row => textOf(row[0]));
  const told = names.map((name, i) => {
    const parts = body.map(row => `${textOf(row[0])}${textOf(row[i + 1])}${unit}`);
    return `${textOf(name)}：${parts.join('、')}`;
  });
  return { title, alt: `${title}。${told.join('；')}。`, unit, categories, series };
};

const textOf = (cell: TableCell | undefined): string => (cell === undefined ? '' : plainText(cell.content));

const numberIn = ([inline]: readonly Inline[]): number | null =>
  inline?.kind === 'data' ? Number(inline.value) : null;
