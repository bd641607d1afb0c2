// Selective editing: what weighs in a published total is asked about first, and what cannot move one is not asked about.
import type { Cause, Moved } from './causes.ts';

export interface Ranked<T extends Moved> {
  /** By effect, the largest first. */
  readonly listed: readonly Cause<T>[];
  /** How many are left out because all of them together move no total by 1 %. */
  readonly rest: number;
}

const SMALL = 0.01;

/**
 * Effect: |value − expected| / total, the total being that published or, where the deviation takes from it, the one expected
 * (score function of Latouche & Berthelot, Journal of Official Statistics 8 (1992) 389). `totals` is by place of the item.
 */
export const rank = <T extends Moved>(causes: readonly Cause<T>[], totals: readonly number[]): Ranked<T> => {
  const effects = causes.map(cause => ({ cause, effect: effectOf(cause.told, totals[cause.told.place] ?? 0) }));
  const small = new Set<Cause<T>>();
  for (const group of Map.groupBy(effects, ({ cause }) => cause.told.place).values()) {
    let sum = 0;
    for (const { cause, effect } of group.toSorted((a, b) => a.effect - b.effect)) {
      sum += effect;
      if (sum < SMALL) small.add(cause);
    }
  }
  const listed = effects.filter(({ cause }) => !small.has(cause)).toSorted((a, b) => b.effect - a.effect);
  return { listed: listed.map(({ cause }) => cause), rest: small.size };
};

export const effectOf = ({ value, expected }: Moved, total: number): number => {
  const whole = Math.max(total, total - value + expected);
  return whole <= 0 ? 1 : Math.abs(value - expected) / whole;
};
