// All figures of a period against their units' years.
import type { Item } from '../items.ts';
import type { Decimal } from '../model.ts';
import type { Moved } from './causes.ts';
import type { Figures } from './figures.ts';
import { historyOf, type PastYear, type Stated } from './past.ts';
import { poolOf } from './pool.ts';
import { predict } from './predict.ts';
import { type Interval, unusual } from './unusual.ts';

/** A figure outside of what its unit's years let expect. */
export interface Deviation extends Moved {
  readonly unit: string;
  readonly amount: Decimal;
  readonly interval: Interval;
  /** Oldest first. */
  readonly history: readonly Stated[];
}

/** A figure judged by its unit's years: usual, or a deviation. */
export type Judged = Pick<Deviation, 'unit' | 'place'> & { readonly deviation: Deviation | null };

/** Every figure that has a history, by item and then unit. Signed figures (比上年增减) have no usual level and are not judged. */
export const judge = (
  items: readonly Item[],
  present: ReadonlyMap<string, Figures>,
  past: readonly PastYear[],
): readonly Judged[] => {
  const oldestFirst = past.toReversed();
  const units = [...new Set(past.flatMap(year => [...year.units.keys()]))];
  return items.flatMap((item, place) => {
    if (item.row.measure === 'change' || past.length === 0) return [];
    const histories = new Map(units.map(unit => [unit, historyOf(oldestFirst, unit, place)] as const));
    const pool = poolOf([...histories.values()].map(numbersOf));
    return [...present.values()].flatMap(figures => {
      const history = histories.get(figures.unit) ?? [];
      const amount = figures.stated[place] ?? null;
      if (history.length === 0 || amount === null) return [];
      return [judgeOne({ unit: figures.unit, place, amount, value: Number(amount), history }, pool)];
    });
  });
};

const judgeOne = (figure: Omit<Deviation, 'expected' | 'interval'>, pool: Parameters<typeof predict>[1]): Judged => {
  const { unit, place, value, history } = figure;
  const numbers = numbersOf(history);
  const prediction = predict(numbers, pool);
  const interval = unusual(value, numbers, prediction);
  return { unit, place, deviation: interval && { ...figure, expected: prediction.mean, interval } };
};

const numbersOf = (history: readonly Stated[]): readonly number[] => history.map(({ number }) => number);
