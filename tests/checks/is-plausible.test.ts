// Figures against their unit's years and against their group.
import { expect, test } from 'vitest';
import { isPlausible } from '../../pipeline/checks/is-plausible.ts';
import { pastWords } from '../../pipeline/checks/unusual-words.ts';
import type { Return, Total, Verdict } from '../../pipeline/model.ts';
import { sum } from '../../pipeline/sum.ts';
import { type Cells, FORM, plan, ret, unit } from '../made.ts';
import { yearsBefore } from '../plausible/past.ts';
import { brokenOf, facing, messagesOf, outcomesOf } from './verdicts.ts';

const totalsOf = (returns: readonly Return[]): readonly Total[] => sum(FORM, plan(), returns);

const run = (now: readonly Return[], ...years: readonly (readonly Return[])[]): readonly Verdict[] =>
  isPlausible.run(facing(now, { totals: totalsOf(now), previous: yearsBefore(years) }));

const press = (count: number, more: Cells = {}): readonly Return[] => [
  ret('01', { 'list.press': String(count), ...more }),
];

test('4, 5, 3 and then 40 is asked about in these words', () => {
  const verdicts = run(press(40), press(3), press(5), press(4));
  expect(messagesOf(verdicts)).toEqual([
    '“教育局”工作表“统计表”C11，“新闻发布会次数”近三年 4、5、3，今年 40；按往年应在 0–20 之间，影响合计约 91%。→请核实；属实的，请说明原因。',
  ]);
  expect(brokenOf(verdicts)[0]).toMatchObject({ rule: 'own-years', severity: 'query', stated: '40', due: '0–20' });
});

test('a total and the parts that moved with it are one question, at the total', () => {
  const granted = (natural: number): readonly Return[] => {
    const count = String(natural);
    const cells = ['granted.natural', 'granted.total', 'handled.natural', 'handled.total'].map(name => [
      `app.${name}`,
      count,
    ]);
    return [ret('01', { ...Object.fromEntries(cells), 'list.press': '3' })];
  };
  expect(messagesOf(run(granted(60), granted(5), granted(4)))).toEqual([
    expect.stringMatching(
      /^“教育局”工作表“统计表”C10，“办理总计·总计”近两年 4、5，今年 60；按往年应在 0–\d+ 之间，影响合计约 9\d%。同时偏高的有“[^”]+” 60、“[^”]+” 60等 3 项。→/u,
    ),
  ]);
});

test('what cannot move a total is counted, not listed', () => {
  const others = (count: string): Return => ret('02', { 'list.press': count });
  const now = [...press(40), others('100000')];
  const last = [...press(4), others('99000')];
  expect(messagesOf(run(now, last, last, last))).toEqual(['其余 1 处偏离对各项合计的影响均不足 1%，不再列出。']);
});

test('without a history and in a group of fewer than ten nothing is said', () => {
  const verdicts = run([ret('01', { 'list.press': '100000' }), ret('02', { 'list.press': '1' })]);
  expect(messagesOf(verdicts)).toEqual([]);
  expect(Object.keys(outcomesOf(verdicts))).toEqual(['group']);
  expect(new Set(verdicts.map(({ outcome }) => outcome))).toEqual(new Set(['unknown']));
});

test('without a history a figure out of all proportion to its group is told, and only told', () => {
  const units = Array.from({ length: 11 }, (_, nth) => unit(`${10 + nth}`, `单位${10 + nth}`));
  const now = units.map(({ code }, nth) => ret(code, { 'list.press': nth === 10 ? '500' : String(1 + (nth % 3)) }));
  const verdicts = isPlausible.run(facing(now, { plan: plan({ units }), totals: totalsOf(now) }));
  expect(messagesOf(verdicts)).toEqual([
    '“单位20”工作表“统计表”C11，“新闻发布会次数”填报 500，该单位没有往年数可比；“部门”组其他 10 个单位的中位数为 2，九成五不超过 3。→请核实；属实的，请说明原因。',
  ]);
  expect(brokenOf(verdicts)[0]).toMatchObject({ rule: 'group', severity: 'info' });
});

test('constant years, and years that changed as much before, are not asked about', () => {
  expect(messagesOf(run(press(7), press(7), press(7)))).toEqual([]);
  expect(messagesOf(run(press(39), press(2), press(40), press(1)))).toEqual([]);
});

test('figures of a return that is-fresh asks about are not asked about again', () => {
  const last = [ret('01', { 'list.fee': '5.25', 'list.press': '2' })];
  expect(messagesOf(run([ret('01', { 'list.fee': '52500', 'list.press': '2' })], last))).toEqual([]);
});

test('a signed change is not judged', () => {
  const change = (count: string): readonly Return[] => press(3, { 'list.change': count });
  expect(messagesOf(run(change('900'), change('1'), change('-1')))).toEqual([]);
});

test('the order of the returns does not matter', () => {
  const now = [...press(40), ret('02', { 'list.press': '80' })];
  const last = [...press(4), ret('02', { 'list.press': '5' })];
  const sorted = (returns: readonly Return[], past: readonly Return[]) =>
    messagesOf(run(returns, past, past)).toSorted();
  expect(sorted(now.toReversed(), last.toReversed())).toEqual(sorted(now, last));
});

test('the years are named where one of them is missing, and 同期 where periods are parts of a year', () => {
  const stated = (...periods: readonly string[]) =>
    periods.map((period, nth) => ({ period, amount: String(nth + 1), number: nth + 1 }));
  expect(pastWords(stated('2024'), '2025')).toBe('去年 1');
  expect(pastWords(stated('2023', '2024'), '2025')).toBe('近两年 1、2');
  expect(pastWords(stated('2022', '2024'), '2025')).toBe('2022年、2024年 1、2');
  expect(pastWords(stated('2023'), '2025')).toBe('2023年 1');
  expect(pastWords(stated('2023-Q3', '2024-Q3'), '2025-Q3')).toBe('近两年同期 1、2');
});
