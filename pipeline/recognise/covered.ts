// Rows whose figures an older template counts in another: asked today, and blank in such a file.
import type { FormTable, Placement } from '../model.ts';
import { refAt, type Spot } from './spot.ts';

/** A blank placement for each row under the same heading as a line of an older template, where that row is not in the file. */
export const coveredByOlder = (table: FormTable, spots: readonly Spot[]): readonly Placement[] => {
  const placed = new Set(spots.map(({ key }) => key.row));
  return spots
    .filter(({ isOlder }) => isOlder)
    .flatMap(spot => {
      const heading = table.rows.find(({ id }) => id === spot.key.row)?.under.at(-1);
      const covered = table.rows.filter(
        row => heading !== undefined && row.under.at(-1) === heading && !placed.has(row.id),
      );
      return covered.map(({ id }) => ({
        key: { ...spot.key, row: id },
        cell: null,
        ref: refAt(spot.layout, spot),
        around: [],
      }));
    });
};
