// What a return's figures show at once of how it was made: from last year's file, from another unit's, slid, in 元, emptied.
import type { Item } from '../items.ts';
import type { Relation } from '../relations.ts';
import { independentPlaces } from './alike.ts';
import { type Copy, copyOf, sharedFigures } from './copies.ts';
import { emptied } from './emptied.ts';
import type { Figures } from './figures.ts';
import type { PastYear } from './past.ts';
import { type Shift, shiftsOf } from './shifts.ts';
import { layoutsOf } from './slides.ts';
import { type InYuan, inYuan } from './yuan.ts';

/** Of one return. `last`: the unit's own return of the year before, if there is one. */
export interface Fingerprints {
  readonly unit: string;
  readonly last: Figures | null;
  readonly lastYears: Copy | null;
  readonly anothers: Copy | null;
  readonly shifts: readonly Shift[];
  readonly inYuan: readonly InYuan[];
  /** Places filled last year where everything is 0 now. */
  readonly emptied: readonly number[] | null;
}

/** By unit, in the order of `present`. */
export const fingerprintsOf = (
  items: readonly Item[],
  relations: readonly Relation[],
  present: ReadonlyMap<string, Figures>,
  past: readonly PastYear[],
): readonly Fingerprints[] => {
  const places = independentPlaces(items, relations);
  const layouts = layoutsOf(items, relations);
  const shared = sharedFigures(present, past[0]?.units ?? new Map(), places);
  return [...present.values()].map(figures => {
    const { unit } = figures;
    const last = past[0]?.units.get(unit);
    return {
      unit,
      last: last ?? null,
      lastYears: copyOf(figures, last, places),
      anothers: shared.get(unit) ?? null,
      shifts: shiftsOf(figures, last, layouts),
      inYuan: inYuan(figures, last, items),
      emptied: emptied(figures, last, places),
    };
  });
};
