// Returns that are of another year, another unit, in other places or in other units of money.
import { expect, test } from 'vitest';
import { isFresh } from '../../pipeline/checks/is-fresh.ts';
import type { Return, Verdict } from '../../pipeline/model.ts';
import { type Cells, ret } from '../made.ts';
import { yearsBefore } from '../plausible/past.ts';
import { brokenOf, facing, messagesOf, outcomesOf } from './verdicts.ts';

const run = (now: readonly Return[], ...years: readonly (readonly Return[])[]): readonly Verdict[] =>
  isFresh.run(facing(now, { previous: yearsBefore(years) }));

/** Consistent: every total is the sum of its parts. */
const applications = (granted: readonly [number, number], denied: readonly [number, number]): Cells => {
  const line = (row: string, [natural, legal]: readonly [number, number]): Cells => ({
    [`app.${row}.natural`]: String(natural),
    [`app.${row}.legal`]: String(legal),
    [`app.${row}.total`]: String(natural + legal),
  });
  const handled = [granted[0] + denied[0], granted[1] + denied[1]] as const;
  return { ...line('granted', granted), ...line('denied', denied), ...line('handled', handled) };
};

const FULL: Cells = { ...applications([12, 3], [4, 1]), 'list.press': '7', 'list.fee': '52.5' };

test("last year's figures under this year's name are asked about once", () => {
  expect(messagesOf(run([ret('01', FULL)], [ret('01', FULL)]))).toEqual([
    '“教育局”的报表与该单位2024年的报表逐项相同：非零的 6 项（不计总计）全部相同，如“收费金额” 52.5、“予以公开·自然人” 12、“新闻发布会次数” 7。疑将2024年的报表改了年份报送。→请核实；确属巧合的，请说明。',
  ]);
});

test('nine in ten are enough, fewer are not', () => {
  const more: Cells = { ...FULL, 'list.press_lead': '2', 'list.change': '-3' };
  const last = [ret('01', { ...more, 'list.change': '5' })];
  expect(messagesOf(run([ret('01', more)], last))).toEqual([]);
  const ten = { ...FULL, 'list.press': '8' };
  expect(messagesOf(run([ret('01', ten)], [ret('01', FULL)]))).toEqual([]);
});

test('a small unit that repeats itself honestly is not asked', () => {
  const small: Cells = { ...applications([1, 0], [0, 0]), 'list.press': '6' };
  expect(messagesOf(run([ret('01', small)], [ret('01', small)]))).toEqual([]);
  expect(messagesOf(run([ret('01', {})], [ret('01', {})]))).toEqual([]);
});

test("another unit's figures are asked about at both, where nothing tells whose they are", () => {
  expect(messagesOf(run([ret('01', FULL), ret('02', FULL)]))).toEqual([
    '“教育局”的报表与“民政局”本期的报表逐项相同：非零的 6 项（不计总计）全部相同，如“收费金额” 52.5、“予以公开·自然人” 12、“新闻发布会次数” 7。疑有一份误用了另一单位的数字。→请与两个单位核实。',
    '“民政局”的报表与“教育局”本期的报表逐项相同：非零的 6 项（不计总计）全部相同，如“收费金额” 52.5、“予以公开·自然人” 12、“新闻发布会次数” 7。疑有一份误用了另一单位的数字。→请与两个单位核实。',
  ]);
});

test('of two with the same figures, the one they fit by last year is not asked', () => {
  const last = [ret('01', { ...FULL, 'list.press': '9', 'app.denied.legal': '2' }), ret('02', { 'list.press': '1' })];
  expect(brokenOf(run([ret('01', FULL), ret('02', FULL)], last)).map(({ rule, place }) => [rule, place.unit])).toEqual([
    ['own-unit', '02'],
  ]);
});

test("a table slid by one column is told where putting it back gives last year's figures", () => {
  const last = applications([12, 3], [4, 7]);
  const slid: Cells = {
    'app.granted.legal': '12',
    'app.granted.total': '3',
    'app.denied.legal': '4',
    'app.denied.total': '7',
    'app.handled.legal': '16',
    'app.handled.total': '10',
  };
  const verdicts = run([ret('01', slid)], [ret('01', last)]);
  expect(messagesOf(verdicts)).toEqual([
    '“教育局”工作表“统计表”C3起，“三、申请情况”的数字疑整体右移了一列：移回后，与该单位2024年的报表非零的 6 项中有 6 项相同。→请对照行名、列名核实每个数字的位置。',
  ]);
  expect(brokenOf(verdicts)[0]).toMatchObject({ rule: 'in-place', place: { unit: '01', table: 'app' } });
});

test('a table slid by one row is told by its own sums', () => {
  const slid: Cells = {
    'app.denied.natural': '12',
    'app.denied.legal': '3',
    'app.denied.total': '15',
    'app.handled.natural': '4',
    'app.handled.legal': '1',
    'app.handled.total': '5',
  };
  // Down by one row its total row falls off: nothing is left to tell by.
  expect(messagesOf(run([ret('01', slid)]))).toEqual([]);
  const up: Cells = {
    'app.granted.natural': '4',
    'app.granted.legal': '1',
    'app.granted.total': '5',
    'app.denied.natural': '4',
    'app.denied.legal': '1',
    'app.denied.total': '5',
  };
  expect(messagesOf(run([ret('01', up)]))).toEqual([
    '“教育局”工作表“统计表”C2起，“三、申请情况”的数字疑整体上移了一行：移回后，原来不相等的 3 处合计全部相等。→请对照行名、列名核实每个数字的位置。',
  ]);
});

test('money a thousand times that of last year is taken for 元', () => {
  const verdicts = run([ret('01', { 'list.fee': '525000' })], [ret('01', { 'list.fee': '52.31' })]);
  expect(messagesOf(verdicts)).toEqual([
    '“教育局”工作表“统计表”C13，“收费金额”填报 525000 万元，2024年为 52.31 万元，相差千倍以上，疑将元填作万元；若填的是元，应为 52.5 万元。请核实。→52.5',
  ]);
  expect(messagesOf(run([ret('01', { 'list.fee': '52309' })], [ret('01', { 'list.fee': '52.31' })]))).toEqual([]);
  expect(messagesOf(run([ret('01', { 'list.fee': '52309' })], [ret('01', { 'list.fee': '0' })]))).toEqual([]);
});

test('all 0 after a year that was not', () => {
  expect(messagesOf(run([ret('01', {})], [ret('01', FULL)]))).toEqual([
    '“教育局”的报表全部为 0，而2024年有 6 项不为 0（不计总计），如“收费金额” 52.5、“予以公开·自然人” 12、“新闻发布会次数” 7。→请确认是零报告还是漏填。',
  ]);
  // Blank throughout is asked about by is-filled; one application last year may be none this year.
  expect(messagesOf(run([ret('01', {}, {}, '')], [ret('01', FULL)]))).toEqual([]);
  expect(messagesOf(run([ret('01', {})], [ret('01', applications([1, 0], [0, 0]))]))).toEqual([]);
});

test('without a year before, what needs one is unknown', () => {
  expect(outcomesOf(run([ret('01', FULL)]))).toEqual({
    'own-year': 'unknown',
    'own-unit': 'held',
    'in-place': 'held',
    'in-wan-yuan': 'unknown',
    'not-emptied': 'unknown',
  });
});
