// Sums and shares of numbers that may be approximate, and how they are shown.
import { add, compare, divide, multiply, subtract } from '../decimal.ts';
import type { Decimal } from '../model.ts';
import type { Mention } from './words.ts';

export const sumOf = (mentions: readonly Mention[]): Decimal => add(mentions.map(({ amount }) => amount));

/** Whether the parts can add up to the whole, each within what its word allows. */
export const canAddUp = (parts: readonly Mention[], whole: Mention): boolean => {
  const low = add(parts.map(part => part.low));
  const highs = parts.map(part => part.high);
  const high = highs.includes(null) ? null : add(highs.map(each => each ?? '0'));
  return (whole.high === null || compare(low, whole.high) <= 0) && (high === null || compare(whole.low, high) <= 0);
};

export const isExact = (mentions: readonly Mention[]): boolean => mentions.every(mention => mention.isExact);

export const sumText = (parts: readonly Mention[]): string => parts.map(({ amount }) => amount).join(' + ');

/** 100 · part / base at that many decimals, rounded half up. */
export const percentOf = (part: Decimal, base: Decimal, places: number): Decimal =>
  divide(multiply(part, '100'), base, places);

/** The same, cut off. */
export const truncatedPercentOf = (part: Decimal, base: Decimal, places: number): Decimal => {
  const rounded = percentOf(part, base, places);
  const isAbove = compare(multiply(rounded, base), multiply(part, '100')) > 0;
  return isAbove ? subtract(rounded, step(places)) : rounded;
};

export const step = (places: number): Decimal => (places === 0 ? '1' : `0.${'0'.repeat(places - 1)}1`);

export const distanceOf = (a: Decimal, b: Decimal): Decimal => subtract(a, b).replace('-', '');
