// One figure down to the cells it came from.
import { expect, test } from 'vitest';
import type { Edition } from '../../pipeline/model.ts';
import { sum } from '../../pipeline/sum.ts';
import { explainText } from '../../pipeline/terminal/explain.ts';
import { plain } from '../../pipeline/terminal/plain.ts';
import { confronted, FORM, frozen, plan, ret } from '../made.ts';

const RETURNS = [
  ret('01', { 'list.press': '约5', 'list.fee': '0.5' }),
  ret('02', { 'list.press': '', 'list.fee': null }),
];

const EDITION: Edition = frozen({
  ...confronted(RETURNS),
  totals: sum(FORM, plan(), RETURNS),
  findings: [],
  tally: [],
  failures: [],
  madeFrom: null,
});

test('every unit due has its line: what it stated, where, and whether it counts', () => {
  expect(explainText(EDITION, 'press', null)).toBe(
    [
      '2025年  list.press  新闻发布会次数（次）',
      '  合计 5（含约数：约）  计入 2 个单位，未计入 1 个',
      '  教育局（01）  约 5  ← 01.xlsx!统计表!C11  原文“约5”',
      '  民政局（02）  空白  ← 02.xlsx!统计表!C11  原文“”',
      '  董志镇（11）  没有可用的报表，未计入',
      '',
    ].join('\n'),
  );
});

test('a figure whose line is not in the file says so', () => {
  expect(explainText(EDITION, 'list.fee', '02')).toBe(
    '2025年  list.fee  收费金额（万元）\n  民政局（02）  报表中没有这一项，未计入\n',
  );
});

test('a figure is known by its name, its end or its label', () => {
  for (const name of ['app.granted.natural', 'granted.natural', '予以公开·自然人'])
    expect(explainText(EDITION, name, '01')).toContain('  app.granted.natural  予以公开·自然人（件）');
});

test('a name that may mean several lists them', () => {
  expect(() => explainText(EDITION, 'total', null)).toThrow(
    'several items are named "total" in form small; did you mean app.granted.total, app.denied.total, app.handled.total?',
  );
  expect(() => explainText(EDITION, 'granted', null)).toThrow(
    'no item is named "granted" in form small; did you mean app.granted.natural, ',
  );
});

test('a name with a slip names the nearest, and one that is like nothing names none', () => {
  expect(() => explainText(EDITION, 'granted.natral', null)).toThrow('did you mean app.granted.natural?');
  expect(() => explainText(EDITION, '新闻发布会数', null)).toThrow('did you mean list.press?');
  expect(() => explainText(EDITION, 'zzz', null)).toThrow(/no item is named "zzz" in form small$/u);
});

test('a unit from which nothing is due is not known', () => {
  expect(() => explainText(EDITION, 'list.press', '99')).toThrow('no return is due from unit "99" for 2025');
});

test('signs that a terminal would obey are printed as signs', () => {
  expect(plain('教育局\u001b[2J\u202e\n\u200b报')).toBe('教育局\\u{1b}[2J\\u{202e}\\u{a}\\u{200b}报');
});
