// How far below and to the left of its headings a table reaches where others share its sheet.
import type { Band, Headings } from './band.ts';
import type { LabelCell, Layout } from './layout.ts';

/**
 * Each ends at the next headings whose table shares a column with its own, labels included; its labels begin behind the
 * tables that stand to its left.
 */
export const withReach = (layout: Layout, all: readonly Headings[]): readonly Band[] => {
  const headed = new Set(all.flatMap(({ columns }) => columns.map(({ cell }) => cell)));
  const labels = layout.labels.filter(cell => !headed.has(cell));
  const spans = new Map(all.map(headings => [headings, spanOf(labels, headings)] as const));
  const share = (a: Headings, b: Headings): boolean => {
    const [first, second] = [spans.get(a), spans.get(b)];
    return first !== undefined && second !== undefined && first.from <= second.to && second.from <= first.to;
  };
  const endOf = (headings: Headings): number =>
    Math.min(...all.filter(other => other.top > headings.bottom && share(headings, other)).map(other => other.top));
  const ended = all.map(headings => ({ ...headings, end: endOf(headings), span: spans.get(headings) as Span }));
  return ended.map(({ span, ...headings }) => {
    const toTheLeft = ended.filter(
      other => other.span.to < span.from && other.top < headings.end && headings.top < other.end,
    );
    return { ...headings, left: Math.max(0, ...toTheLeft.map(other => other.span.to + 1)) };
  });
};

interface Span {
  readonly from: number;
  readonly to: number;
}

// From the leftmost sure label below the headings, or the 上年数 or 备注 before them, to the last column asked.
const spanOf = (labels: readonly LabelCell[], { words, bottom, columns, beside }: Headings): Span => {
  const numbers = columns.map(({ column }) => column);
  const first = Math.min(...numbers);
  const own = labels.filter(
    ({ row, column, label }) => row > bottom && column < first && words.linesByLabel.has(label),
  );
  let from = Math.min(first, ...own.map(({ column }) => column));
  while (beside.includes(from - 1)) from -= 1;
  return { from, to: Math.max(...numbers) };
};
