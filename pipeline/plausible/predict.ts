// What a unit's next figure should be, from its own years and from what the units of the item have in common.
import type { NegativeBinomial } from './negative-binomial.ts';
import type { Pool } from './pool.ts';

/**
 * The gamma–Poisson posterior of the unit's level and, from it, the next year as a negative binomial of the same mean and variance.
 * A year that moves more than a Poisson count tells less of the level: it counts w = 1 / (1 + d·λ̂) of a year, so that the
 * mean of n years keeps its true variance (λ + dλ²)/n. Level: mean m = (shape + wS) / (rate + wn), variance q = m / (rate + wn);
 * next year: mean m, variance m + d·m² + (1 + d)·q. Robbins 1956; Gelman et al., Bayesian Data Analysis, 2.6.
 */
export const predict = (history: readonly number[], { shape, rate, dispersion }: Pool): NegativeBinomial => {
  const sum = history.reduce((total, number) => total + number, 0);
  const rough = (shape + sum) / (rate + history.length);
  const weight = 1 / (1 + dispersion * rough);
  const years = rate + weight * history.length;
  const mean = (shape + weight * sum) / years;
  const beyondPoisson = dispersion * mean * mean + (1 + dispersion) * (mean / years);
  return { mean, size: (mean * mean) / beyondPoisson };
};
