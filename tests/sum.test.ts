// Totals: exact, over all and by group, each naming the units it is without.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemName } from '../pipeline/items.ts';
import type { Return, Total } from '../pipeline/model.ts';
import { sum } from '../pipeline/sum.ts';
import { type Cells, FORM, frozen, ITEMS, plan, ret, UNITS, unit } from './made.ts';

const totalOf = (returns: readonly Return[], name: string, group = '*'): Total => {
  const found = sum(FORM, plan(), frozen(returns)).find(total => itemName(total) === name && total.group === group);
  if (found === undefined) throw new Error(`no total of ${name} for ${group}`);
  return found;
};

test('money is added exactly', () => {
  const fees = ['24252.311082', '0.1', '0.2'].map((fee, nth) => ret(UNITS[nth]?.code ?? '', { 'list.fee': fee }));
  expect(totalOf(fees, 'list.fee').value).toBe('24252.611082');
  expect(totalOf(fees.slice(1), 'list.fee').value).toBe('0.3');
});

test('every figure is totalled for all and for each group, in the order of the form and the roster', () => {
  const totals = sum(FORM, plan(), []);
  expect(totals.map(total => `${itemName(total)} ${total.group}`)).toEqual(
    ITEMS.flatMap(name => ['*', '部门', '乡镇'].map(group => `${name} ${group}`)),
  );
});

test('a unit without a return is missing from every total, and named', () => {
  const total = totalOf([ret('11', { 'list.press': '4' })], 'list.press');
  expect(total).toMatchObject({ value: '4', unitsIn: ['11'], unitsMissing: ['01', '02'] });
  expect(totalOf([], 'list.press')).toMatchObject({ value: '0', unitsIn: [], unitsMissing: ['01', '02', '11'] });
});

test('figures that the same units are missing from share the list of them', () => {
  const returns = [ret('01', { 'list.press': '1+2' }), ret('11', {})];
  expect(totalOf(returns, 'list.press').unitsMissing).toEqual(['01', '02']);
  const others = sum(FORM, plan(), returns).filter(({ group, row }) => group === '*' && row !== 'press');
  expect([...new Set(others.map(({ unitsIn }) => unitsIn))]).toEqual([['01', '11']]);
});

test('a figure that nobody can read, or whose line is not there, leaves its unit out of that total only', () => {
  const returns = [
    ret('01', { 'list.press': '1+2' }),
    ret('02', { 'list.press': null }),
    ret('11', { 'list.press': '4' }),
  ];
  expect(totalOf(returns, 'list.press')).toMatchObject({ value: '4', unitsIn: ['11'], unitsMissing: ['01', '02'] });
  expect(totalOf(returns, 'list.fee').unitsMissing).toEqual([]);
});

test('无, 不适用 and a blank count as 0, and their units are in', () => {
  const returns = [
    ret('01', { 'list.press': '无' }),
    ret('02', { 'list.press': '不适用' }),
    ret('11', { 'list.press': '' }),
  ];
  expect(totalOf(returns, 'list.press')).toMatchObject({ value: '0', unitsIn: ['01', '02', '11'], unitsMissing: [] });
});

test('a unit that left its total out is in by the sum of its parts; one that left the parts out is missing from them', () => {
  const returns = [
    ret('01', { 'app.granted.natural': '3', 'app.granted.total': '' }),
    ret('02', { 'app.granted.natural': '', 'app.granted.legal': '', 'app.granted.total': '5' }),
    ret('11', {}),
  ];
  expect(totalOf(returns, 'app.granted.total')).toMatchObject({ value: '8', unitsMissing: [] });
  expect(totalOf(returns, 'app.granted.natural')).toMatchObject({ value: '3', unitsMissing: ['02'] });
});

test('a total with an approximate part says so, in the word of that part', () => {
  const word = (...raws: readonly string[]): string | null =>
    totalOf(
      raws.map((raw, nth) => ret(UNITS[nth]?.code ?? '', { 'list.press': raw })),
      'list.press',
    ).approximate;
  expect(word('13000余', '2', '3')).toBe('余');
  expect(word('约5', '2')).toBe('约');
  expect(word('约5', '13000余')).toBe('余');
  expect(word('5', '2')).toBeNull();
});

test('a return of a unit from which none is due enters no total', () => {
  expect(totalOf([ret('99', { 'list.press': '7' })], 'list.press')).toMatchObject({ value: '0', unitsIn: [] });
});

test('units without a group are in the total of all and in no other', () => {
  const units = [unit('01', '教育局', ''), unit('02', '民政局', '')];
  const totals = sum(FORM, plan({ units }), [ret('01', { 'list.press': '2' })]);
  expect(new Set(totals.map(({ group }) => group))).toEqual(new Set(['*']));
});

const cell = fc.constantFrom('', '0', '3', '0.07', '-2', '无', '不适用', '约5', '1+2', null);
const cellsOf: fc.Arbitrary<Cells> = fc.record(Object.fromEntries(ITEMS.map(name => [name, cell])));
const filed = fc.subarray(UNITS.map(({ code }) => code));
const returnsOf = filed.chain(codes => fc.tuple(...codes.map(code => cellsOf.map(cells => ret(code, cells)))));

test('groups part the whole, and each unit due is either in a total or missing from it', () => {
  fc.assert(
    fc.property(returnsOf, returns => {
      const totals = Map.groupBy(sum(FORM, plan(), frozen(returns)), itemName);
      for (const [all, ...groups] of totals.values()) {
        const units = (pick: 'unitsIn' | 'unitsMissing'): readonly string[] =>
          groups.flatMap(group => group[pick]).sort();
        expect(units('unitsIn')).toEqual(all?.unitsIn);
        expect(units('unitsMissing')).toEqual(all?.unitsMissing);
        expect([...units('unitsIn'), ...units('unitsMissing')].sort()).toEqual(UNITS.map(({ code }) => code));
        const hundredths = groups.reduce((sum, { value }) => sum + Math.round(Number(value) * 100), 0);
        expect(hundredths).toBe(Math.round(Number(all?.value) * 100));
      }
    }),
  );
});

test('the order of returns does not matter', () => {
  fc.assert(
    fc.property(returnsOf, returns => {
      expect(sum(FORM, plan(), returns.toReversed())).toEqual(sum(FORM, plan(), returns));
    }),
  );
});
