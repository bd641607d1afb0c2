// A whole is the sum of its parts, and no part exceeds its whole.
import { describe, expect, test } from 'vitest';
import { addsUp } from '../../pipeline/checks/adds-up.ts';
import type { Verdict } from '../../pipeline/model.ts';
import { type Cells, ret } from '../made.ts';
import { brokenOf, facing, messagesOf, outcomesOf } from './verdicts.ts';

const run = (cells: Cells): readonly Verdict[] => addsUp.run(facing([ret('01', cells)]));

const GRANTED = { 'app.granted.natural': '3', 'app.granted.legal': '2' };

describe('a total', () => {
  test('holds where its parts add up to it', () => {
    const cells = {
      ...GRANTED,
      'app.granted.total': '5',
      'app.handled.natural': '3',
      'app.handled.legal': '2',
      'app.handled.total': '5',
    };
    expect(outcomesOf(run(cells))).toEqual({
      'app.handled.*': 'held held held',
      'app.*.total': 'held held held',
      'list.press': 'held',
    });
  });

  test('breaks where they do not, and the message counts it out', () => {
    const verdicts = run({ ...GRANTED, 'app.granted.total': '6' });
    expect(messagesOf(verdicts)).toContain(
      '“教育局”工作表“统计表”C4，“予以公开·总计”填报 6，各分项之和为 5（自然人 3＋法人 2），多 1。请核对总计与各分项。',
    );
    expect(brokenOf(verdicts)[1]).toMatchObject({
      rule: 'app.*.total',
      severity: 'fatal',
      stated: '6',
      due: '5',
      difference: '1',
      place: { unit: '01', table: 'app', row: 'granted', column: 'total', ref: { file: '01.xlsx', cell: 'C4' } },
    });
  });

  test('along a column names its parts by their rows', () => {
    const cells = { 'app.granted.natural': '3', 'app.denied.natural': '4', 'app.handled.natural': '5' };
    expect(messagesOf(run(cells))).toContain(
      '“教育局”工作表“统计表”C8，“办理总计·自然人”填报 5，各分项之和为 7（予以公开 3＋不予公开 4），少 2。请核对总计与各分项。',
    );
  });

  test('over parts that are all 0 says so', () => {
    expect(messagesOf(run({ 'app.denied.total': '1' }))).toContain(
      '“教育局”工作表“统计表”C7，“不予公开·总计”填报 1，各分项之和为 0（各分项均为 0），多 1。请核对总计与各分项。',
    );
  });

  test('takes a blank part beside filled ones, 无 and 不适用 as 0', () => {
    const cells = { 'app.granted.natural': '5', 'app.granted.legal': '', 'app.granted.total': '5' };
    expect(outcomesOf(run(cells))['app.*.total']).toBe('held held held');
    expect(outcomesOf(run({ ...cells, 'app.granted.legal': '无' }))['app.*.total']).toBe('held held held');
    expect(outcomesOf(run({ ...cells, 'app.granted.legal': '不适用' }))['app.*.total']).toBe('held held held');
  });

  test('adds money to the last place', () => {
    const cells = { 'app.granted.natural': '0.1', 'app.granted.legal': '0.2', 'app.granted.total': '0.3' };
    expect(outcomesOf(run(cells))['app.*.total']).toBe('held held held');
  });
});

describe('nobody can say whether it holds', () => {
  const granted = (more: Cells): string | undefined =>
    outcomesOf(run({ ...GRANTED, 'app.granted.total': '6', ...more }))['app.*.total']?.split(' ')[0];

  test('where the total is blank, approximate, unreadable or not in the file', () => {
    for (const raw of ['', '约6', '5+1', null]) expect(granted({ 'app.granted.total': raw })).toBe('unknown');
  });

  test('where a part is approximate, unreadable or not in the file', () => {
    for (const raw of ['约2', '1+1', null]) expect(granted({ 'app.granted.legal': raw })).toBe('unknown');
  });

  test('where the parts of a total above 0 are all blank: that is for is-filled to say', () => {
    expect(granted({ 'app.granted.natural': '', 'app.granted.legal': '' })).toBe('unknown');
  });
});

describe('其中', () => {
  test('holds up to its whole', () => {
    expect(outcomesOf(run({ 'list.press': '2', 'list.press_lead': '2' }))['list.press']).toBe('held');
  });

  test('breaks above it, at the part', () => {
    const verdicts = run({ 'list.press': '1', 'list.press_lead': '2' });
    expect(messagesOf(verdicts)).toEqual([
      '“教育局”工作表“统计表”C12，“主要负责同志参加次数”填报 2，大于“新闻发布会次数”的 1。其中数不应超过总数，请核对。',
    ]);
    expect(brokenOf(verdicts)[0]).toMatchObject({
      stated: '2',
      due: '≤1',
      difference: '1',
      place: { row: 'press_lead' },
    });
  });

  test('is unknown where either is blank', () => {
    expect(outcomesOf(run({ 'list.press': '' }))['list.press']).toBe('unknown');
    expect(outcomesOf(run({ 'list.press_lead': '' }))['list.press']).toBe('unknown');
  });
});
