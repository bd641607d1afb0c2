// Bounds are reckoned so that what is said of them is true of every number within.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decimalOf,
  type Fraction,
  fraction,
  inverse,
  negative,
  order,
  plus,
  signOf,
  times,
} from '../../pipeline/rules/fraction.ts';
import {
  ANYTHING,
  absolute,
  addRanges,
  compareRanges,
  divideRanges,
  exactly,
  exactOf,
  greatest,
  least,
  multiplyRanges,
  negate,
  type Range,
} from '../../pipeline/rules/range.ts';

const number = fc.integer({ min: -400, max: 400 }).map(hundredths => fraction((hundredths / 4).toFixed(2)));

/** A range, and a number within it. */
const within = fc.tuple(number, fc.option(fc.nat(40)), fc.option(fc.nat(40))).map(([value, below, above]) => ({
  value,
  range: {
    low: below === null ? null : plus(value, fraction(`-${below}`)),
    high: above === null ? null : plus(value, fraction(`${above}`)),
  },
}));

const holds = (range: Range, value: Fraction): boolean =>
  (range.low === null || order(range.low, value) <= 0) && (range.high === null || order(value, range.high) <= 0);

const larger = (a: Fraction, b: Fraction): Fraction => (order(a, b) > 0 ? a : b);

test('every number within the parts is within what is made of them', () => {
  fc.assert(
    fc.property(within, within, (a, b) => {
      expect(holds(addRanges([a.range, b.range]), plus(a.value, b.value))).toBe(true);
      expect(holds(multiplyRanges(a.range, b.range), times(a.value, b.value))).toBe(true);
      expect(holds(greatest([a.range, b.range]), larger(a.value, b.value))).toBe(true);
      expect(holds(least([a.range, b.range]), negative(larger(negative(a.value), negative(b.value))))).toBe(true);
      expect(holds(negate(a.range), negative(a.value))).toBe(true);
      expect(holds(absolute(a.range), larger(a.value, negative(a.value)))).toBe(true);
      if (signOf(b.value) !== 0)
        expect(holds(divideRanges(a.range, b.range), times(a.value, inverse(b.value)))).toBe(true);
    }),
  );
});

test('what is said of ranges is true of all numbers within', () => {
  const relations = ['=', '<>', '<', '<=', '>', '>='] as const;
  fc.assert(
    fc.property(within, within, fc.nat(3), (a, b, tolerance) => {
      for (const relation of relations) {
        const miss = fraction(String(tolerance));
        const truth = compareRanges(a.range, relation, b.range, miss);
        const exact = compareRanges(exactly(a.value), relation, exactly(b.value), miss);
        expect(exact).not.toBe('unknown');
        if (truth !== 'unknown') expect(truth).toBe(exact);
      }
    }),
  );
});

describe('what is known exactly', () => {
  test('is decided one way or the other', () => {
    expect(exactOf(exactly(fraction('2.50')))).not.toBeNull();
    expect(exactOf({ low: fraction('1'), high: fraction('1.0') })).not.toBeNull();
    expect(exactOf({ low: fraction('1'), high: fraction('2') })).toBeNull();
    expect(exactOf(ANYTHING)).toBeNull();
  });

  test('is printed as a decimal, and rounded only where there is none', () => {
    const third = times(fraction('1'), inverse(fraction('3')));
    expect(['24252.311082', '-0.5', '0', '12.00'].map(text => decimalOf(fraction(text)))).toEqual([
      '24252.311082',
      '-0.5',
      '0',
      '12',
    ]);
    expect(decimalOf(third)).toBe('0.3333');
    expect(decimalOf(plus(third, plus(third, third)))).toBe('1');
  });
});
