// Returns whose figures are those of another return: of the unit's last year, or of another unit.
import { compareText } from '../compare-text.ts';
import { isCopy, isFar, isFilled, type Likeness, likeness } from './alike.ts';
import type { Figures } from './figures.ts';

/** A copy of what `unit` stated: last year if it is the unit itself, else in the same period. */
export interface Copy {
  readonly unit: string;
  readonly likeness: Likeness;
}

export const copyOf = (figures: Figures, other: Figures | undefined, places: readonly number[]): Copy | null => {
  if (other === undefined) return null;
  const alike = likeness(figures, other, places);
  return isCopy(alike, figures) ? { unit: other.unit, likeness: alike } : null;
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
  const holders = holdersOf(present.values(), places);
  const found = new Map<string, Copy>();
  for (const figures of present.values()) {
    let best: Copy | null = null;
    const { filled, others } = candidates(figures, holders, places);
    for (const other of others) {
      const copy = isFar(figures, other, filled) ? null : copyOf(figures, other, places);
      if (copy !== null && (best === null || isBetter(copy, best))) best = copy;
    }
    if (best !== null && !isOriginal(figures, last.get(figures.unit), last.get(best.unit), places))
      found.set(figures.unit, best);
  }
  return found;
};

const isBetter = (a: Copy, b: Copy): boolean =>
  (b.likeness.equal.length - a.likeness.equal.length || compareText(a.unit, b.unit)) < 0;

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

/** By place: those that state an amount there, by amount; under NaN those of which nobody can say what they have there. */
type Holders = ReadonlyMap<number, ReadonlyMap<number, readonly Figures[]>>;

const holdersOf = (present: Iterable<Figures>, places: readonly number[]): Holders => {
  const holders = new Map(places.map(place => [place, new Map<number, Figures[]>()] as const));
  for (const figures of present)
    for (const [place, byAmount] of holders) {
      const amount = figures.numbers[place] ?? Number.NaN;
      if (amount === 0) continue;
      const some = byAmount.get(amount);
      if (some === undefined) byAmount.set(amount, [figures]);
      else some.push(figures);
    }
  return holders;
};

interface Candidates {
  /** The places filled, those with the rarest amounts first. */
  readonly filled: readonly number[];
  readonly others: ReadonlySet<Figures>;
}

/**
 * All that may be copies, and few others. Of a copy at most a tenth of what is compared differs, so that it has nearly all figures of this
 * unit and few more: of any ninth of them, and one more, it has at least one, if it states them. Those that fewest units have are looked for.
 */
const candidates = (figures: Figures, holders: Holders, places: readonly number[]): Candidates => {
  const holding = places
    .filter(place => isFilled(figures, place))
    .map(place => {
      const byAmount = holders.get(place);
      return { place, same: byAmount?.get(figures.numbers[place] ?? 0) ?? [], unsure: byAmount?.get(Number.NaN) ?? [] };
    })
    .sort((a, b) => a.same.length - b.same.length);
  const others = new Set<Figures>();
  for (const { same, unsure } of holding.slice(0, Math.floor(holding.length / 9) + 1)) {
    for (const other of same) others.add(other);
    for (const other of unsure) others.add(other);
  }
  others.delete(figures);
  return { filled: holding.map(({ place }) => place), others };
};
