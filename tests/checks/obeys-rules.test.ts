// The rules of a form hold: within a return, from year to year, below a unit, among the sums.
import { describe, expect, test } from 'vitest';
import { confront } from '../../pipeline/checks/confront.ts';
import { obeysRules } from '../../pipeline/checks/obeys-rules.ts';
import type { Edition, Plan, Return, Rule, Unit, Value } from '../../pipeline/model.ts';
import { sum } from '../../pipeline/sum.ts';
import { type Cells, confronted, FORM, plan, ret, UNITS } from '../made.ts';
import { rule } from '../rules/made.ts';
import { brokenOf, facing, messagesOf, outcomesOf } from './verdicts.ts';

interface Given {
  readonly returns?: readonly Return[];
  readonly before?: readonly Return[];
  readonly plan?: Partial<Plan>;
  readonly units?: readonly Unit[];
}

/** What the rules say of these cells of unit 01, or of the returns given. */
const verdicts = (rules: Partial<Rule> | readonly Partial<Rule>[], cells: Cells = {}, given: Given = {}) => {
  const form = { ...FORM, rules: [rules].flat().map(more => rule(more)) };
  const returns = given.returns ?? [ret('01', cells)];
  const period = plan({ ...given.plan, ...(given.units === undefined ? {} : { units: given.units }) });
  const totals = sum(form, period, returns);
  return obeysRules.run(facing(returns, { form, plan: period, totals, previous: yearBefore(form, given.before) }));
};

const yearBefore = (form: Edition['form'], returns: readonly Return[] | undefined): Edition | null =>
  returns === undefined
    ? null
    : {
        ...confronted(returns, { form, plan: plan({ period: '2024' }), totals: sum(form, plan(), returns) }),
        findings: [],
        tally: [],
        failures: [],
        madeFrom: null,
      };

const outcome = (...args: Parameters<typeof verdicts>): string => outcomesOf(verdicts(...args))['R1'] ?? 'nothing';

const BALANCE = { scope: 'app each column', left: 'granted + denied', right: 'handled' } as const;

describe('a rule for each column', () => {
  test('is counted for each', () => {
    expect(outcome(BALANCE, { 'app.granted.natural': '3', 'app.handled.natural': '4' })).toBe('broken held held');
  });

  test('says both sides, the cells, the difference and the source', () => {
    const found = verdicts(
      { ...BALANCE, id: 'H1', name: '办理各项应当平衡', source: '国办公开办函〔2021〕30号' },
      { 'app.granted.natural': '3', 'app.denied.natural': '', 'app.handled.natural': '4' },
    );
    expect(messagesOf(found)).toEqual([
      '“教育局”的“自然人”列，办理各项应当平衡：左右两边应当相等。左边：“予以公开” 3（工作表“统计表”C2）＋“不予公开” 0（空白）（C5）＝3；右边：“办理总计” 4（C8）；相差 1。（规则 H1，依据：国办公开办函〔2021〕30号）→请核对两边各数。',
    ]);
    expect(brokenOf(found)[0]).toMatchObject({
      rule: 'H1',
      severity: 'fatal',
      stated: '3',
      due: '4',
      difference: '-1',
      place: { unit: '01', table: 'app', row: 'granted', column: 'natural', ref: { file: '01.xlsx', cell: 'C2' } },
    });
  });
});

