// Exact fractions: the numbers of rules, so that a division rounds nothing.
import { divide } from '../decimal.ts';
import type { Decimal } from '../model.ts';

/** `bottom` is above 0. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

export const fraction = (decimal: Decimal): Fraction => {
  if (!decimal.includes('.')) return { top: BigInt(decimal), bottom: 1n };
  const [whole = '0', decimals = ''] = decimal.split('.');
  return { top: BigInt(`${whole}${decimals}`), bottom: 10n ** BigInt(decimals.length) };
};

export const ZERO: Fraction = { top: 0n, bottom: 1n };

export const plus = (a: Fraction, b: Fraction): Fraction => {
  if (a.bottom === b.bottom) return { top: a.top + b.top, bottom: a.bottom };
  // Decimals stay over the longer one's power of ten, so that long sums do not grow.
  if (a.bottom % b.bottom === 0n) return { top: a.top + b.top * (a.bottom / b.bottom), bottom: a.bottom };
  if (b.bottom % a.bottom === 0n) return { top: a.top * (b.bottom / a.bottom) + b.top, bottom: b.bottom };
  return { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom };
};

export const negative = ({ top, bottom }: Fraction): Fraction => ({ top: -top, bottom });

export const times = (a: Fraction, b: Fraction): Fraction => ({ top: a.top * b.top, bottom: a.bottom * b.bottom });

/** Of anything but 0. */
export const inverse = ({ top, bottom }: Fraction): Fraction =>
  top < 0n ? { top: -bottom, bottom: -top } : { top: bottom, bottom: top };

export const signOf = ({ top }: Fraction): -1 | 0 | 1 => (top < 0n ? -1 : top > 0n ? 1 : 0);

export const order = (a: Fraction, b: Fraction): -1 | 0 | 1 => signOf(plus(a, negative(b)));

/** As a decimal; what has none is rounded to four places. */
export const decimalOf = ({ top, bottom }: Fraction): Decimal => {
  for (let places = 0; places <= LONGEST; places += 1)
    if ((top * 10n ** BigInt(places)) % bottom === 0n) return divide(String(top), String(bottom), places);
  return divide(String(top), String(bottom), 4);
};

const LONGEST = 12;
