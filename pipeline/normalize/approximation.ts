// Words such as 余, 近, 约 and 万 as intervals (crosschecks P8). Amounts are above 0; whole amounts get whole bounds.
import { add, compare, isWhole, multiply, subtract } from '../decimal.ts';
import type { Decimal } from '../model.ts';

export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal | null;
}

/**
 * `near` 近: less than n, by half of its last non-zero digit's place at most. `about` 约: ±5 %. `more` 余: less than the next
 * round number; an exact n (157余) has no bound. `over` 超: n or more. `under` 不足: less than n. `at-most` 以下: n or less.
 * `rounded` 550万: what rounds to n in its last printed digit.
 */
export type Vagueness = 'near' | 'about' | 'more' | 'over' | 'under' | 'at-most' | 'rounded';

type Words = ReadonlyMap<string, Vagueness>;
const words = (...lists: readonly (readonly [Vagueness, string])[]): Words =>
  new Map(lists.flatMap(([vagueness, list]) => list.split(' ').map(word => [word, vagueness] as const)));

/** Before the number: 近5000. 上 goes with a bare power only: 上千. */
export const WORDS_BEFORE: Words = words(
  ['near', '将近 接近 近'],
  ['about', '大约 大概 约为 约'],
  ['over', '超过 超 逾 多于 至少 不少于 不低于 上'],
  ['under', '不足 不到 不满 少于 低于'],
  ['at-most', '不超过 至多'],
);
/** Between number and counting word: 四十余条, 278余万, 1.3万余. */
export const WORDS_BETWEEN: Words = words(['more', '余 多 来 几']);
/** Behind it all: 300件左右. 以上 and 以下 include the number itself. */
export const WORDS_BEHIND: Words = words(['about', '左右 上下'], ['over', '以上'], ['at-most', '以下 以内']);

/** `step`: the place of the last printed digit, such as 10000 for 550万. `divisible`: money, which has no next number. */
export const interval = (vagueness: Vagueness, n: Decimal, step: Decimal, divisible: boolean): Interval => {
  const whole = !divisible && isWhole(n);
  const up = (x: Decimal): Decimal => (whole && !isWhole(x) ? add([floor(x), '1']) : x);
  const down = (x: Decimal): Decimal => (whole ? floor(x) : x);
  const below = (x: Decimal): Decimal => (whole ? subtract(up(x), '1') : x);
  const half = (x: Decimal): Decimal => multiply(x, '0.5');
  switch (vagueness) {
    case 'near':
      return { low: lesser(up(subtract(n, half(lastPlace(n)))), below(n)), high: below(n) };
    case 'about':
      return { low: up(multiply(n, '0.95')), high: down(multiply(n, '1.05')) };
    case 'more':
      if (!divisible && compare(lastPlace(n), '1') <= 0) return { low: n, high: null };
      return { low: n, high: below(add([n, lastPlace(n)])) };
    case 'over':
      return { low: n, high: null };
    case 'under':
      return { low: '0', high: below(n) };
    case 'at-most':
      return { low: '0', high: n };
    case 'rounded':
      return { low: up(subtract(n, half(step))), high: below(add([n, half(step)])) };
  }
};

/** The smallest interval that holds them all: 约40余 may be what either word allows. */
export const hull = (first: Interval, ...rest: readonly Interval[]): Interval =>
  rest.reduce(
    (sum, next) => ({
      low: lesser(sum.low, next.low),
      high: sum.high === null || next.high === null ? null : compare(sum.high, next.high) < 0 ? next.high : sum.high,
    }),
    first,
  );

/** The place of the last non-zero digit: 1000 of 13000, 0.1 of 2.5. */
const lastPlace = (n: Decimal): Decimal => {
  const decimals = n.split('.')[1];
  if (decimals) return `0.${'0'.repeat(decimals.length - 1)}1`;
  return `1${'0'.repeat(n.length - n.replace(/0+$/, '').length)}`;
};

const floor = (n: Decimal): Decimal => n.split('.')[0] ?? n;
const lesser = (a: Decimal, b: Decimal): Decimal => (compare(a, b) < 0 ? a : b);
