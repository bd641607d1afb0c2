// What several units may each have counted is asked about once for the period.
import { expect, test } from 'vitest';
import { confront } from '../../pipeline/checks/confront.ts';
import { isCountedOnce } from '../../pipeline/checks/is-counted-once.ts';
import type { Form, Return } from '../../pipeline/model.ts';
import { type Cells, confronted, FORM, plan, ret, UNITS } from '../made.ts';
import { brokenOf, facing, messagesOf, outcomesOf } from './verdicts.ts';

const ONCE_FORM: Form = {
  ...FORM,
  once: [
    {
      id: 'case',
      figures: ['app.granted.total', 'app.denied.total'],
      why: '同一案件只计一次。',
      suggestion: '请核对。',
    },
    { id: 'press', figures: ['list.press'], why: '联合举办的各计一次。', suggestion: '请看。' },
  ],
};

const on = (...cells: readonly Cells[]) => isCountedOnce.run(facing(returnsOf(cells), { form: ONCE_FORM }));

const returnsOf = (cells: readonly Cells[]): readonly Return[] =>
  cells.map((one, nth) => ret(UNITS[nth]?.code ?? '', one));

test('what one unit alone counts is counted once', () => {
  expect(outcomesOf(on({ 'app.granted.total': '3', 'list.press': '2' }, {}, {}))).toEqual({
    case: 'held',
    press: 'held',
  });
});

test('the units that count the same are listed in one finding for the period', () => {
  const verdicts = on(
    { 'app.granted.total': '3', 'app.denied.total': '1' },
    { 'app.granted.total': '2', 'app.denied.total': '无' },
    { 'app.granted.total': '0', 'app.denied.total': '4余' },
  );
  expect(messagesOf(verdicts)).toEqual([
    '“予以公开·总计”有 2 个单位填报（“教育局”3、“民政局”2，单位：件）；“不予公开·总计”有 2 个单位填报（“教育局”1、“董志镇”4（约数），单位：件）。同一案件只计一次。→请核对。',
  ]);
  expect(brokenOf(verdicts)).toMatchObject([
    {
      rule: 'case',
      severity: 'info',
      place: { unit: null, ref: null },
      stated: 'app.granted.total：01 3、02 2；app.denied.total：01 1、11 4（约数）',
    },
  ]);
});

test('units that count in different lines have no case in common', () => {
  expect(outcomesOf(on({ 'app.granted.total': '3' }, { 'app.denied.total': '2' }, {}))).toMatchObject({ case: 'held' });
});

test('a blank total counts as the sum of its parts', () => {
  const verdicts = on(
    { 'list.press': '1', 'app.granted.total': '', 'app.granted.natural': '2' },
    { 'app.granted.total': '5' },
  );
  expect(brokenOf(verdicts)[0]?.stated).toBe('app.granted.total：01 2、02 5');
});

test('where a second unit may count and nobody can read it, nothing is decided', () => {
  expect(outcomesOf(on({ 'list.press': '1' }, { 'list.press': '3-1' }))).toMatchObject({ press: 'unknown' });
  expect(outcomesOf(on({ 'list.press': '0' }, { 'list.press': '3-1' }))).toMatchObject({ press: 'held' });
  expect(outcomesOf(on({ 'list.press': null }, { 'list.press': null }))).toMatchObject({ press: 'unknown' });
});

test('the id of the finding stays while the units in it state the same, whatever the others do', () => {
  const idOf = (returns: readonly Return[], name = '教育局'): string | undefined => {
    const units = UNITS.map(unit => (unit.code === '01' ? { ...unit, name } : unit));
    const edition = confronted(returns, { form: ONCE_FORM, plan: plan({ units }) });
    return confront(edition, [isCountedOnce]).findings.find(({ rule }) => rule === 'press')?.id;
  };
  const two: readonly Cells[] = [{ 'list.press': '1' }, { 'list.press': '2' }];
  const id = idOf(returnsOf(two));
  expect(id).toMatch(/^f/u);
  expect(idOf(returnsOf([...two, { 'list.press': '0', 'app.granted.total': '9' }]))).toBe(id);
  expect(idOf(returnsOf(two), '区教育局')).toBe(id);
  expect(idOf(returnsOf([{ 'list.press': '1' }, { 'list.press': '3' }]))).not.toBe(id);
});

test('a form that names nothing of the kind is not asked', () => {
  expect(isCountedOnce.run(facing(returnsOf([{ 'list.press': '1' }, { 'list.press': '1' }])))).toEqual([]);
});
