// Exact arithmetic on decimals; the only file that knows the library.
import Big from 'big.js';
import type { Decimal } from './model.ts';

Big.NE = -1_000;
Big.PE = 1_000;
Big.RM = Big.roundHalfUp;

export const add = (terms: readonly Decimal[]): Decimal => {
  const quick = addSmall(terms);
  if (quick !== null) return quick;
  if (terms.every(term => WHOLE.test(term))) return String(terms.reduce((sum, term) => sum + BigInt(term), 0n));
  return terms.reduce((sum, term) => sum.plus(term), new Big(0)).toFixed();
};

const addSmall = (terms: readonly Decimal[]): Decimal | null => {
  let sum = 0;
  for (const term of terms) {
    sum += small(term);
    if (!Number.isSafeInteger(sum)) return null;
  }
  return String(sum);
};

export const subtract = (a: Decimal, b: Decimal): Decimal => {
  const difference = small(a) - small(b);
  return Number.isNaN(difference) ? new Big(a).minus(b).toFixed() : String(difference);
};

export const multiply = (a: Decimal, b: Decimal): Decimal => new Big(a).times(b).toFixed();

/** `a / b` rounded once, half up (away from 0), to `places` decimals, which are printed; `b` must not be 0. */
export const divide = (a: Decimal, b: Decimal, places: number): Decimal =>
  new Big(new Quotient(a).times(scale(places)).div(b)).times(`1e-${places}`).toFixed(places);

export const compare = (a: Decimal, b: Decimal): -1 | 0 | 1 => {
  if (a === b) return 0;
  const difference = small(a) - small(b);
  if (Number.isNaN(difference)) return new Big(a).cmp(b);
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
};

export const isWhole = (a: Decimal): boolean => !Number.isNaN(small(a)) || WHOLE.test(a) || new Big(a).mod(1).eq(0);

/**
 * The number itself where it is whole and of at most 15 digits, so that a double is exact; else NaN. Most figures are, and are reckoned
 * with as such; read digit by digit, as that takes a quarter of the time of a pattern.
 */
export const small = (decimal: Decimal): number => {
  const first = decimal.charCodeAt(0) === MINUS ? 1 : 0;
  const digits = decimal.length - first;
  if (digits === 0 || digits > 15) return Number.NaN;
  let number = 0;
  for (let at = first; at < decimal.length; at += 1) {
    const digit = decimal.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return first === 0 ? number : -number;
};

const MINUS = 0x2d;
const ZERO = 0x30;

// Divides to a whole number in one rounding; rounding to 20 decimals first would turn 0.4999… into 1.
const Quotient = Big();
Quotient.DP = 0;
Quotient.RM = Big.roundHalfUp;

const WHOLE = /^-?\d{1,30}$/;
const scale = (places: number): Big => new Big(10).pow(places);
