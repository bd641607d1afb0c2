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

describe('a total that does not add up', () => {
  const SUMS = {
    'app.granted.natural': '13',
    'app.granted.legal': '20',
    'app.granted.total': '33',
    'app.denied.natural': '4',
    'app.denied.total': '4',
    'app.handled.natural': '17',
    'app.handled.legal': '20',
    'app.handled.total': '37',
  };

  test('is told at the cell that several sums agree on, once, with the arithmetic of each and the likely value', () => {
    const verdicts = run({ ...SUMS, 'app.granted.natural': '31' });
    expect(messagesOf(verdicts)).toEqual([
      '“教育局”工作表“统计表”C2，“予以公开·自然人”填报 31，应为 13（数字颠倒？）：' +
        '“办理总计·自然人”填报 17，各分项之和为 35（予以公开 31＋不予公开 4），少 18；' +
        '“予以公开·总计”填报 33，各分项之和为 51（自然人 31＋法人 20），少 18。请核对。→13',
    ]);
    expect(brokenOf(verdicts)[0]).toMatchObject({
      rule: 'app.handled.*',
      severity: 'fatal',
      stated: '31',
      due: '13',
      difference: '18',
      place: { unit: '01', table: 'app', row: 'granted', column: 'natural', ref: { file: '01.xlsx', cell: 'C2' } },
    });
  });

  test('counts as broken in every rule that breaks', () => {
    const verdicts = run({ ...SUMS, 'app.granted.natural': '31' });
    expect(outcomesOf(verdicts)).toEqual({
      'app.handled.*': 'broken held held',
      'app.*.total': 'told held held',
      'list.press': 'held',
    });
  });

  test('names its parts by their rows, and where its own cell is meant says its name once', () => {
    expect(messagesOf(run({ ...SUMS, 'app.handled.legal': '200' }))).toEqual([
      '“教育局”工作表“统计表”C9，“办理总计·法人”填报 200，应为 20（多写一个 0？）：' +
        '各分项之和为 20（予以公开 20），多 180；' +
        '“办理总计·总计”填报 37，各分项之和为 217（自然人 17＋法人 200），少 180。请核对。→20',
    ]);
  });

  test('over parts that are all 0 says so', () => {
    expect(messagesOf(run({ 'app.denied.total': '1' }))).toEqual([
      '“教育局”工作表“统计表”C7，“不予公开·总计”填报 1，应为 0：“办理总计·总计”填报 0，各分项之和为 1（不予公开 1），少 1；' +
        '各分项之和为 0（各分项均为 0），多 1。请核对。→0',
    ]);
  });

  test('where a part was left blank that it counts says so', () => {
    expect(messagesOf(run({ ...SUMS, 'app.granted.natural': '' }))[0]).toMatch(/C2，“予以公开·自然人”未填，应为 13：/u);
  });

  test('names the other ways in which as few cells would do', () => {
    const unknowns = Object.fromEntries(Object.keys(SUMS).map(name => [name, name.includes('granted') ? '' : null]));
    const cells = { ...unknowns, 'app.granted.natural': '3', 'app.granted.legal': '2', 'app.granted.total': '6' };
    expect(messagesOf(run(cells))).toEqual([
      '“教育局”工作表“统计表”C4，“予以公开·总计”填报 6，可能应为 5：各分项之和为 5（自然人 3＋法人 2），多 1。' +
        '也可能是：“予以公开·法人”应为 3；“予以公开·自然人”应为 4。请核对。→5',
    ]);
  });

  test('that takes two cells names both', () => {
    expect(messagesOf(run({ ...SUMS, 'app.granted.natural': '20', 'app.granted.legal': '13' }))).toEqual([
      '“教育局”工作表“统计表”C3，“予以公开·法人”填报 13，可能应为 20（填到了别的格？）；' +
        '同时工作表“统计表”C2，“予以公开·自然人”填报 20，可能应为 13（填到了别的格？）：' +
        '“办理总计·自然人”填报 17，各分项之和为 24（予以公开 20＋不予公开 4），少 7；' +
        '“办理总计·法人”填报 20，各分项之和为 13（予以公开 13），多 7。' +
        '也可能是：“办理总计·法人”应为 13且“办理总计·自然人”应为 24。请核对。' +
        '→“予以公开·法人”应为 20，“予以公开·自然人”应为 13',
    ]);
  });

  test('knows what the unit stated the year before', () => {
    const previous = {
      ...facing([ret('01', { ...SUMS, 'app.granted.legal': '77' })]),
      findings: [],
      tally: [],
      failures: [],
      madeFrom: null,
    };
    const verdicts = addsUp.run(facing([ret('01', { ...SUMS, 'app.granted.legal': '77' })], { previous }));
    expect(messagesOf(verdicts)[0]).toContain('填报 77，应为 20（与上年相同，未更新？）');
  });

  test('at odds in more cells than can be guessed tells each sum for itself', () => {
    const names = ['granted', 'denied', 'handled'].flatMap(row => [`app.${row}.natural`, `app.${row}.legal`]);
    const odd = Object.fromEntries(names.map((name, nth) => [name, String(7 + nth * nth * 31)]));
    const messages = messagesOf(
      run({ ...odd, 'app.granted.total': '1', 'app.denied.total': '2', 'app.handled.total': '5' }),
    );
    expect(messages).toHaveLength(6);
    expect(messages).toContain(
      '“教育局”工作表“统计表”C4，“予以公开·总计”填报 1，各分项之和为 45（自然人 7＋法人 38），少 44。请核对总计与各分项。',
    );
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
