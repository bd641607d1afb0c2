// Blanks that matter.
import { expect, test } from 'vitest';
import { isFilled } from '../../pipeline/checks/is-filled.ts';
import type { Verdict } from '../../pipeline/model.ts';
import { type Cells, ret } from '../made.ts';
import { brokenOf, facing, messagesOf, outcomesOf } from './verdicts.ts';

const run = (cells: Cells, otherwise: string | null = '0'): readonly Verdict[] =>
  isFilled.run(facing([ret('01', cells, {}, otherwise)]));

test('a return with all its totals holds', () => {
  expect(outcomesOf(run({}))).toEqual({
    'total-filled': 'held held held held held',
    'parts-filled': 'held held held held held held',
  });
});

test('a total left out is computed, and the sum is suggested (B1)', () => {
  const verdicts = run({ 'app.granted.natural': '3', 'app.granted.legal': '2', 'app.granted.total': '' });
  expect(messagesOf(verdicts)).toEqual([
    '“教育局”工作表“统计表”C4，“予以公开·总计”未填，已按各分项之和 5 计入。请补填总计。→5',
  ]);
  expect(brokenOf(verdicts)[0]).toMatchObject({ rule: 'total-filled', severity: 'query', stated: '', due: '5' });
});

test('blank parts of a total of 0 are nothing to ask about (B2)', () => {
  expect(messagesOf(run({ 'app.granted.natural': '', 'app.granted.legal': '' }))).toEqual([]);
});

test('a total above 0 whose parts are all blank has to be split (B3)', () => {
  const verdicts = run({ 'app.granted.natural': '', 'app.granted.legal': '', 'app.granted.total': '5' });
  expect(messagesOf(verdicts)).toEqual([
    '“教育局”工作表“统计表”C4，“予以公开·总计”填报 5，但各分项（予以公开·自然人 等 2 项）都空着，无法归类，各分项未计入。请补填。',
  ]);
  expect(brokenOf(verdicts)[0]).toMatchObject({ rule: 'parts-filled', severity: 'fatal', stated: '5' });
});

test('a return that is blank all over is asked about once (B4)', () => {
  const verdicts = run({}, '');
  expect(messagesOf(verdicts)).toEqual([
    '“教育局”的报表（小统计表）没有填写任何数字，暂按 0 计入。请确认是零报告还是漏填。',
  ]);
  expect(brokenOf(verdicts)[0]).toMatchObject({ rule: 'not-all-blank', severity: 'query' });
});

test('a total left out over a part that nobody can read is not counted, and that is said', () => {
  const verdicts = run({ 'app.granted.natural': '1+2', 'app.granted.legal': '2', 'app.granted.total': '' });
  expect(messagesOf(verdicts)).toEqual([
    '“教育局”工作表“统计表”C4，“予以公开·总计”未填，分项中又有未填或读不准的，无法代为计算，未计入汇总。请补填总计。',
  ]);
  expect(brokenOf(verdicts)[0]).toMatchObject({ severity: 'fatal' });
});

test('a total left out over a line that is not in the file is unknown: the missing line is told once', () => {
  const absent = { 'app.denied.natural': null, 'app.denied.legal': null, 'app.denied.total': null };
  const verdicts = run({ ...absent, 'app.granted.natural': '2', 'app.granted.total': '2', 'app.handled.natural': '' });
  expect(messagesOf(verdicts)).toEqual([]);
});

test('totals that are the parts of one told to be split are not told again', () => {
  const blank = Object.fromEntries(
    ['granted', 'denied', 'handled'].flatMap(row => ['natural', 'legal'].map(column => [`app.${row}.${column}`, ''])),
  );
  expect(
    brokenOf(run({ ...blank, 'app.handled.total': '5', 'app.granted.total': '5' })).map(({ rule }) => rule),
  ).toEqual(['parts-filled', 'parts-filled']);
});

test('what is not in the file, and parts of a total that nobody can read, are unknown', () => {
  const absent = { 'app.granted.natural': null, 'app.granted.legal': null, 'app.granted.total': null };
  expect(outcomesOf(run(absent))['total-filled']).toBe('held unknown held held held');
  const unread = { 'app.granted.natural': '', 'app.granted.legal': '', 'app.granted.total': '2+3' };
  expect(outcomesOf(run(unread))['parts-filled']).toBe('held unknown held held held held');
  expect(messagesOf(run(unread))).toEqual([]);
});
