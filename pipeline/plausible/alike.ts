// How far two sets of figures are the same, told by figures that follow from no others.
import { compare } from '../decimal.ts';
import { type Item, itemName } from '../items.ts';
import type { Decimal } from '../model.ts';
import type { Relation } from '../relations.ts';

type Amounts = readonly (Decimal | null)[];

/** Of `compared` figures that both state and that are not 0 in one or the other, those at the places `equal` are the same. */
export interface Likeness {
  readonly compared: number;
  readonly equal: readonly number[];
}

/** Places of the figures that are no total of others: one application makes four figures, but two of them are totals. */
export const independentPlaces = (items: readonly Item[], relations: readonly Relation[]): readonly number[] => {
  const totals = new Set(relations.flatMap(({ kind, whole }) => (kind === 'exhaustive' ? [itemName(whole.key)] : [])));
  return items.flatMap((item, place) => (totals.has(itemName(item.key)) ? [] : [place]));
};

export const likeness = (a: Amounts, b: Amounts, places: readonly number[]): Likeness => {
  const filled = places.filter(
    place => isStated(a[place]) && isStated(b[place]) && (isFilled(a[place]) || isFilled(b[place])),
  );
  return { compared: filled.length, equal: filled.filter(place => isSame(a[place], b[place])) };
};

/**
 * At least 90 % of five figures or more, or all of three or more; and three different amounts among them: a unit with one
 * application granted each year and a stock of 6 documents repeats itself honestly.
 */
export const isCopy = ({ compared, equal }: Likeness, amounts: Amounts): boolean => {
  const isEnough = compared >= 5 ? equal.length >= 0.9 * compared : compared >= 3 && equal.length === compared;
  return isEnough && new Set(equal.map(place => amounts[place])).size >= 3;
};

export const isFilled = (amount: Decimal | null | undefined): amount is Decimal =>
  isStated(amount) && /[1-9]/.test(amount);

const isStated = (amount: Decimal | null | undefined): amount is Decimal => amount !== null && amount !== undefined;

const isSame = (a: Decimal | null | undefined, b: Decimal | null | undefined): boolean =>
  isFilled(a) && isFilled(b) && (a === b || compare(a, b) === 0);