describe('each relation', () => {
  const of = (relation: Rule['relation'], press: string, tolerance = '0'): string =>
    outcome({ left: 'press', relation, right: '5', tolerance }, { 'list.press': press });

  test.each([
    ['=', 'broken held broken'],
    ['<>', 'held broken held'],
    ['<', 'held broken broken'],
    ['<=', 'held held broken'],
    ['>', 'broken broken held'],
    ['>=', 'broken held held'],
  ] as const)('%s of 4, 5 and 6 to 5', (relation, due) => {
    expect(['4', '5', '6'].map(press => of(relation, press)).join(' ')).toBe(due);
  });

  test('may be missed by its tolerance', () => {
    expect(['3', '4', '6', '7'].map(press => of('=', press, '1')).join(' ')).toBe('broken held held broken');
    expect(['6', '7'].map(press => of('<=', press, '1')).join(' ')).toBe('held broken');
  });

  test('is exact: 0.1 + 0.2 is 0.3, and a third of three is one', () => {
    expect(outcome({ left: 'fee + 0.2', right: '0.3' }, { 'list.fee': '0.1' })).toBe('held');
    expect(outcome({ left: 'press / 3 + press / 3 + press / 3', right: '1' }, { 'list.press': '1' })).toBe('held');
  });
});

describe('a figure that is no plain number', () => {
  const AT_LEAST = { left: 'press', relation: '>=', right: '5' } as const;

  test.each([
    ['无', 'broken'],
    ['不适用', 'broken'],
    ['', 'broken'],
    ['3-1', 'unknown'],
    [null, 'unknown'],
  ])('%s', (raw, due) => {
    expect(outcome(AT_LEAST, { 'list.press': raw })).toBe(due);
  });

  test('is skipped where a blank decides nothing', () => {
    expect(outcome({ ...AT_LEAST, missing: 'skip' }, { 'list.press': '' })).toBe('unknown');
    expect(outcome({ ...AT_LEAST, missing: 'skip' }, { 'list.press': '0' })).toBe('broken');
  });

  test('is, for a blank total, the sum of its parts', () => {
    const cells = { 'app.granted.natural': '3', 'app.granted.legal': '2', 'app.granted.total': '' };
    const found = verdicts({ left: 'app.granted.total', right: '6' }, cells);
    expect(messagesOf(found)[0]).toContain('“予以公开” 5（空白，按分项之和）（工作表“统计表”C4）');
  });

  test('of which nobody knows how much it is decides nothing, unless the rest does', () => {
    const least = { left: 'max(press, change)', relation: '<=', right: '5' } as const;
    expect(outcome(least, { 'list.press': '#REF!', 'list.change': '4' })).toBe('unknown');
    expect(outcome(least, { 'list.press': '#REF!', 'list.change': '6' })).toBe('broken');
  });

  test('a division by 0 decides nothing', () => {
    expect(outcome({ left: 'press / change', right: '1' }, { 'list.press': '1' })).toBe('unknown');
  });
});

describe('an approximate figure is compared by its bounds', () => {
  // 5余 is at least 5, without an upper bound.
  test.each([
    ['>=', '5', 'held'],
    ['>=', '6', 'unknown'],
    ['<=', '4', 'broken'],
    ['=', '7', 'unknown'],
    ['=', '3', 'broken'],
    ['<>', '3', 'held'],
  ] as const)('5余 %s %s', (relation, right, due) => {
    expect(outcome({ left: 'press', relation, right }, { 'list.press': '5余' })).toBe(due);
  });

  test('bounded on both sides, the difference is not given as a number', () => {
    const about: Value = { kind: 'approximate', amount: '10', low: '9', high: '11', word: '约', raw: '约10' };
    const given = ret('01', { 'list.press': '0' });
    const observations = given.observations.map(one => (one.row === 'press' ? { ...one, value: about } : one));
    const found = verdicts({ left: 'press', relation: '<', right: '8' }, {}, { returns: [{ ...given, observations }] });
    expect(brokenOf(found)[0]).toMatchObject({ stated: '9～11', due: '<8', difference: '' });
    expect(messagesOf(found)[0]).toContain('左边：“新闻发布会次数” 约10（工作表“统计表”C11）；右边：8。');
  });
});

