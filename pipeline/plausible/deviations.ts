// All figures of a period against their units' years.
import type { Item } from '../items.ts';
import type { Decimal } from '../model.ts';
import type { Moved } from './causes.ts';
import { columnsOf } from './columns.ts';
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
  const columnsIn = (filed: ReadonlyMap<string, Figures>) =>
    columnsOf(
      units.map(unit => filed.get(unit)),
      items.length,
    );
  const now = columnsIn(present);
  const years = past.toReversed().map(year => columnsIn(year.units));
  for (const [place, item] of items.entries()) {
    if (item.row.measure === 'change') continue;
    const histories = historiesIn(years.flatMap(columns => columns[place] ?? []));
    const pool = poolOf(histories);
    for (const [nth, history] of histories.entries()) {
      const value = now[place]?.[nth] ?? Number.NaN;
      if (history.length === 0 || Number.isNaN(value)) continue;
      judged += 1;
      if (isWithin(value, history)) continue;
      const prediction = predict(history, pool);
      const interval = unusual(value, history, prediction);
      const expected = prediction.mean;
      if (interval === null) continue;
      const unit = units[nth] ?? '';
      const amount = present.get(unit)?.stated[place] ?? '';
      deviations.push({ unit, place, amount, value, expected, interval, history: historyOf(past, unit, place) });
    }
  }
  return { deviations, figures: judged };
};

/** By unit: what it stated in the years of which these are columns, oldest first. */
const historiesIn = (years: readonly Float64Array[]): readonly (readonly number[])[] => {
  const histories = Array.from(years[0] ?? [], (): number[] => []);
  for (const year of years)
    for (let nth = 0; nth < year.length; nth += 1) {
      const number = year[nth] ?? Number.NaN;
      if (!Number.isNaN(number)) histories[nth]?.push(number);
    }
  return histories;
};
