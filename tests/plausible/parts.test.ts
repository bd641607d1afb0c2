// The other parts of the engine: what goes together, what weighs, what a group says.
import { describe, expect, test } from 'vitest';
import { itemName, itemsOf } from '../../pipeline/items.ts';
import { causesOf, type Moved } from '../../pipeline/plausible/causes.ts';
import { rank } from '../../pipeline/plausible/effect.ts';
import { figuresOf } from '../../pipeline/plausible/figures.ts';
import { pastOf } from '../../pipeline/plausible/past.ts';
import { outOfProportion, percentile } from '../../pipeline/plausible/peers.ts';
import { relationsOf } from '../../pipeline/relations.ts';
import { FORM, ret } from '../made.ts';
import { yearsBefore } from './past.ts';

const items = itemsOf(FORM);
const itemNames = items.map(({ key }) => itemName(key));
const placeOf = (name: string): number => itemNames.indexOf(name);
const moved = (name: string, value: number, expected: number): Moved => ({ place: placeOf(name), value, expected });

describe('figures', () => {
  const of = (returns: Parameters<typeof figuresOf>[2]) => figuresOf(items, FORM, returns);

  test('a blank among figures is 0; a return that is blank throughout states nothing', () => {
    expect(of([ret('01', { 'list.press': '3' }, {}, '')]).get('01')?.stated[placeOf('list.fee')]).toBe('0');
    expect(of([ret('01', {}, {}, '')]).size).toBe(0);
  });

  test('another form answers the items that it has with the same address, measure and unit', () => {
    const [app, list] = FORM.tables;
    const rows = list?.rows.map(row => (row.id === 'press' ? { ...row, unit: '场' } : row)) ?? [];
    const other = {
      ...FORM,
      id: 'other',
      tables: [app, list && { ...list, rows }].filter(table => table !== undefined),
    };
    const stated =
      figuresOf(items, other, [ret('01', { 'list.press': '3', 'list.fee': '1.5' })]).get('01')?.stated ?? [];
    expect([stated[placeOf('list.press')], stated[placeOf('list.fee')]]).toEqual([null, '1.5']);
  });

  test('five years back, and none of another scope', () => {
    const years = Array.from({ length: 7 }, () => [ret('01', {})]);
    expect(pastOf(items, yearsBefore(years), 'own').map(({ period }) => period)).toEqual([
      '2024',
      '2023',
      '2022',
      '2021',
      '2020',
    ]);
    expect(pastOf(items, yearsBefore(years, 'aggregate'), 'own')).toEqual([]);
  });
});

describe('causes', () => {
  const told = (...all: readonly Moved[]) =>
    causesOf(all, items, relationsOf(FORM)).map(cause => [cause.told, ...cause.with].map(one => itemNames[one.place]));

  test('parts that moved with their total are told at the widest total', () => {
    expect(
      told(
        moved('app.granted.natural', 40, 4),
        moved('app.granted.total', 40, 4),
        moved('app.handled.natural', 40, 4),
        moved('app.handled.total', 41, 5),
      ),
    ).toEqual([['app.handled.total', 'app.granted.total', 'app.handled.natural', 'app.granted.natural']]);
  });

  test('what moved the other way, or in another table, has a cause of its own', () => {
    expect(
      told(moved('app.granted.natural', 0, 20), moved('app.granted.total', 40, 4), moved('list.press', 30, 1)),
    ).toEqual([['app.granted.natural'], ['app.granted.total'], ['list.press']]);
  });
});

describe('effect', () => {
  const cause = (value: number, expected: number) => ({ told: moved('list.press', value, expected), with: [] });
  const totals = (total: number): readonly number[] => items.map(() => total);

  test('the weightiest come first, and the rest together make less than 1 % of the total', () => {
    const [small, large, larger] = [cause(40, 31), cause(400, 4), cause(0, 700)];
    expect(rank([small, large, larger], totals(1000))).toEqual({ listed: [larger, large], rest: 1 });
  });

  test('small ones that make 1 % together are not all left out', () => {
    const all = [cause(40, 34), cause(41, 34)];
    expect(rank(all, totals(1000))).toEqual({ listed: [all[1]], rest: 1 });
  });

  test('what takes the whole of a total weighs the whole of it', () => {
    expect(rank([cause(0, 20)], totals(0)).rest).toBe(0);
  });
});

describe('a group', () => {
  const peers = [1, 1, 2, 2, 2, 3, 3, 3, 4];

  test('a figure out of all proportion is told with the median and the 95th percentile', () => {
    expect(outOfProportion(80, peers)).toEqual({ units: 9, median: 2, most: percentile(peers, 0.95) });
  });

  test.each([
    ['below 50', 49, [1, 1, 1, 1, 1, 1, 1, 1, 1]],
    ['not over 20 times the 95th percentile', 72, peers],
    ['in a group of nine', 80, peers.slice(1)],
    ['where most have nothing', 800, [0, 0, 0, 0, 0, 1, 1, 1, 1]],
    ['where units differ by orders of magnitude', 5000, [1, 2, 5, 10, 20, 50, 100, 150, 200]],
  ])('nothing is said %s', (_, value, others) => {
    expect(outOfProportion(value, others)).toBeNull();
  });

  test('percentiles lie between the figures', () => {
    expect([percentile([1, 2, 3, 4], 0.5), percentile([7], 0.95), percentile([0, 10], 0.95)]).toEqual([2.5, 7, 9.5]);
  });
});
