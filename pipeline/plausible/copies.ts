// Returns whose figures are those of another return: of the unit's last year, or of another unit.
import type { Decimal } from '../model.ts';
import { isCopy, isFilled, type Likeness, likeness } from './alike.ts';
import type { Figures } from './figures.ts';

/** A copy of what `unit` stated: last year if it is the unit itself, else in the same period. */
export interface Copy {
  readonly unit: string;
  readonly likeness: Likeness;
}

export const copyOf = (figures: Figures, other: Figures | undefined, places: readonly number[]): Copy | null => {
  if (other === undefined) return null;
  const alike = likeness(figures.stated, other.stated, places);
  return isCopy(alike, figures.stated) ? { unit: other.unit, likeness: alike } : null;
};

/**
 * For each unit the other whose figures it shares most, if any; of several equally alike the first by code. Of two that share theirs, one
 * may be cleared by last year: if the figures are far nearer to what it stated then, the other is the one that copied.
 */
export const sharedFigures = (
  present: ReadonlyMap<string, Figures>,
  last: ReadonlyMap<string, Figures>,
  places: readonly number[],
): ReadonlyMap<string, Copy> => {
  const holders = holdersOf(present, places);
  const found = new Map<string, Copy>();
  for (const figures of present.values()) {
    let best: Copy | null = null;
    for (const unit of candidates(figures, holders, places)) {
      const copy = copyOf(figures, present.get(unit), places);
      if (copy !== null && (best === null || copy.likeness.equal.length > best.likeness.equal.length)) best = copy;
    }
    if (best !== null && !isOriginal(figures, last.get(figures.unit), last.get(best.unit), places))
      found.set(figures.unit, best);
  }
  return found;
};

const TIMES_NEARER = 2;

const isOriginal = (
  figures: Figures,
  own: Figures | undefined,
  others: Figures | undefined,
  places: readonly number[],
): boolean =>
  own !== undefined &&
  others !== undefined &&
  TIMES_NEARER * apart(figures, own, places) < apart(figures, others, places);

/** The sum of distances on the scale log(1 + y), over what both state. */
const apart = (a: Figures, b: Figures, places: readonly number[]): number =>
  places.reduce((sum, place) => {
    const distance = Math.abs(Math.log1p(a.numbers[place] ?? 0) - Math.log1p(b.numbers[place] ?? 0));
    return Number.isNaN(distance) ? sum : sum + distance;
  }, 0);

/** The units that state an amount, by place and amount; also those of which nobody can say what they have there. */
const holdersOf = (
  present: ReadonlyMap<string, Figures>,
  places: readonly number[],
): ReadonlyMap<string, readonly string[]> => {
  const holders = new Map<string, string[]>();
  for (const { unit, stated } of present.values())
    for (const place of places) {
      const amount = stated[place] ?? null;
      if (amount !== null && !isFilled(amount)) continue;
      const key = keyOf(place, amount);
      const units = holders.get(key);
      if (units === undefined) holders.set(key, [unit]);
      else units.push(unit);
    }
  return holders;
};

const keyOf = (place: number, amount: Decimal | null): string => `${place} ${amount}`;

/**
 * All units that may be copies, by code, and few others. Of a copy at most a tenth of what is compared differs, so that it has nearly all
 * figures of this unit and few more: of any ninth of them, and one more, it has at least one, if it states them. Those that fewest units
 * have are looked for.
 */
const candidates = (
  { unit, stated }: Figures,
  holders: ReadonlyMap<string, readonly string[]>,
  places: readonly number[],
): readonly string[] => {
  const filled = places.filter(place => isFilled(stated[place]));
  const holding = filled.map(place => ({ place, units: holders.get(keyOf(place, stated[place] ?? null)) ?? [] }));
  const rarest = holding.sort((a, b) => a.units.length - b.units.length).slice(0, Math.floor(filled.length / 9) + 1);
  const found = new Set(rarest.flatMap(({ place, units }) => [...units, ...(holders.get(keyOf(place, null)) ?? [])]));
  found.delete(unit);
  return [...found].sort();
};
