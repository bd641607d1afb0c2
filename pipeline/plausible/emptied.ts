// A return of nothing but zeros after a year that was not.
import { isFilled } from './alike.ts';
import type { Figures } from './figures.ts';

const FEWEST_FIGURES = 3;
const LEAST_SUM = 10;

/**
 * The places filled last year, if nothing is now: three or more that are no totals, of 10 altogether; a small unit with one
 * application last year may honestly have none.
 */
export const emptied = (
  figures: Figures,
  last: Figures | undefined,
  places: readonly number[],
): readonly number[] | null => {
  if (last === undefined || figures.numbers.some((_, place) => isFilled(figures, place))) return null;
  const filled = places.filter(place => isFilled(last, place));
  const sum = filled.reduce((total, place) => total + (last.numbers[place] ?? 0), 0);
  return filled.length >= FEWEST_FIGURES && sum >= LEAST_SUM ? filled : null;
};
