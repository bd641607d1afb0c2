// How far two sets of figures are the same, told by figures that follow from no others.
import { compare } from '../decimal.ts';
import { type Item, itemName } from '../items.ts';
import type { Decimal } from '../model.ts';
import type { Relation } from '../relations.ts';
import type { Amounts } from './figures.ts';

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
  let compared = 0;
  const equal: number[] = [];
  for (const place of places) {
    const [one, other] = [a.numbers[place] ?? Number.NaN, b.numbers[place] ?? Number.NaN];
    if (Number.isNaN(one) || Number.isNaN(other) || (one === 0 && other === 0)) continue;
    compared += 1;
    if (one === other && isSame(a.stated[place], b.stated[place])) equal.push(place);
  }
  return { compared, equal };
};

/**
 * Whether `a`, of which these places are filled, is no copy of `b` for sure: at nine in ten equal, those that differ are a ninth of those that
 * are equal, and these are all filled.
 */
export const isFar = (a: Amounts, b: Amounts, filled: readonly number[]): boolean => {
  let left = Math.floor(filled.length / 9);
  for (const place of filled) {
    const other = b.numbers[place] ?? Number.NaN;
    if (a.numbers[place] === other || Number.isNaN(other)) continue;
    if (left === 0) return true;
    left -= 1;
  }
  return false;
};

/**
 * At least 90 % of five figures or more, or all of three or more; and three different amounts among them: a unit with one
 * application granted each year and a stock of 6 documents repeats itself honestly.
 */
export const isCopy = ({ compared, equal }: Likeness, amounts: Amounts): boolean => {
  const isEnough = compared >= 5 ? equal.length >= 0.9 * compared : compared >= 3 && equal.length === compared;
  return isEnough && new Set(equal.map(place => amounts.stated[place])).size >= 3;
};

/** Whether a figure is stated and not 0. */
export const isFilled = ({ numbers }: Amounts, place: number): boolean => Math.abs(numbers[place] ?? 0) > 0;

// Two decimals of many digits may be one double.
const isSame = (a: Decimal | null | undefined, b: Decimal | null | undefined): boolean =>
  a === b || compare(a ?? '0', b ?? '0') === 0;
