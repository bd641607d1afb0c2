// Lapsed rules and last year's year, as they stand in published reports.
import { describe, expect, test } from 'vitest';
import { citesTheLaw } from '../../pipeline/checks/cites-the-law.ts';
import { plan } from '../made.ts';
import { facingProse, telling } from './prose.ts';
import { brokenOf, messagesOf, outcomesOf } from './verdicts.ts';

const run = (texts: Readonly<Record<string, string>>, period = '2025') =>
  citesTheLaw.run(facingProse([telling('01', texts)], { plan: plan({ period }) }));

const citedIn = (text: string, period?: string): readonly string[] =>
  brokenOf(run({ s1: text }, period)).map(({ rule, stated }) => `${rule} ${stated}`);

test('the rules in force hold', () => {
  const text = '根据《条例》（国务院令第711号）和国办公开办函〔2021〕30号编制。2025年，我局……';
  expect(outcomesOf(run({ s1: text }))).toEqual({
    notice: 'held',
    'notice-title': 'held',
    trial: 'held',
    regulation: 'held',
    misprint: 'held',
    year: 'held',
  });
});

test('a lapsed notice is told with the one in force', () => {
  const verdicts = run({ s1: '按照国办公开办函〔2019〕60号的要求' });
  expect(messagesOf(verdicts)).toEqual([
    '“教育局”工作表“文字”B1，“总体情况·主动公开”引用了“国办公开办函〔2019〕60号”，应为“国办公开办函〔2021〕30号”：该通知的报告格式自2021年度起不再使用。→请改用现行规定的名称和文号，并核对全文是否沿用了往年的文稿。',
  ]);
  expect(brokenOf(verdicts)[0]).toMatchObject({ severity: 'query', explainable: true, place: { table: 's1' } });
});

test.each([
  ['brackets and spaces of any kind', '国办公开办函 [ 2019 ] 60 号', 'notice 国办公开办函[2019]60号'],
  ['the trial format', '《政府信息公开工作年度报告格式（试行）》', 'trial 年度报告格式(试行'],
  ['the regulation of 2007', '（国务院令第492号）', 'regulation 令第492号'],
  ['a wrong counting word', '国务院令第711条', 'misprint 令第711条'],
  [
    'the title of 2019 with the number of 2021',
    '《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2021〕30号）',
    'notice-title 年度报告有关事项的通知》(国办公开办函〔2021〕30号',
  ],
])('%s', (_, text, due) => {
  expect(citedIn(text)).toEqual([due]);
});

test('what was in force then was right', () => {
  expect(citedIn('国办公开办函〔2019〕60号', '2020')).toEqual([]);
  expect(citedIn('国务院令第492号', '2017')).toEqual([]);
});

test('another rule on trial is nothing of ours', () => {
  expect(citedIn('《政务公开考核办法（试行）》')).toEqual([]);
});

describe('the year', () => {
  test('at the head of a text is the period’s', () => {
    expect(messagesOf(run({ s1: '2024年，我镇主动公开信息30条。' }))).toEqual([
      '“教育局”工作表“文字”B1，“总体情况·主动公开”写的是2024年，本期是2025年。→请核对是否沿用了往年的文稿，并改正年度。',
    ]);
    expect(citedIn('（一）2024年度我镇公开30条。')).toEqual(['year 2024年']);
    expect(citedIn('本年度（２０２４年）公开30条，2025年……')).toEqual(['year 2024年']);
  });

  test.each([
    '2024年以来，',
    '2024年度以来，',
    '2019年5月起',
    '2024年底，',
    '与2024年相比，',
    '2024年公开3条，2025年公开5条',
    '公开30条',
  ])('may be another elsewhere: %s', text => {
    expect(citedIn(text)).toEqual([]);
  });

  test('of problems may be the last', () => {
    expect(messagesOf(run({ s5: '2024年存在的问题已经整改。' }))).toEqual([]);
  });
});

test('a return without words is nothing to look at', () => {
  expect(run({})).toEqual([]);
});
