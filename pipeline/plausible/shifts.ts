// Tables whose figures slid by one row or column.
import { add, compare, small } from '../decimal.ts';
import type { Decimal, FormTable } from '../model.ts';
import { isCopy, isFilled, type Likeness, likeness } from './alike.ts';
import type { Amounts, Figures } from './figures.ts';
import type { Slide, SlidTable, TableLayout } from './slides.ts';

export interface Shift {
  readonly table: FormTable;
  readonly slide: Slide;
  /** Against last year's figures; null: told by the table's own sums, of which `sums` came right. */
  readonly likeness: Likeness | null;
  readonly sums: number;
}

const FEWEST_FIGURES = 5;
const FEWEST_SUMS = 2;

/**
 * The shifts of a return that are sure: put back, the figures are last year's, or two sums or more that were broken hold, and
 * no other is broken.
 */
export const shiftsOf = (
  figures: Figures,
  last: Figures | undefined,
  layouts: readonly TableLayout[],
): readonly Shift[] =>
  layouts.flatMap(layout => {
    const { places, slid } = layout;
    if (places.filter(place => isFilled(figures, place)).length < FEWEST_FIGURES) return [];
    if (last !== undefined && isCopy(likeness(figures, last, places), figures)) return [];
    const broken = layout.sums.filter(sum => holds(figures, sum) === false);
    return slid.flatMap(one => shiftBy(one, figures, last, layout, broken) ?? []).slice(0, 1);
  });

type Sum = TableLayout['sums'][number];

const shiftBy = (
  slid: SlidTable,
  figures: Figures,
  last: Figures | undefined,
  { table, places, sums }: TableLayout,
  broken: readonly Sum[],
): Shift | null => {
  if (last === undefined && broken.length < FEWEST_SUMS) return null;
  const back = putBack(figures, slid);
  if (back === null) return null;
  const { slide } = slid;
  const alike = last === undefined ? null : likeness(back, last, places);
  if (alike !== null && alike.compared >= FEWEST_FIGURES && isCopy(alike, back))
    return { table, slide, likeness: alike, sums: 0 };
  const righted = broken.filter(sum => holds(back, sum) === true).length;
  if (righted < FEWEST_SUMS || sums.some(sum => holds(back, sum) === false)) return null;
  return { table, slide, likeness: null, sums: righted };
};

/** The figures as they stood before a slide; null if one of them would have come from outside of the table. */
const putBack = (figures: Amounts, { back }: SlidTable): Amounts | null => {
  for (const [place, from] of back) if (from === null && isFilled(figures, place)) return null;
  const stated: (Decimal | null)[] = figures.stated.map(() => null);
  const numbers: number[] = figures.numbers.map(() => Number.NaN);
  for (const [place, from] of back) {
    if (from === null) continue;
    stated[from] = figures.stated[place] ?? null;
    numbers[from] = figures.numbers[place] ?? Number.NaN;
  }
  return { stated, numbers };
};

/** Null: nothing is filled in it, or its total is not there. */
const holds = (amounts: Amounts, { whole, parts }: Sum): boolean | null => {
  const total = amounts.stated[whole] ?? null;
  if (total === null || !(isFilled(amounts, whole) || parts.some(part => isFilled(amounts, part)))) return null;
  let rest = small(total);
  for (const part of parts) rest = Number.isSafeInteger(rest) ? rest - small(amounts.stated[part] ?? '0') : Number.NaN;
  if (Number.isSafeInteger(rest)) return rest === 0;
  return compare(total, add(parts.flatMap(part => amounts.stated[part] ?? []))) === 0;
};
