// The headings over a heading: 行政复议 over 结果维持.
import { nearest } from '../label.ts';
import type { FormColumn } from '../model.ts';
import type { LabelCell, Layout } from './layout.ts';
import type { TableWords } from './words.ts';

/** `above`: their ids, nearest first. `isForeign`: the nearest heading of all is another table's. */
export interface Above {
  readonly above: readonly string[];
  /** The cells of those headings. */
  readonly overhead: readonly { readonly head: FormColumn; readonly label: LabelCell }[];
  readonly isForeign: boolean;
}

/**
 * Headings over a heading: by merge, or else the nearest to the left in each row above, but none beyond another table's. A lower one
 * reaches no further left than the one over it: under 行政复议, a 复议后起诉 to its left is not meant. Nearest first.
 */
export const headsAbove = (layout: Layout, words: TableWords, cell: LabelCell): Above => {
  const found: { readonly head: FormColumn; readonly label: LabelCell }[] = [];
  let isForeign: boolean | null = null;
  let left = 0;
  for (let row = cell.area.top - 1; row >= Math.max(0, cell.area.top - 4); row -= 1) {
    const label = labelLeftOf(layout, row, cell.column, left);
    if (label === null) continue;
    const head = parentOf(label.label, words);
    const foreign = head === null && words.foreign.has(label.label);
    isForeign ??= foreign;
    if (foreign) left = label.area.right + 1;
    if (head !== null) found.push({ head, label });
  }
  const reaching = found.filter(({ label }, index) =>
    found.slice(index + 1).every(over => over.label.column <= label.column),
  );
  return {
    above: [...new Set(reaching.map(({ head }) => head.id))],
    overhead: reaching,
    isForeign: isForeign ?? false,
  };
};

const labelLeftOf = (layout: Layout, row: number, from: number, left: number): LabelCell | null => {
  for (let column = from; column >= left; column -= 1) {
    const label = layout.labelAt(row, column);
    if (label !== null) return label;
  }
  return null;
};

// 行政复议, 行政复议案件情况 or 行政法复议; not the title that speaks of 行政复议 and 行政诉讼.
const parentOf = (label: string, { parents, titles, foreign }: TableWords): FormColumn | null => {
  const exact = parents.get(label);
  if (exact !== undefined) return exact;
  if (parents.size === 0 || titles.has(label) || foreign.has(label)) return null;
  const within = [...parents].filter(([text]) => text.length > 3 && label.includes(text));
  const longest = Math.max(0, ...within.map(([text]) => text.length));
  const named =
    within.length > 0
      ? within.filter(([text]) => text.length === longest).map(([, head]) => head)
      : nearest(label, parents);
  const [head, ...others] = new Set(named);
  return head === undefined || others.length > 0 ? null : head;
};
