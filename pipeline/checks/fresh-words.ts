// The evidence that a return is not what it should be, in the return's own figures.
import type { Item } from '../items.ts';
import { itemLabel } from '../items.ts';
import type { Likeness } from '../plausible/alike.ts';
import type { Figures } from '../plausible/figures.ts';
import type { Slide } from '../plausible/slides.ts';

/** `逐项相同：非零的 6 项（不计总计）全部相同，如“…”5、“…”4`. */
export const evidenceOf = ({ compared, equal }: Likeness, figures: Figures, items: readonly Item[]): string => {
  const isWhole = equal.length === compared;
  const count = isWhole
    ? `${compared} 项（不计总计）全部相同`
    : `${compared} 项（不计总计）中有 ${equal.length} 项相同`;
  return `${isWhole ? '逐项相同' : '几乎相同'}：非零的 ${count}，如${examples(equal, figures, items)}`;
};

const MOST_EXAMPLES = 3;

/** The largest amounts tell most. */
export const examples = (places: readonly number[], { stated, numbers }: Figures, items: readonly Item[]): string =>
  places
    .toSorted((a, b) => (numbers[b] ?? 0) - (numbers[a] ?? 0) || a - b)
    .slice(0, MOST_EXAMPLES)
    .flatMap(place => {
      const item = items[place];
      return item === undefined ? [] : [`“${itemLabel(item)}” ${stated[place]}`];
    })
    .join('、');

export const slid = ({ rows, columns }: Slide): string => {
  if (columns !== 0) return columns > 0 ? '右移了一列' : '左移了一列';
  return rows > 0 ? '下移了一行' : '上移了一行';
};
