// What the engine holds to, whatever the figures.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atLeast, atMost, quantile } from '../../pipeline/plausible/negative-binomial.ts';
import { poolOf } from '../../pipeline/plausible/pool.ts';
import { predict } from '../../pipeline/plausible/predict.ts';
import { intervalOf, isJump, unusual } from '../../pipeline/plausible/unusual.ts';

const counts = fc.oneof(fc.constant(0), fc.nat(20), fc.nat(20_000));
const history = fc.array(counts, { minLength: 1, maxLength: 5 });
const histories = fc.array(history, { maxLength: 40 });

describe('the negative binomial', () => {
  /** By the recurrence P(y + 1) = P(y) · q · (size + y) / (y + 1). */
  const summed = (mean: number, size: number, y: number): number => {
    let term = (size / (size + mean)) ** size;
    let sum = term;
    for (let k = 0; k < y; k += 1) {
      term *= ((mean / (size + mean)) * (size + k)) / (k + 1);
      sum += term;
    }
    return sum;
  };

  test('adds up to what its terms add up to', () => {
    for (const mean of [0.01, 0.7, 4, 60])
      for (const size of [0.05, 0.5, 1, 7.5])
        for (const y of [0, 1, 5, 40]) {
          expect(atMost({ mean, size }, y)).toBeCloseTo(summed(mean, size, y), 9);
          expect(atLeast({ mean, size }, y + 1)).toBeCloseTo(1 - summed(mean, size, y), 9);
        }
  });

  test('has quantiles that its sums agree with, for millions too', () => {
    const figures = fc.record({
      mean: fc.double({ min: 0.001, max: 3e6, noNaN: true }),
      size: fc.double({ min: 0.02, max: 500, noNaN: true }),
    });
    fc.assert(
      fc.property(figures, fc.constantFrom(0.0025, 0.5, 0.9975), (distribution, share) => {
        const y = quantile(distribution, share);
        expect(atMost(distribution, y)).toBeGreaterThanOrEqual(share);
        if (y > 0) expect(atMost(distribution, y - 1)).toBeLessThan(share);
      }),
    );
  });
});

describe('a figure and its years', () => {
  test('a larger value above what was expected is never less suspicious, nor a smaller one below', () => {
    fc.assert(
      fc.property(histories, history, counts, counts, (others, own, a, b) => {
        const prediction = predict(own, poolOf([own, ...others]));
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        if (low > Math.max(...own, prediction.mean) && unusual(low, own, prediction) !== null)
          expect(unusual(high, own, prediction)).not.toBeNull();
        if (high < Math.min(...own, prediction.mean) && unusual(high, own, prediction) !== null)
          expect(unusual(low, own, prediction)).not.toBeNull();
      }),
    );
  });

  test('what a unit states every year is usual, whatever others state', () => {
    fc.assert(
      fc.property(histories, counts, fc.integer({ min: 1, max: 5 }), (others, value, years) => {
        const own = Array<number>(years).fill(value);
        expect(unusual(value, own, predict(own, poolOf([own, ...others])))).toBeNull();
      }),
    );
  });

  test('what is told is outside of the interval that is told with it', () => {
    fc.assert(
      fc.property(histories, history, counts, (others, own, value) => {
        const interval = unusual(value, own, predict(own, poolOf([own, ...others])));
        if (interval !== null) expect(value < interval.low || value > interval.high).toBe(true);
      }),
    );
  });

  test('the prediction is a distribution, and the same each time', () => {
    fc.assert(
      fc.property(histories, history, (others, own) => {
        const pool = poolOf(others);
        expect(poolOf(others)).toEqual(pool);
        for (const number of [...Object.values(pool), ...Object.values(predict(own, pool))]) {
          expect(Number.isFinite(number)).toBe(true);
          expect(number).toBeGreaterThan(0);
        }
      }),
    );
  });

  test.each([
    [10, 0, true],
    [9, 0, false],
    [9, 3, false],
    [12, 4, true],
    [11, 4, false],
    [0, 10, true],
    [0, 9, false],
    [5, 15, true],
    [6, 15, false],
    [7, 7, false],
  ])('%i after %i is a jump by the plain rule: %s', (value, last, due) => {
    expect(isJump(value, last)).toBe(due);
  });

  test('4, 5, 3 and then 40 is unusual; 12 is not', () => {
    const prediction = predict([4, 5, 3], poolOf([[4, 5, 3]]));
    expect(unusual(40, [4, 5, 3], prediction)).toEqual(intervalOf(prediction));
    expect(unusual(12, [4, 5, 3], prediction)).toBeNull();
  });

  test('units that keep to their level narrow the interval, units that do not widen it', () => {
    const highOf = (others: readonly (readonly number[])[]): number =>
      intervalOf(predict([40, 42, 38], poolOf([[40, 42, 38], ...others]))).high;
    const steady = Array.from({ length: 20 }, (_, nth) => [30 + nth, 31 + nth, 29 + nth]);
    const wild = Array.from({ length: 20 }, (_, nth) => [5 + nth, 120 + nth, 1]);
    expect(highOf(steady)).toBeLessThan(100);
    expect(highOf(wild)).toBeGreaterThan(150);
  });

  test('published years of districts pass, but for permits that grow seventeenfold', () => {
    const told = (value: number, ...own: readonly number[]) =>
      unusual(value, own, predict(own, poolOf([own]))) !== null;
    expect([told(9116, 24252), told(5949, 24252, 9116), told(18651, 24252, 9116, 5949)]).toEqual([false, false, false]);
    expect([told(218, 70, 74, 81), told(154, 70, 74, 81, 218)]).toEqual([false, false]);
    expect([told(10690, 2293), told(2629, 2293, 10690), told(9487, 550)]).toEqual([false, false, true]);
  });
});
