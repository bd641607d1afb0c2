// The numbers of many units side by side, by place of the item: each place is gone through for thousands of them.
import type { Figures } from './figures.ts';

/** By place and then by unit as given; NaN where nobody can say, or there is no return. */
export const columnsOf = (units: readonly (Figures | undefined)[], places: number): readonly Float64Array[] => {
  const columns = Array.from({ length: places }, () => new Float64Array(units.length).fill(Number.NaN));
  for (const [nth, figures] of units.entries()) {
    if (figures === undefined) continue;
    for (const [place, column] of columns.entries()) column[nth] = figures.numbers[place] ?? Number.NaN;
  }
  return columns;
};
