// What is known of a number: the bounds it lies within, equal where it is known exactly. A rule is judged by them.
import type { Comparison } from '../model.ts';
import { type Fraction, inverse, negative, order, plus, signOf, times, ZERO } from './fraction.ts';

/** Bounds, included; null: not bounded. */
export interface Range {
  readonly low: Fraction | null;
  readonly high: Fraction | null;
}

export type Truth = 'true' | 'false' | 'unknown';

export const exactly = (value: Fraction): Range => ({ low: value, high: value });

/** Nothing is known: an unreadable figure, a division by 0. */
export const ANYTHING: Range = { low: null, high: null };

/** The number, where it is known exactly. */
export const exactOf = ({ low, high }: Range): Fraction | null =>
  low !== null && high !== null && order(low, high) === 0 ? low : null;

export const addRanges = (ranges: readonly Range[]): Range => ({
  low: total(ranges.map(({ low }) => low)),
  high: total(ranges.map(({ high }) => high)),
});

export const negate = ({ low, high }: Range): Range => ({
  low: high === null ? null : negative(high),
  high: low === null ? null : negative(low),
});

export const multiplyRanges = (a: Range, b: Range): Range => {
  const factor = exactOf(b);
  if (factor !== null) return scale(a, factor);
  const other = exactOf(a);
  if (other !== null) return scale(b, other);
  if (a.low === null || a.high === null || b.low === null || b.high === null) return ANYTHING;
  const products = [times(a.low, b.low), times(a.low, b.high), times(a.high, b.low), times(a.high, b.high)];
  return { low: lowest(products), high: highest(products) };
};

export const divideRanges = (a: Range, b: Range): Range => {
  const divisor = exactOf(b);
  return divisor === null || signOf(divisor) === 0 ? ANYTHING : scale(a, inverse(divisor));
};

/** The greatest is at least every lower bound that is known. */
export const greatest = (ranges: readonly Range[]): Range => {
  const highs = known(ranges.map(({ high }) => high));
  return {
    low: highest(known(ranges.map(({ low }) => low))),
    high: highs.length < ranges.length ? null : highest(highs),
  };
};

export const least = (ranges: readonly Range[]): Range => negate(greatest(ranges.map(negate)));

export const absolute = (range: Range): Range => {
  const both = greatest([range, negate(range)]);
  return both.low === null || signOf(both.low) < 0 ? { ...both, low: ZERO } : both;
};

/** Whether `left` stands in the relation to `right`, which it may miss by `tolerance`; unknown where the bounds leave it open. */
export const compareRanges = (left: Range, relation: Comparison, right: Range, tolerance: Fraction): Truth => {
  const { low, high } = addRanges([left, negate(right)]);
  const isAbove = low !== null && order(low, tolerance) > 0;
  const isNotAbove = high !== null && order(high, tolerance) <= 0;
  const isBelow = high !== null && order(high, negative(tolerance)) < 0;
  const isNotBelow = low !== null && order(low, negative(tolerance)) >= 0;
  switch (relation) {
    case '=':
      return truth(isNotAbove && isNotBelow, isAbove || isBelow);
    case '<>':
      return truth(isAbove || isBelow, isNotAbove && isNotBelow);
    case '<=':
      return truth(isNotAbove, isAbove);
    case '>=':
      return truth(isNotBelow, isBelow);
    case '<':
      return truth(high !== null && order(high, tolerance) < 0, low !== null && order(low, tolerance) >= 0);
    case '>':
      return truth(
        low !== null && order(low, negative(tolerance)) > 0,
        high !== null && order(high, negative(tolerance)) <= 0,
      );
  }
};

const truth = (isTrue: boolean, isFalse: boolean): Truth => (isTrue ? 'true' : isFalse ? 'false' : 'unknown');

const scale = ({ low, high }: Range, factor: Fraction): Range => {
  const sign = signOf(factor);
  if (sign === 0) return exactly(ZERO);
  const scaled = {
    low: low === null ? null : times(low, factor),
    high: high === null ? null : times(high, factor),
  };
  return sign > 0 ? scaled : { low: scaled.high, high: scaled.low };
};

const known = (bounds: readonly (Fraction | null)[]): readonly Fraction[] => bounds.filter(bound => bound !== null);

const total = (bounds: readonly (Fraction | null)[]): Fraction | null => {
  const all = known(bounds);
  return all.length < bounds.length ? null : all.reduce(plus, ZERO);
};

const highest = (values: readonly Fraction[]): Fraction | null =>
  values.reduce<Fraction | null>((best, value) => (best === null || order(value, best) > 0 ? value : best), null);

const lowest = (values: readonly Fraction[]): Fraction | null =>
  values.reduce<Fraction | null>((best, value) => (best === null || order(value, best) < 0 ? value : best), null);
