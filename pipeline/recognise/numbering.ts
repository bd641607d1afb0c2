// The row below the headings that numbers the columns: 甲 乙 1 2 3.
import type { Stretch } from './lines.ts';
import { ownLabels } from './lines.ts';

/** Whether a row says nothing but the numbers of its columns: no label before them but 甲, 乙 …, and small numbers that only rise. */
export const numbersColumns = (stretch: Stretch, row: number, columns: readonly number[]): boolean => {
  const { layout } = stretch;
  const nearest = ownLabels(stretch, row).at(-1);
  const cells = columns.flatMap(column => layout.cellAt(row, column) ?? []);
  const numbers = cells.map(({ shown }) => (/^\d{1,2}$/u.test(shown.trim()) ? Number(shown) : Number.NaN));
  return (
    (nearest === undefined || STEMS.test(nearest.label)) &&
    numbers.length >= (nearest === undefined ? 3 : 1) &&
    numbers.every((number, index) => number > (numbers[index - 1] ?? 0) && number <= layout.lastColumn + 1)
  );
};

const STEMS = /^[甲乙丙丁戊己庚辛壬癸]$/u;