describe('a condition', () => {
  const TRAINED = { when: 'press > 0 and change <> 1', left: 'fee', relation: '>=', right: 'press' } as const;

  test('that is not met leaves the rule without a word', () => {
    expect(outcome(TRAINED, { 'list.press': '0' })).toBe('nothing');
    expect(outcome(TRAINED, { 'list.press': '2', 'list.change': '1' })).toBe('nothing');
  });

  test('that is met lets it speak', () => {
    expect(outcome(TRAINED, { 'list.press': '2', 'list.fee': '1' })).toBe('broken');
    expect(outcome(TRAINED, { 'list.press': '2', 'list.fee': '2' })).toBe('held');
  });

  test('that nobody can decide leaves it unknown, unless its other half decides', () => {
    expect(outcome(TRAINED, { 'list.press': '#REF!' })).toBe('unknown');
    expect(outcome(TRAINED, { 'list.press': '#REF!', 'list.change': '1' })).toBe('nothing');
  });
});

describe('the year before', () => {
  const CARRY = {
    id: 'X1',
    left: 'press',
    right: 'prev.press',
    message: '本年填报结转 {左} 次，上年报告 {右} 次，差 {差}',
    reasons: ['机构职能划转', '更正上年数据'],
  } as const;
  const lastYear = (cells: Cells, period = '2024'): readonly Return[] => [ret('01', cells, { period })];

  test('is that of the same unit', () => {
    expect(outcomesOf(verdicts(CARRY, { 'list.press': '2' }, { before: lastYear({ 'list.press': '2' }) }))).toEqual({
      X1: 'held',
    });
    const found = verdicts(CARRY, { 'list.press': '1' }, { before: lastYear({ 'list.press': '2' }) });
    expect(messagesOf(found)).toEqual([
      '“教育局”：本年填报结转 1 次，上年报告 2 次，差 1。左边：“新闻发布会次数” 1（工作表“统计表”C11）；右边：2024年“新闻发布会次数” 2（2024/01.xlsx 工作表“统计表”C11）；相差 1。（规则 X1）→请核对两边各数；如属实，请说明原因（机构职能划转、更正上年数据）。',
    ]);
  });

  test('decides nothing where its folder, its return or its line is not there, or where it is of another scope', () => {
    const unknown = { X1: 'unknown' };
    expect(outcomesOf(verdicts(CARRY))).toEqual(unknown);
    expect(outcomesOf(verdicts(CARRY, {}, { before: [ret('02', {})] }))).toEqual(unknown);
    expect(outcomesOf(verdicts(CARRY, {}, { before: lastYear({ 'list.press': null }) }))).toEqual(unknown);
    expect(outcomesOf(verdicts(CARRY, {}, { before: lastYear({}), plan: { scope: 'aggregate' } }))).toEqual(unknown);
  });

  test('two years before is not there where only one is', () => {
    expect(outcome({ left: 'press', right: 'prev(2).press' }, {}, { before: lastYear({}) })).toBe('unknown');
  });
});

describe('the units below', () => {
  const [first, second, third] = UNITS as [Unit, Unit, Unit];
  const units = [first, { ...second, parent: '01' }, { ...third, parent: '01' }];
  const WHOLE = { left: 'press', relation: '>=', right: 'child.press' } as const;

  test('are summed', () => {
    const of = (press: string): string =>
      outcome(
        WHOLE,
        {},
        {
          units,
          returns: [
            ret('01', { 'list.press': press }),
            ret('02', { 'list.press': '2' }),
            ret('11', { 'list.press': '3' }),
          ],
        },
      );
    // The units below have none below them.
    expect([of('5'), of('4')]).toEqual(['held unknown unknown', 'broken unknown unknown']);
  });

  test('decide nothing while one has not filed', () => {
    expect(outcome(WHOLE, {}, { units, returns: [ret('01', {}), ret('02', { 'list.press': '2' })] })).toBe(
      'unknown unknown',
    );
  });

  test('a rule on aggregate is for periods of that scope', () => {
    expect(outcome({ left: 'press', on: 'aggregate' })).toBe('nothing');
    expect(outcome({ left: 'press', on: 'aggregate' }, {}, { plan: { scope: 'aggregate' } })).toBe('held');
  });
});

