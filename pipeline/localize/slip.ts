// Slips of the hand between the number that was meant and the one that stands there.
import type { Decimal } from '../model.ts';

export interface Slip {
  /** Chinese, as a question to the clerk. */
  readonly hint: string;
  /** How much more likely it makes the cell; only differences count. */
  readonly weight: number;
}

/** Typical slips of typing, the surest first; null where the two numbers do not look alike. */
export const slipOf = (stated: Decimal, meant: Decimal): Slip | null => {
  const [there, due] = [digits(stated), digits(meant)];
  if (due === '0' || there === '0') return null;
  if (isSwapped(there, due)) return { hint: '数字颠倒？', weight: 30 };
  if (there === `${due}0`) return { hint: '多写一个 0？', weight: 28 };
  if (due === `${there}0`) return { hint: '少写一个 0？', weight: 28 };
  if (withoutZeros(there) === withoutZeros(due)) return { hint: '小数点或单位错？', weight: 26 };
  // Short numbers are alike by chance.
  const weight = [0, 0, 8, 16][Math.max(there.length, due.length)] ?? 20;
  if (lacksOne(there, due)) return { hint: '多写一位？', weight };
  if (lacksOne(due, there)) return { hint: '少写一位？', weight };
  if (weight > 0 && wrongDigits(there, due) === 1) return { hint: '写错一位？', weight: weight - 2 };
  return null;
};

// The point is no digit, so that 25.1 and 2.51, and 251000元 for 25.1万元, have the same ones.
const digits = (decimal: Decimal): string => decimal.replace('.', '').replace(/^0+(?=\d)/u, '');

const withoutZeros = (digits: string): string => digits.replace(/0+$/u, '');

/** Two neighbouring digits changed places; the difference is then a multiple of 9. */
const isSwapped = (a: string, b: string): boolean => {
  if (a.length !== b.length || a === b) return false;
  const at = [...a].findIndex((digit, nth) => digit !== b[nth]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
};

/** Whether leaving out one digit of `long` gives `short`. */
const lacksOne = (long: string, short: string): boolean =>
  long.length === short.length + 1 &&
  [...long].some((_, nth) => `${long.slice(0, nth)}${long.slice(nth + 1)}` === short);

const wrongDigits = (a: string, b: string): number =>
  a.length === b.length ? [...a].filter((digit, nth) => digit !== b[nth]).length : Number.POSITIVE_INFINITY;
