// Every unit from which a return is due has one that counts.
import { expect, test } from 'vitest';
import { hasFiled } from '../../pipeline/checks/has-filed.ts';
import { EMPTY } from '../../pipeline/left.ts';
import { judgement, plan, ret } from '../made.ts';
import { brokenOf, facing, messagesOf, outcomesOf } from './verdicts.ts';

const RETURNS = [ret('02', {}), ret('11', {})];

test('a unit with a return that counts has filed', () => {
  expect(outcomesOf(hasFiled.run(facing([ret('01', {}), ...RETURNS])))).toEqual({ filed: 'held held held' });
});

test('a unit that sent nothing is named, with the date and the way out', () => {
  const verdicts = hasFiled.run(facing(RETURNS));
  expect(messagesOf(verdicts)).toEqual([
    '没有收到“教育局”2025年的报表（应于 2026-01-31 前报送），汇总数中不含该单位。→请催报；确无报送任务的，从 period.yaml 的 units 或 units.csv 中移出。',
  ]);
  expect(brokenOf(verdicts)[0]).toMatchObject({
    severity: 'fatal',
    stated: '未收到',
    place: { unit: '01', ref: null },
  });
});

test('a unit whose files were all set aside is told which and why', () => {
  const judgements = [
    judgement({
      delivery: { path: 'a.xlsx', sha256: 'a', size: 1 },
      status: 'rejected',
      reason: '文件已损坏或没有传完',
    }),
    judgement({ delivery: { path: 'b.xlsx', sha256: 'b', size: 1 }, status: 'conflict', reason: '内容不同' }),
    judgement({ delivery: { path: 'c.xlsx', sha256: 'c', size: 1 }, unit: '02', status: 'superseded', reason: '重复' }),
  ];
  expect(messagesOf(hasFiled.run(facing(RETURNS, { judgements })))).toEqual([
    '“教育局”2025年没有可用的报表（a.xlsx：文件已损坏或没有传完；b.xlsx：内容不同）（应于 2026-01-31 前报送），汇总数中不含该单位。→请按上述原因与单位核实后重新报送。',
  ]);
});

test('a unit of which a file waits for the next run is told which, and that it waits', () => {
  const judgements = [
    judgement({ delivery: { path: '教育局.xlsx', sha256: '', size: 0 }, status: 'ignored', reason: EMPTY }),
  ];
  const [verdict] = brokenOf(hasFiled.run(facing(RETURNS, { judgements })));
  expect(verdict).toMatchObject({
    stated: '收到的文件还没有读取',
    message:
      '“教育局”2025年没有可用的报表（教育局.xlsx：文件是空的（0 字节），可能还在复制，留待下次运行）（应于 2026-01-31 前报送），汇总数中不含该单位。',
    suggestion: '请等文件复制完、关闭后再运行一次；仍是这样的，请单位重新报送。',
  });
});

test('up to the day on which returns are due it is a question, after it the sums are incomplete', () => {
  const severity = (at: string, due: string | null): string | undefined =>
    brokenOf(hasFiled.run(facing(RETURNS, { at, plan: plan({ due }) })))[0]?.severity;
  expect(severity('2026-01-31T23:59:59+08:00', '2026-01-31')).toBe('query');
  expect(severity('2026-02-01T00:00:00+08:00', '2026-01-31')).toBe('fatal');
  expect(severity('2026-01-01', null)).toBe('fatal');
});

test('where no day is set none is named', () => {
  const verdicts = hasFiled.run(facing(RETURNS, { plan: plan({ due: null, period: '2025-Q3' }) }));
  expect(messagesOf(verdicts)[0]).toMatch(/^没有收到“教育局”2025年第三季度的报表，汇总数中不含该单位。/u);
});
