// All figures of a period against their units' years.
import type { Item } from '../items.ts';
import type { Decimal } from '../model.ts';
import type { Moved } from './causes.ts';
import type { Figures } from './figures.ts';
import { historyOf, type PastYear, type Stated } from './past.ts';
import { poolOf } from './pool.ts';
import { predict } from './predict.ts';
import { type Interval, isWithin, unusual } from './unusual.ts';

/** A figure outside of what its unit's years let expect. */
export interface Deviation extends Moved {
  readonly unit: string;
  readonly amount: Decimal;
  readonly interval: Interval;
  /** Oldest first. */
  readonly history: readonly Stated[];
}

/** What the units' years say of a period: the figures that depart from them, and how many there are to judge. */
export interface Judged {
  /** By item and then unit. */
  readonly deviations: readonly Deviation[];
  readonly figures: number;
}

/** Judges every figure that has a history. Signed figures (比上年增减) have no usual level and are not judged. */
export const judge = (
  items: readonly Item[],
  present: ReadonlyMap<string, Figures>,
  past: readonly PastYear[],
): Judged => {
  const deviations: Deviation[] = [];
  let judged = 0;
  const units = [...new Set(past.flatMap(year => [...year.units.keys()]))];
  const years = units.map(unit => past.toReversed().flatMap(year => year.units.get(unit) ?? []));
  for (const [place, item] of items.entries()) {
    if (item.row.measure === 'change') continue;
    const histories = years.map(own => own.flatMap(({ numbers }) => numberAt(numbers, place)));
    const pool = poolOf(histories);
    for (const [nth, unit] of units.entries()) {
      const history = histories[nth] ?? [];
      const amount = present.get(unit)?.stated[place] ?? null;
      if (history.length === 0 || amount === null) continue;
      judged += 1;
      const value = Number(amount);
      if (isWithin(value, history)) continue;
      const prediction = predict(history, pool);
      const interval = unusual(value, history, prediction);
      const expected = prediction.mean;
      if (interval !== null)
        deviations.push({ unit, place, amount, value, expected, interval, history: historyOf(past, unit, place) });
    }
  }
  return { deviations, figures: judged };
};

const numberAt = (numbers: readonly number[], place: number): readonly number[] => {
  const number = numbers[place] ?? Number.NaN;
  return Number.isNaN(number) ? [] : [number];
};
