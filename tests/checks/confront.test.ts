// Verdicts made into findings: stable, counted, and never a unit's fault where a check itself failed.
import { describe, expect, test } from 'vitest';
import type { Check } from '../../pipeline/checks/check.ts';
import { broken, held, heldTimes, told, unknownTimes } from '../../pipeline/checks/check.ts';
import { confront } from '../../pipeline/checks/confront.ts';
import type { Return } from '../../pipeline/model.ts';
import { type Cells, judgement, ret } from '../made.ts';
import { facing } from './verdicts.ts';

const WRONG = {
  'app.granted.natural': '3',
  'app.granted.total': '5',
  'app.handled.natural': '3',
  'app.handled.total': '5',
};

/** `check rule stated id` of what was found of a unit. */
const foundOf = (unit: string, ...returns: readonly Return[]): readonly string[] =>
  confront(facing(returns))
    .findings.filter(({ place }) => place.unit === unit)
    .map(({ check, rule, stated, id }) => `${check} ${rule} ${stated} ${id}`);

const wrong = (cells: Cells = {}): Return => ret('01', { ...WRONG, ...cells });

describe('the id of a finding', () => {
  test('is the same when the file of another unit changes', () => {
    expect(foundOf('01', wrong(), ret('02', { 'list.press': '-1' }))).toEqual(foundOf('01', wrong(), ret('02', {})));
  });

  test('is the same when rows move, files are renamed and other figures change', () => {
    const { observations, ...rest } = wrong({ 'list.press': '9' });
    const ref = { file: '改名.xlsx', sheet: '表', cell: 'Z99' };
    const moved = { ...rest, observations: observations.toReversed().map(found => ({ ...found, ref })) };
    expect(foundOf('01', moved)).toEqual(foundOf('01', wrong()));
  });

  test('is another when the stated value changes', () => {
    const before = foundOf('01', wrong());
    const after = foundOf('01', wrong({ 'app.granted.total': '6', 'app.handled.total': '6' }));
    expect(before).toHaveLength(1);
    expect(after).toHaveLength(1);
    expect(after.filter(line => before.some(other => other.endsWith(line.slice(-12))))).toEqual([]);
  });

  test('is another for another unit, figure, rule and period', () => {
    const { findings } = confront(facing([wrong(), ret('02', WRONG)]));
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
    const later = confront({ ...facing([wrong()]), plan: { ...facing([]).plan, period: '2026' } });
    expect(later.findings.map(({ id }) => id).filter(id => findings.some(found => found.id === id))).toEqual([]);
  });

  test('tells twins apart by their order', () => {
    const twins: Check = {
      id: 'twins',
      title: '',
      run: () =>
        ['甲', '乙'].map(message =>
          broken('same', { severity: 'info', place: { unit: '01', ref: null }, stated: 'x', message }),
        ),
    };
    const [first, second] = confront(facing([]), [twins]).findings;
    expect(second?.id).toBe(`${first?.id}-2`);
  });
});

describe('findings and counts', () => {
  test('what the finding of another rule tells is counted as broken and is no finding of its own', () => {
    const check: Check = { id: 'sums', title: '', run: () => [told('down', 'across'), held('down')] };
    const { findings, tally } = confront(facing([]), [check]);
    expect(findings).toEqual([]);
    expect(tally).toEqual([{ check: 'sums', rule: 'down', held: 1, broken: 1, unknown: 0, failed: 0 }]);
  });

  test('findings stand by severity, then check, unit and file, and are open', () => {
    const returns = [wrong(), ret('11', { 'list.press': '约5' })];
    const judgements = [judgement({ status: 'superseded', unit: '11' })];
    const { findings } = confront(facing(returns, { judgements }));
    expect(
      findings.map(({ severity, check, place, status }) => `${severity} ${check} ${place.unit} ${status}`),
    ).toEqual([
      'fatal adds-up 01 open',
      'fatal has-filed 02 open',
      'query is-readable 11 open',
      'info is-settled 11 open',
    ]);
  });

  test('the order of returns and files does not matter', () => {
    const returns = [wrong(), ret('02', WRONG), ret('11', { 'list.press': '-2' })];
    const judgements = ['a', 'b'].map(path =>
      judgement({ delivery: { path, sha256: path, size: 1 }, status: 'conflict' }),
    );
    const there = confront(facing(returns, { judgements }));
    const back = confront(facing(returns.toReversed(), { judgements: judgements.toReversed() }));
    expect(back).toEqual(there);
  });

  test('each rule is counted by outcome', () => {
    expect(confront(facing([wrong()])).tally.filter(({ check }) => check === 'adds-up')).toEqual([
      { check: 'adds-up', rule: 'app.*.total', held: 1, broken: 2, unknown: 0, failed: 0 },
      { check: 'adds-up', rule: 'app.handled.*', held: 3, broken: 0, unknown: 0, failed: 0 },
      { check: 'adds-up', rule: 'list.press', held: 1, broken: 0, unknown: 0, failed: 0 },
    ]);
  });
});

test('what is said of many places at once is counted for each of them', () => {
  const run = () => [...heldTimes('x', 400), held('x'), ...unknownTimes('x', 3), ...heldTimes('y', 0)];
  expect(confront(facing([]), [{ id: 'many', title: '', run }]).tally).toEqual([
    { check: 'many', rule: 'x', held: 401, broken: 0, unknown: 3, failed: 0 },
  ]);
});

describe('a check that throws', () => {
  const throwing: Check = {
    id: 'throwing',
    title: '',
    run: () => {
      throw new TypeError('of ours');
    },
  };
  const holding: Check = { id: 'holding', title: '', run: () => [held('x')] };
  const outcome = confront(facing([wrong()]), [throwing, holding]);

  test('could not run: that is counted and goes to the log', () => {
    expect(outcome.tally).toEqual([
      { check: 'throwing', rule: 'throwing', held: 0, broken: 0, unknown: 0, failed: 1 },
      { check: 'holding', rule: 'x', held: 1, broken: 0, unknown: 0, failed: 0 },
    ]);
    expect(outcome.failures).toHaveLength(1);
    expect(outcome.failures[0]).toMatch(/^throwing: TypeError: of ours\n/u);
  });

  test('lays nothing at the door of a unit', () => {
    expect(outcome.findings).toEqual([]);
  });
});
