// Decimals against whole numbers of the same places, which are exact by themselves.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, compare, divide, isWhole, multiply, small, subtract } from '../pipeline/decimal.ts';

/** `units` × 10^-places, as people write it. */
const decimalOf = (units: bigint, places: number): string => {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places);
  return `${units < 0n ? '-' : ''}${whole}${places === 0 ? '' : `.${fraction}`}`;
};

const PLACES = 6;
const scale = 10n ** BigInt(PLACES);

/** The units of 10^-12 in a decimal. */
const unitsOf = (decimal: string): bigint => {
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const units = BigInt(whole + fraction.padEnd(2 * PLACES, '0'));
  return decimal.startsWith('-') ? -units : units;
};

/** a / b, a half going away from 0. */
const halfUp = (a: bigint, b: bigint): bigint => {
  const isNegative = a < 0n !== b < 0n;
  const [over, under] = [a < 0n ? -a : a, b < 0n ? -b : b];
  const size = (2n * over + under) / (2n * under);
  return isNegative ? -size : size;
};

const money = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const places = fc.integer({ min: 0, max: 6 });

describe('adding', () => {
  test('money is added to the last place', () => {
    expect(add(['0.1', '0.2'])).toBe('0.3');
    expect(add(['24252.311082', '9116.54', '5949', '0.000001'])).toBe('39317.851083');
    expect(add([])).toBe('0');
    expect(add(Array<string>(20).fill('999999999999999'))).toBe('19999999999999980');
    expect(add([...Array<string>(10).fill('999999999999999'), '1', '-9999999999999990'])).toBe('1');
    expect(add(['1.50', '0.50'])).toBe('2');
    expect(add(['-1', '1'])).toBe('0');
    expect(subtract('-0.1', '-0.1')).toBe('0');
  });

  test('sums, differences and products are those of whole numbers', () => {
    fc.assert(
      fc.property(fc.array(money, { maxLength: 8 }), money, money, (terms, a, b) => {
        const [x, y] = [decimalOf(a, PLACES), decimalOf(b, PLACES)];
        const sum = terms.reduce((total, term) => total + term, 0n);
        expect(unitsOf(add(terms.map(term => decimalOf(term, PLACES))))).toBe(sum * scale);
        expect(unitsOf(subtract(x, y))).toBe((a - b) * scale);
        expect(unitsOf(multiply(x, y))).toBe(a * b);
        expect(compare(x, y)).toBe(a < b ? -1 : a > b ? 1 : 0);
        expect(isWhole(x)).toBe(a % scale === 0n);
      }),
    );
  });

  test('whole numbers stay whole, however long', () => {
    fc.assert(
      fc.property(fc.array(money), terms => add(terms.map(String)) === String(terms.reduce((a, b) => a + b, 0n))),
    );
  });

  test('a small whole number is what it reads, and nothing else is one', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 }), number => {
        expect(small(String(number))).toBe(number);
      }),
    );
    expect(['', '-', '1.5', '1e3', '+1', ' 1', '１', '１２', '1234567890123456', '--1'].map(small)).toEqual(
      Array(10).fill(Number.NaN),
    );
  });

  test('nothing is ever written with an exponent or as −0', () => {
    fc.assert(
      fc.property(money, money, (a, b) => {
        const [x, y] = [decimalOf(a, 6), decimalOf(b, 6)];
        for (const result of [add([x, y]), subtract(x, y), multiply(x, y), divide(x, '7', 2)])
          expect(result).toMatch(/^(?!-0+(?:\.0+)?$)-?\d+(?:\.\d+)?$/u);
      }),
    );
  });
});

describe('dividing', () => {
  test('a half is rounded up, away from 0', () => {
    expect(divide('1', '8', 2)).toBe('0.13');
    expect(divide('5', '10', 0)).toBe('1');
    expect(divide('-5', '10', 0)).toBe('-1');
    expect(divide('2', '3', 1)).toBe('0.7');
    expect(divide('100', '4', 1)).toBe('25.0');
  });

  test('what is a hair below a half is not rounded twice', () => {
    expect(divide('4999999999999999999999', '10000000000000000000000', 0)).toBe('0');
  });

  test('quotients are those of fractions, rounded once', () => {
    fc.assert(
      fc.property(
        money,
        money.filter(b => b !== 0n),
        places,
        (a, b, to) => {
          const due = halfUp(a * 10n ** BigInt(to), b);
          expect(divide(decimalOf(a, PLACES), decimalOf(b, PLACES), to)).toBe(decimalOf(due, to));
        },
      ),
    );
  });
});
