// Money in 元 where 万元 is asked.
import { multiply } from '../decimal.ts';
import type { Item } from '../items.ts';
import type { Decimal } from '../model.ts';
import type { Figures } from './figures.ts';

export interface InYuan {
  readonly place: number;
  readonly amount: Decimal;
  readonly last: Decimal;
  /** The amount taken as 元. */
  readonly converted: Decimal;
}

const TIMES = 1000;

/** Amounts of 万元 that are a thousand times last year's or more (crosschecks S6). */
export const inYuan = (figures: Figures, last: Figures | undefined, items: readonly Item[]): readonly InYuan[] =>
  items.flatMap(({ row }, place) => {
    if (row.measure !== 'money' || row.unit !== '万元') return [];
    const amount = figures.stated[place] ?? null;
    const before = last?.stated[place] ?? null;
    if (amount === null || before === null || Number(before) <= 0) return [];
    if (Number(amount) < TIMES * Number(before)) return [];
    return [{ place, amount, last: before, converted: multiply(amount, '0.0001') }];
  });