describe('the sums over all units', () => {
  const TOTAL = { ...BALANCE, on: 'total', id: 'A3', message: '汇总数不平' } as const;

  test('are checked as nobody’s', () => {
    const returns = [
      ret('01', { 'app.granted.natural': '3', 'app.handled.natural': '1' }),
      ret('02', { 'app.handled.natural': '1' }),
    ];
    const found = verdicts(TOTAL, {}, { returns });
    expect(outcomesOf(found)).toEqual({ A3: 'broken held held' });
    expect(messagesOf(found)).toEqual([
      '汇总数的“自然人”列，汇总数不平。左边：“予以公开” 3＋“不予公开” 0＝3；右边：“办理总计” 2；相差 1。（规则 A3）→请核对两边各数。',
    ]);
    expect(brokenOf(found)[0]?.place).toMatchObject({ unit: null, ref: null, row: 'granted' });
  });

  test('over different units, or roughly known, are not compared', () => {
    expect(outcomesOf(verdicts(TOTAL, { 'app.granted.natural': '#REF!' }))).toEqual({ A3: 'unknown held held' });
    expect(outcomesOf(verdicts(TOTAL, { 'app.granted.natural': '5余' }))).toEqual({ A3: 'unknown held held' });
    expect(outcomesOf(verdicts(TOTAL, {}, { returns: [] }))).toEqual({ A3: 'unknown unknown unknown' });
  });
});

describe('a rule serves', () => {
  const NONE = { left: 'press', relation: '<', right: '1' } as const;

  test('its years', () => {
    const of = (more: Partial<Rule>): string => outcome({ ...NONE, ...more });
    expect([of({ since: 2025 }), of({ since: 2026 }), of({ until: 2025 }), of({ until: 2024 })]).toEqual([
      'held',
      'nothing',
      'held',
      'nothing',
    ]);
  });

  test('its units, by code or by group', () => {
    const returns = UNITS.map(({ code }) => ret(code, {}));
    const of = (...units: readonly string[]): string => outcome({ ...NONE, units }, {}, { returns });
    expect([of(), of('乡镇'), of('乡镇', '01'), of('街道')]).toEqual([
      'held held held',
      'held',
      'held held',
      'nothing',
    ]);
  });

  test('with the severity of the phase', () => {
    const severity = { draft: 'query', final: 'fatal' } as const;
    const of = (phase: Plan['phase']) =>
      brokenOf(verdicts({ ...NONE, severity }, { 'list.press': '1' }, { plan: { phase } }))[0]?.severity;
    expect([of('draft'), of('final')]).toEqual(['query', 'fatal']);
  });
});

test('the tally has a line for every rule, also for one that looked at nothing', () => {
  const rules = [rule({ id: 'B', left: 'press' }), rule({ id: 'A', left: 'press', until: 2000 })];
  const { tally } = confront(confronted([ret('01', {})], { form: { ...FORM, rules } }), [obeysRules]);
  expect(tally.map(({ rule: id, held, broken, unknown, failed }) => [id, held, broken, unknown, failed])).toEqual([
    ['A', 0, 0, 0, 0],
    ['B', 1, 0, 0, 0],
  ]);
});

test('a rule that cannot run is failed and never held, and the others run on', () => {
  const rules = [rule({ id: 'BAD', left: 'press' }), rule({ id: 'GOOD', left: 'change' })];
  const good = ret('01', {});
  const broken = good.observations.map(one =>
    one.row === 'press'
      ? { ...one, value: { kind: 'approximate', amount: 'x', low: 'x', high: null, word: '余', raw: 'x' } as const }
      : one,
  );
  const found = obeysRules.run(confronted([{ ...good, observations: broken }], { form: { ...FORM, rules } }));
  expect(outcomesOf(found)).toEqual({ BAD: 'failed', GOOD: 'held' });
  expect(found[0]).toMatchObject({ error: expect.stringContaining('rules.csv:2: SyntaxError') });
});
