// How a number stands in a report, with the word that says it is approximate.
import { compare, divide, multiply } from '../../decimal.ts';
import type { Decimal } from '../../model.ts';

/** 13000余, 近5000, 550万, 1204. `show` writes the digits. */
export const numberText = (value: Decimal, word: string | null, show = (digits: Decimal): string => digits): string => {
  if (word === null) return show(value);
  if (word === '万' || word === '亿') return roundedText(value, word, show);
  if (BEHIND.has(word)) return `${show(value)}${word}`;
  return `${BEFORE.get(word) ?? word}${show(value)}`;
};

/** 1204567.5 → 1,204,567.5 */
export const grouped = (value: Decimal): string => {
  const [whole = '', decimals] = value.split('.');
  const sign = whole.startsWith('-') ? '-' : '';
  const digits = whole.slice(sign.length);
  const first = digits.length % 3 || 3;
  const parts = sign + [digits.slice(0, first), ...(digits.slice(first).match(/\d{3}/g) ?? [])].join(',');
  return decimals === undefined ? parts : `${parts}.${decimals}`;
};

/** 5500000 → 550万, 25000 → 2.5万, exactly; below one 万 as it is. */
export const inWan = (value: Decimal): string =>
  compare(value.replace('-', ''), WAN) < 0 ? value : `${withoutZeros(multiply(value, '0.0001'))}万`;

/** 13456 → 13000余, rounded down to two leading digits; what is below 100, or round already, stays exact. */
export const roundedDown = (value: Decimal): string => {
  const whole = value.split('.')[0] ?? value;
  if (!/^\d{3,}$/.test(whole)) return value;
  const down = `${whole.slice(0, 2)}${'0'.repeat(whole.length - 2)}`;
  return compare(down, value) === 0 ? value : `${down}余`;
};

/** 100·a/b rounded half up; null where b is 0. */
export const percent = (a: Decimal, b: Decimal, places: number): Decimal | null =>
  compare(b, '0') === 0 ? null : divide(multiply(a, '100'), b, places);

// A sum that is no longer a short number of 万 loses the word, never its digits.
const roundedText = (value: Decimal, word: '万' | '亿', show: (digits: Decimal) => string): string => {
  const short = withoutZeros(multiply(value, word === '万' ? '0.0001' : '0.00000001'));
  return (short.split('.')[1] ?? '').length > 2 ? `约${show(value)}` : `${show(short)}${word}`;
};

export const withoutZeros = (value: Decimal): Decimal => (value.includes('.') ? value.replace(/\.?0+$/, '') : value);

const WAN = '10000';
const BEHIND = new Set(['余', '多', '来']);
// Words that people write behind the counting word (300件左右) come before the number, where no counting word is in the way.
const BEFORE: ReadonlyMap<string, string> = new Map([
  ['左右', '约'],
  ['上下', '约'],
  ['几', '逾'],
  ['上', '逾'],
  ['以上', '不少于'],
  ['以下', '不超过'],
  ['以内', '不超过'],
]);
