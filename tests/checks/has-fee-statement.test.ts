import { expect, test } from 'vitest';
import { hasFeeStatement } from '../../pipeline/checks/has-fee-statement.ts';
import { facingProse, telling } from './prose.ts';
import { messagesOf, outcomesOf } from './verdicts.ts';

const run = (texts: Readonly<Record<string, string>>) => hasFeeStatement.run(facingProse([telling('01', texts)]));

test('a statement that none was charged holds', () => {
  expect(outcomesOf(run({ s6: '本年度未收取信息 处理费。' }))).toEqual({ fee: 'held' });
});

test('another text without it is asked about', () => {
  expect(messagesOf(run({ s6: '无。' }))).toEqual([
    '“教育局”工作表“文字”B1，“其他事项”没有提到信息处理费：“无。”。→请写明本年度收取信息处理费的情况；没有收取的，写“本年度未收取信息处理费”。',
  ]);
});

test('so is a unit that wrote of other things only', () => {
  expect(messagesOf(run({ s1: '公开30条。' }))[0]).toMatch(/^“教育局”，“其他事项”没有填写。/u);
});

test('a return of figures only is not', () => {
  expect(run({})).toEqual([]);
});
