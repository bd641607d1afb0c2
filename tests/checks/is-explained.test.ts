// Explanations that answer nothing, or what cannot be answered so, are named once.
import { expect, test } from 'vitest';
import { isExplained } from '../../pipeline/checks/is-explained.ts';
import type { Explanation, Finding, Verdict } from '../../pipeline/model.ts';
import { explanation, finding } from '../made.ts';
import { brokenOf, facing, messagesOf, outcomesOf } from './verdicts.ts';

const run = (explanations: readonly Explanation[], found: readonly Finding[]): readonly Verdict[] =>
  isExplained.run(facing([], { explanations }), found);

test('an explanation of a query that is still there holds', () => {
  expect(outcomesOf(run([explanation()], [finding()]))).toEqual({ stale: 'held', fatal: 'held' });
});

test('an explanation whose finding is gone is named', () => {
  const verdicts = run([explanation()], []);
  expect(messagesOf(verdicts)).toEqual([
    '说明所对应的问题已不存在或数值已变：说明.csv 工作表“csv”B2，编号 f0123456789a，“数字属实”。→数值已变而仍有问题的，请按新的编号重新说明；问题已解决的，不必处理。',
  ]);
  expect(brokenOf(verdicts)[0]).toMatchObject({ severity: 'info', explainable: false, place: { unit: null } });
});

test('a fatal finding is not explained away', () => {
  const verdicts = run([explanation()], [finding({ severity: 'fatal', explainable: false })]);
  expect(messagesOf(verdicts)).toEqual([
    '“教育局”的强制性问题不能以说明代替更正，仍待处理：说明.csv 工作表“csv”B2，编号 f0123456789a，“数字属实”。→请改正数值后重新报送。',
  ]);
  expect(brokenOf(verdicts)[0]).toMatchObject({ rule: 'fatal', severity: 'info', place: { unit: '01' } });
});
