// The years before, newest first, as far as they are in the input.
import type { Item } from '../items.ts';
import type { Decimal, Edition, Period, Scope } from '../model.ts';
import { type Figures, figuresOf } from './figures.ts';

/** What all units stated for one earlier period. */
export interface PastYear {
  readonly period: Period;
  readonly units: ReadonlyMap<string, Figures>;
}

/** One figure of one unit in an earlier period. */
export interface Stated {
  readonly period: Period;
  readonly amount: Decimal;
  readonly number: number;
}

const MOST_YEARS = 5;

/** Up to five years of the same scope, newest first; a year of another scope is passed over. */
export const pastOf = (items: readonly Item[], previous: Edition | null, scope: Scope): readonly PastYear[] => {
  const years: PastYear[] = [];
  let edition = previous;
  for (let back = 0; edition !== null && back < MOST_YEARS; back += 1) {
    const { plan, form, returns } = edition;
    if (plan.scope === scope) years.push({ period: plan.period, units: figuresOf(items, form, returns) });
    edition = edition.previous;
  }
  return years;
};

/** What a unit stated of the item at `place`, oldest first. */
export const historyOf = (past: readonly PastYear[], unit: string, place: number): readonly Stated[] =>
  past.toReversed().flatMap(({ period, units }) => {
    const amount = units.get(unit)?.stated[place] ?? null;
    return amount === null ? [] : [{ period, amount, number: Number(amount) }];
  });

/** Whether a unit stated the item at a place in any earlier year. */
export const hasHistory = (past: readonly PastYear[], unit: string): ((place: number) => boolean) => {
  const years = past.flatMap(({ units }) => units.get(unit) ?? []);
  return place => years.some(({ stated }) => (stated[place] ?? null) !== null);
};
