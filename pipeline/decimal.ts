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

// Most figures are small whole numbers, of which a double is exact.
const addSmall = (terms: readonly Decimal[]): Decimal | null => {
  let sum = 0;
  for (const term of terms) {
    sum += SMALL.test(term) ? Number(term) : Number.NaN;
    if (!Number.isSafeInteger(sum)) return null;
  }
  return String(sum);
};

export const subtract = (a: Decimal, b: Decimal): Decimal =>
  SMALL.test(a) && SMALL.test(b) ? String(Number(a) - Number(b)) : new Big(a).minus(b).toFixed();

export const multiply = (a: Decimal, b: Decimal): Decimal => new Big(a).times(b).toFixed();

/** `a / b` rounded once, half up (away from 0), to `places` decimals, which are printed; `b` must not be 0. */
export const divide = (a: Decimal, b: Decimal, places: number): Decimal =>
  new Big(new Quotient(a).times(scale(places)).div(b)).times(`1e-${places}`).toFixed(places);

export const compare = (a: Decimal, b: Decimal): -1 | 0 | 1 => {
  if (a === b) return 0;
  if (SMALL.test(a) && SMALL.test(b)) return Number(a) < Number(b) ? -1 : Number(a) > Number(b) ? 1 : 0;
  return new Big(a).cmp(b);
};

export const isWhole = (a: Decimal): boolean => WHOLE.test(a) || new Big(a).mod(1).eq(0);

// Divides to a whole number in one rounding; rounding to 20 decimals first would turn 0.4999… into 1.
const Quotient = Big();
Quotient.DP = 0;
Quotient.RM = Big.roundHalfUp;

const SMALL = /^-?\d{1,15}$/;
const WHOLE = /^-?\d{1,30}$/;
const scale = (places: number): Big => new Big(10).pow(places);
