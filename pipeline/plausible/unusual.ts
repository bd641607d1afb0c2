// Whether a figure departs from what its unit's years let expect: the interval and a plain rule have to agree.
import { atLeast, atMost, type NegativeBinomial, quantile } from './negative-binomial.ts';

/** Ends included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The two-sided 99.5 % predictive interval. */
export const intervalOf = (prediction: NegativeBinomial): Interval => ({
  low: quantile(prediction, 0.0025),
  high: quantile(prediction, 0.9975),
});

// Once in a million: among the 60 000 figures of a district of 300 units, by chance in one year of sixteen.
const EXTREME = 1e-6;
const LEAST_CHANGE = 10;

/**
 * The interval a figure is outside of, or null if it is usual. `history` is oldest first and not empty. What lies between the unit's own
 * figures is usual, and so is anything that the plain rule lets pass, unless it is as good as impossible by the prediction.
 */
export const unusual = (value: number, history: readonly number[], prediction: NegativeBinomial): Interval | null => {
  if (isWithin(value, history)) return null;
  if (!isJump(value, history.at(-1) ?? value) && !isExtreme(value, prediction)) return null;
  const interval = intervalOf(prediction);
  return value < interval.low || value > interval.high ? interval : null;
};

/** Whether a figure lies between the unit's own, ends included. */
export const isWithin = (value: number, history: readonly number[]): boolean =>
  history.some(number => number <= value) && history.some(number => number >= value);

/** Three times last year's and at least 10; or a third of it or less, and at least 10 less (10 → 0). */
export const isJump = (value: number, last: number): boolean =>
  value > last ? value >= 3 * last && value >= LEAST_CHANGE : value * 3 <= last && last - value >= LEAST_CHANGE;

const isExtreme = (value: number, prediction: NegativeBinomial): boolean => {
  const { mean, size } = prediction;
  const apart = Math.abs(value - mean);
  // Chebyshev keeps the costly tail for the few that can be in it.
  if (apart < LEAST_CHANGE || apart * apart < 16 * (mean + (mean * mean) / size)) return false;
  return (value > mean ? atLeast(prediction, value) : atMost(prediction, value)) < EXTREME;
};
