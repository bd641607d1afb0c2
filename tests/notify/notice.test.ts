// A notice says what is new since the edition before, once.
import { describe, expect, test } from 'vitest';
import type { Edition } from '../../pipeline/model.ts';
import { type Known, knownOf, noticeOf } from '../../pipeline/notify/notice.ts';
import { FORM, finding, plan, ret, UNITS } from '../made.ts';

const edition = (more: Partial<Edition> = {}): Edition => ({
  plan: plan(),
  form: FORM,
  at: '2026-01-20T08:00:00+08:00',
  judgements: [],
  returns: UNITS.map(({ code }) => ret(code, {})),
  totals: [],
  explanations: [],
  findings: [],
  tally: [],
  failures: [],
  madeFrom: null,
  previous: null,
  ...more,
});

const known = (...open: readonly string[]): Known => ({ at: '2026-01-19T08:00:00+08:00', open: new Set(open) });
const first = finding({ id: 'f00000000001', severity: 'fatal', message: '甲' });
const second = finding({ id: 'f00000000002', severity: 'query', message: '乙' });

describe('a notice', () => {
  test('tells new findings, gravest counts first, and how many are gone', () => {
    expect(noticeOf(edition({ findings: [first, second] }), known('f00000000001', 'f00000000009'))).toBe(
      '西峰区2025年年报：新问题 1 条（强制性 0，核实性 1），已解决或已说明 1 条\n· 核实性：乙\n',
    );
  });

  test('is not given where nothing is new: what only has gone, what is explained, what is only to be known', () => {
    const findings = [first, { ...second, status: 'explained' as const }, finding({ id: 'f3', severity: 'info' })];
    expect(noticeOf(edition({ findings }), known('f00000000001', 'f00000000009'))).toBe('');
  });

  test('of a first edition tells all', () => {
    expect(noticeOf(edition({ findings: [first, second] }), null)).toContain('新问题 2 条（强制性 1，核实性 1）\n');
  });

  test('of many findings names twenty and counts the rest', () => {
    const findings = Array.from({ length: 25 }, (_, nth) => finding({ id: `f${nth}`, severity: 'query' }));
    const lines = noticeOf(edition({ findings }), known()).trim().split('\n');
    expect(lines).toHaveLength(22);
    expect(lines.at(-1)).toBe('· 其余 5 条见审核清单');
  });

  test('tells the gravest first, and of a long message the beginning', () => {
    const long = finding({ id: 'f3', severity: 'fatal', message: '𠮷'.repeat(300) });
    const lines = noticeOf(edition({ findings: [second, long] }), known())
      .trim()
      .split('\n');
    expect(lines.slice(1)).toEqual([`· 强制性：${'𠮷'.repeat(200)}…`, '· 核实性：乙']);
  });

  test('is one line a finding, whatever stands in it', () => {
    const findings = [finding({ id: 'f1', severity: 'fatal', message: '甲\n截止日期已过\u001b[31m\u202e' })];
    expect(noticeOf(edition({ findings }), known()).trim().split('\n')).toHaveLength(2);
  });
});

describe('a missed deadline', () => {
  const late = edition({ at: '2026-02-01T08:00:00+08:00', returns: [ret('01', {})] });

  test('is told by the first run after it, with the units that are missing', () => {
    expect(noticeOf(late, { ...known(), at: '2026-01-31T08:00:00+08:00' })).toContain(
      '截止日期 2026-01-31 已过，未报 2 个：民政局、董志镇\n',
    );
  });

  test('is not told again, nor before it, nor where all have filed', () => {
    expect(noticeOf(late, { ...known(), at: '2026-02-01T07:00:00+08:00' })).toBe('');
    expect(noticeOf({ ...late, at: '2026-01-31T08:00:00+08:00' }, known())).toBe('');
    expect(noticeOf({ ...late, returns: edition().returns }, known())).toBe('');
  });
});

describe('what the edition before knew', () => {
  test('is read from its run.json, and anything else is nothing', () => {
    expect(knownOf('{"at":"2026-01-19","open_findings":["f1"]}')).toEqual({ at: '2026-01-19', open: new Set(['f1']) });
    for (const text of ['', '{', '[]', 'null', '{"at":1,"open_findings":[]}', '{"at":"x"}'])
      expect(knownOf(text)).toBeNull();
  });
});
