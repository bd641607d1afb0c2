// period.yaml, completed with what follows from the period, the roster and the forms.
import { describe, expect, test } from 'vitest';
import { planOf } from '../../pipeline/intake/plan.ts';
import type { Plan, Unit } from '../../pipeline/model.ts';
import { unit } from '../made.ts';
import { FORMS } from '../render/house.ts';

const ROSTER: readonly Unit[] = [
  { ...unit('001', '教育局'), until: 2018 },
  { ...unit('002', '卫健局'), since: 2019 },
  unit('011', '董志镇', '乡镇'),
];

const planFor = (source: string | null, period = '2021'): Plan => planOf(period, source, ROSTER, FORMS, 'period.yaml');

const codes = (plan: Plan): readonly string[] => plan.units.map(({ code }) => code);

test('without settings, the form that serves the year and the units that report in it', () => {
  expect(planFor(null)).toMatchObject({
    form: 'annual-2021',
    due: null,
    title: null,
    organ: null,
    scope: 'own',
    phase: 'final',
  });
  expect(codes(planFor(null))).toEqual(['002', '011']);
  expect(planFor(null, '2017').form).toBe('annual-2014');
  expect(codes(planFor(null, '2017'))).toEqual(['001', '011']);
  expect(planFor(null, '2025-Q3').form).toBe('annual-2021');
});

test('every setting is taken', () => {
  const source =
    'form: xifeng-2017\ndue: 2018-01-31\ntitle: 年度报告\norgan: 西峰区\nscope: aggregate\nunits: [011, 001]\n';
  expect(planFor(source, '2017')).toMatchObject({
    form: 'xifeng-2017',
    due: '2018-01-31',
    title: '年度报告',
    organ: '西峰区',
    scope: 'aggregate',
  });
});

test('units come in the order of the roster, once, with their leading zeros', () => {
  expect(codes(planFor('units: [011, 002, 011]'))).toEqual(['002', '011']);
});

test('a unit may be named for a year in which the roster does not have it', () => {
  expect(codes(planFor('units: [001]'))).toEqual(['001']);
});

test('an empty file, empty settings and comments say nothing', () => {
  for (const source of ['', '# 空\n', 'due:\ntitle:\nunits:\n', 'due: null\ntitle: ~\n', '{}'])
    expect(planFor(source)).toEqual(planFor(null));
});

test('a title is a text, also where it looks like a number or a day', () => {
  expect(planFor('title: 2021').title).toBe('2021');
  expect(planFor('title: 2021-01-01').title).toBe('2021-01-01');
});

describe('a mistake is a Fault that names the file and the way out', () => {
  test.each([
    ['form: annual-2020', 'there is no form "annual-2020"; there are annual-2014, annual-2021, xifeng-2017'],
    ['due: 31.1.2022', 'due "31.1.2022" is no date like 2026-01-31'],
    ['due: 2022-02-30', 'due "2022-02-30" is no date like 2026-01-31'],
    ['scope: all', 'scope "all" is neither own nor aggregate'],
    ['phase: early', 'phase "early" is neither draft nor final'],
    ['title: [a, b]', '"title" is to be a text'],
    ['units: 011', '"units" is to be a list of codes'],
    ['units: []', '"units" is to be a list of codes'],
    ['units: [011, 099]', 'unit "099" is not in the roster'],
    ['forms: annual-2021', '"forms" is unknown; known are form, due, title, organ, scope, phase, units'],
    ['annual-2021', 'is to hold lines like "form: annual-2021"'],
    ['- form: annual-2021', 'is to hold lines like "form: annual-2021"'],
    ['form: annual-2021\nform: annual-2014', 'Map keys must be unique'],
    ['title: "年报', 'Missing closing "quote'],
  ])('%s', (source, message) => {
    expect(() => planFor(source)).toThrow(`period.yaml: ${message}`);
  });

  test('a year that no form serves has to name one', () => {
    expect(() => planFor(null, '2012')).toThrow('period.yaml: 0 forms serve 2012; name one with "form:"');
  });

  test('a year in which nobody reports has no edition', () => {
    const roster = ROSTER.slice(0, 1);
    expect(() => planOf('2021', null, roster, FORMS, 'period.yaml')).toThrow('no unit of the roster reports for 2021');
  });
});
