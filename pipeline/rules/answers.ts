// What returns and totals answer to the figures of rules: of this year, of years before, of the units below.
import { type Shares, sharesOf } from '../complete.ts';
import { small } from '../decimal.ts';
import { itemIndex, itemName } from '../items.ts';
import type { CellRef, Edition, Period, Rule, Total } from '../model.ts';
import { type Observed, observer } from '../observed.ts';
import { onceOf } from '../once-of.ts';
import { fraction } from './fraction.ts';
import type { Numbers } from './glance.ts';
import { ANYTHING, addRanges, exactly, type Range } from './range.ts';
import type { Figure } from './syntax.ts';

export interface Answer {
  readonly range: Range;
  /** As a person would say it: `5`, `13000余`, `0（空白）`. */
  readonly shown: string;
  readonly isBlank: boolean;
  readonly ref: CellRef | null;
  /** The earlier period that it is of, else null. */
  readonly period: Period | null;
  /** Of a total: the units in it; sums over different units are not compared. */
  readonly coverage: string;
}

export type Answers = (figure: Figure) => Answer;

export type Filed = Pick<Edition, 'form' | 'plan' | 'returns' | 'totals' | 'previous'>;

/** The same figures as a rule looks closer at them, and at a glance. */
export interface Asked {
  readonly answers: Answers;
  readonly numbers: Numbers;
}

/** The answers of each unit's return. What is shared by all returns is prepared once, and a return of before once a unit. */
export const answersOfUnits = (edition: Filed): ((unit: string) => Asked) => {
  const books = booksBack(edition);
  const below = Map.groupBy(edition.plan.units, ({ parent }) => parent ?? '');
  return unit => {
    const answers = ({ name, from }: Figure): Answer => {
      if (from.kind === 'here') return books(0)?.answer(unit, name) ?? NOT_THERE;
      if (from.kind === 'before') return books(from.years)?.answer(unit, name) ?? NOT_THERE;
      const children = (below.get(unit) ?? []).map(({ code }) => books(0)?.answer(code, name) ?? NOT_THERE);
      return children.length === 0 ? { ...NOT_THERE, shown: '没有下级单位' } : summed(children);
    };
    const numbers: Numbers = ({ name, from }, missing) => {
      if (from.kind === 'children') return Number.NaN;
      return books(from.kind === 'here' ? 0 : from.years)?.number(unit, name, missing) ?? Number.NaN;
    };
    return { answers, numbers };
  };
};

/** The answers of the sums over all units. */
export const answersOfTotals = (edition: Filed): Answers => {
  const byYear = new Map<number, ReadonlyMap<string, Total>>();
  const totalsOf = (years: number): ReadonlyMap<string, Total> => {
    const found = byYear.get(years) ?? totalsByName(back(edition, years)?.totals ?? []);
    byYear.set(years, found);
    return found;
  };
  return ({ name, from }) => {
    const years = from.kind === 'before' ? from.years : 0;
    const total = totalsOf(years).get(name);
    if (total === undefined || total.unitsIn.length === 0) return NOT_THERE;
    const { value, approximate, unitsIn } = total;
    const period = years === 0 ? null : (back(edition, years)?.plan.period ?? null);
    const range = approximate === null ? exactly(fraction(value)) : ANYTHING;
    return { range, shown: value, isBlank: false, ref: null, period, coverage: years === 0 ? coverageOf(unitsIn) : '' };
  };
};

// Most totals are over the same thousands of units.
const coverageOf = onceOf((codes: readonly string[]) => codes.join(' '));

const totalsByName = (totals: readonly Total[]): ReadonlyMap<string, Total> =>
  new Map(totals.filter(({ group }) => group === '*').map(total => [itemName(total), total]));

const back = (edition: Filed, years: number): Filed | null =>
  years === 0 ? edition : edition.previous === null ? null : back(edition.previous, years - 1);

/** The returns of one edition by unit, each understood when it is first asked for. */
interface Book {
  readonly answer: (unit: string, name: string) => Answer;
  readonly number: (unit: string, name: string, missing: Rule['missing']) => number;
}

// Figures of another scope are other figures, so that they do not answer.
const booksBack = (edition: Filed): ((years: number) => Book | null) => {
  const books = new Map<number, Book | null>();
  return years => {
    const known = books.get(years);
    if (known !== undefined) return known;
    const then = back(edition, years);
    const isComparable = then !== null && then.plan.scope === edition.plan.scope;
    const book = isComparable ? bookOf(then, years === 0 ? null : then.plan.period) : null;
    books.set(years, book);
    return book;
  };
};

const bookOf = ({ form, returns }: Filed, period: Period | null): Book => {
  const [observe, ofReturn, index] = [observer(form), sharesOf(form), itemIndex(form)];
  const byUnit = new Map(returns.map(ret => [ret.unit, ret]));
  const pages = new Map<string, Page>();
  const pageOf = (unit: string): Page | null => {
    const known = pages.get(unit);
    if (known !== undefined) return known;
    const ret = byUnit.get(unit);
    if (ret === undefined) return null;
    const page = { observed: observe(ret), shares: ofReturn(ret) };
    pages.set(unit, page);
    return page;
  };
  // A figure that this form does not ask is nowhere.
  const placeOf = (name: string): number => index.get(name)?.place ?? -1;
  return {
    answer: (unit, name) => {
      const page = pageOf(unit);
      return page === null ? { ...NOT_THERE, shown: '未报', period } : answerIn(page, placeOf(name), period);
    },
    number: (unit, name, missing) => {
      const page = pageOf(unit);
      return page === null ? Number.NaN : numberIn(page, placeOf(name), missing);
    },
  };
};

/** What a return says, and what is taken from it, by place of the item in its form. */
interface Page {
  readonly observed: Observed;
  readonly shares: Shares;
}

const numberIn = ({ observed, shares }: Page, place: number, missing: Rule['missing']): number => {
  const share = shares[place] ?? null;
  if (share === null || share.word !== null) return Number.NaN;
  return missing === 'skip' && observed[place]?.value.kind === 'blank' ? Number.NaN : small(share.amount);
};

const answerIn = ({ observed, shares }: Page, place: number, period: Period | null): Answer => {
  const observation = observed[place];
  if (observation === undefined) return { ...NOT_THERE, period };
  const { value, ref } = observation;
  const share = shares[place] ?? null;
  const common = { ref, period, coverage: '', isBlank: value.kind === 'blank' };
  if (value.kind === 'approximate')
    return {
      ...common,
      range: { low: fraction(value.low), high: value.high === null ? null : fraction(value.high) },
      shown: value.raw.trim(),
    };
  if (share === null)
    return { ...common, range: ANYTHING, shown: value.kind === 'blank' ? '空白' : `“${value.raw.trim()}”读不准` };
  // A blank total of approximate parts: how far it reaches is not known.
  const range = share.word === null ? exactly(fraction(share.amount)) : ANYTHING;
  const note = value.kind !== 'blank' ? '' : share.computed ? '（空白，按分项之和）' : '（空白）';
  return { ...common, range, shown: `${share.amount}${note}` };
};

const NOT_THERE: Answer = { range: ANYTHING, shown: '没有', isBlank: false, ref: null, period: null, coverage: '' };

const summed = (answers: readonly Answer[]): Answer => ({
  ...NOT_THERE,
  range: addRanges(answers.map(({ range }) => range)),
  shown: `${answers.length} 个下级单位之和`,
  isBlank: answers.some(({ isBlank }) => isBlank),
});
