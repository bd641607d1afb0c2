// One return counts for each unit; what was set aside for another is said.
import { expect, test } from 'vitest';
import { isSettled } from '../../pipeline/checks/is-settled.ts';
import { judgement } from '../made.ts';
import { brokenOf, facing, messagesOf, outcomesOf } from './verdicts.ts';

const run = (...judgements: readonly ReturnType<typeof judgement>[]) => isSettled.run(facing([], { judgements }));

test('a file that counts is held; files that were refused or are litter are for others to speak of', () => {
  expect(outcomesOf(run(judgement()))).toEqual({ 'one-return': 'held' });
  expect(run(judgement({ status: 'rejected' }), judgement({ status: 'ignored' }))).toEqual([]);
});

test('a file that was replaced is named, for information', () => {
  const verdicts = run(judgement({ status: 'superseded', reason: '已由更正后的报表替代：教育局（更正）.xlsx' }));
  expect(messagesOf(verdicts)).toEqual([
    '“教育局”的文件 教育局.xlsx 未计入汇总：已由更正后的报表替代：教育局（更正）.xlsx。',
  ]);
  expect(brokenOf(verdicts)[0]).toMatchObject({ severity: 'info', stated: '0123456789ab', place: { unit: '01' } });
});

test('files that conflict are fatal, and say how to settle it', () => {
  const verdicts = run(
    judgement({ status: 'conflict', reason: '同一单位有多份内容不同的报表，无法判断以哪份为准：b.xlsx' }),
  );
  expect(messagesOf(verdicts)).toEqual([
    '“教育局”的文件 教育局.xlsx 未计入汇总：同一单位有多份内容不同的报表，无法判断以哪份为准：b.xlsx。→请与单位核实以哪份为准，在其文件名中注明“更正”，或删去另一份。',
  ]);
  expect(brokenOf(verdicts)[0]?.severity).toBe('fatal');
});
