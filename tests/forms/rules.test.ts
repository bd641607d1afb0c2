// rules.csv: read like the other files of a form, inherited, replaced, and wrong ones refused with their line.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadForms } from '../../pipeline/forms/load.ts';
import type { Form, Rule } from '../../pipeline/model.ts';
import { folderWith } from '../files.ts';
import { SMALL } from './folder.ts';

const HEADER =
  'id,on,name,scope,when,left,relation,right,tolerance,severity,missing,since,until,units,message,reasons,source,held,broken';

/** A line of rules.csv; a cell that holds a comma is quoted. */
const line = (cells: Readonly<Record<string, string>>): string => {
  const all: Readonly<Record<string, string>> = {
    id: 'R1',
    name: '当面申请不多于收到',
    left: 'face',
    relation: '<=',
    right: 'total',
    severity: '强制性',
    ...cells,
  };
  return HEADER.split(',')
    .map(name => `"${(all[name] ?? '').replaceAll('"', '""')}"`)
    .join(',');
};

const load = (...lines: readonly string[]): readonly Form[] =>
  loadForms(folderWith({ ...SMALL, 'small/rules.csv': [HEADER, ...lines, ''].join('\n') }));

const one = (cells: Readonly<Record<string, string>>): Rule | undefined => load(line(cells))[0]?.rules[0];

test('a line is a rule, and empty cells are the usual', () => {
  expect(one({})).toMatchObject({
    id: 'R1',
    on: 'return',
    tolerance: '0',
    severity: { draft: 'fatal', final: 'fatal' },
    missing: 'zero',
    since: null,
    units: [],
    reasons: [],
    place: expect.stringMatching(/rules\.csv:2$/u),
  });
});

test('cells are taken as clerks type them', () => {
  const cells = {
    relation: '≤',
    severity: '核实性／强制性',
    tolerance: '０.5',
    units: '乡镇｜部门',
    since: '2021',
    reasons: '甲|乙',
    held: 'face=1; total=2|face=0',
  };
  expect(one(cells)).toMatchObject({
    relation: '<=',
    severity: { draft: 'query', final: 'fatal' },
    tolerance: '0.5',
    units: ['乡镇', '部门'],
    since: 2021,
    reasons: ['甲', '乙'],
    held: ['face=1; total=2', 'face=0'],
  });
});

test('a form without rules.csv has none, and GB18030 is read too', () => {
  expect(loadForms(folderWith(SMALL))[0]?.rules).toEqual([]);
  const text = [HEADER, line({ left: '当面', right: '“收到申请数”' }), ''].join('\n');
  // 当面申请不多于收到, 强制性 … in GB18030.
  const bytes = gb18030(text);
  expect(loadForms(folderWith({ ...SMALL, 'small/rules.csv': bytes }))[0]?.rules[0]?.left).toBe('当面');
});

// Node encodes no GB18030; every two bytes that decode to a sign are tried once.
const gb18030 = (text: string): Uint8Array => {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if (sign.length === 1 && !codes.has(sign)) codes.set(sign, [lead, trail]);
    }
  return Uint8Array.from([...text].flatMap(sign => (sign < '\u0080' ? [sign.charCodeAt(0)] : (codes.get(sign) ?? []))));
};

test('a form that extends another has its rules, and replaces those of the same id', () => {
  const child = 'id: child\ntitle: 子表\nsince: 2020\nextends: small\n';
  const forms = loadForms(
    folderWith({
      ...SMALL,
      'small/rules.csv': [HEADER, line({}), line({ id: 'R2' }), ''].join('\n'),
      'child/form.yaml': child,
      'child/rules.csv': [HEADER, line({ id: 'R2', left: 'letter' }), line({ id: 'R3' }), ''].join('\n'),
    }),
  );
  const [inherited] = forms;
  expect(inherited?.rules.map(({ id, left }) => `${id} ${left}`)).toEqual(['R1 face', 'R2 letter', 'R3 face']);
});

describe('a mistake is a Fault with its line', () => {
  test.each<[Readonly<Record<string, string>>, string]>([
    [{ id: '1' }, '"1" is no id of a rule'],
    [{ name: '' }, 'rule "R1" has no name'],
    [{ right: '' }, 'rule "R1" has no right'],
    [{ on: 'file' }, 'on is return, aggregate, total, not "file"'],
    [{ relation: '~' }, 'relation is = <> < <= > or >=, not "~"'],
    [{ relation: 'constructor' }, 'relation is'],
    [{ severity: '' }, 'severity is 强制性, 核实性 or 提示性'],
    [{ severity: '强制性/严重' }, 'severity is'],
    [{ severity: '强制性/核实性/提示性' }, 'severity is'],
    [{ severity: 'toString' }, 'severity is'],
    [{ tolerance: '-1' }, 'tolerance "-1" is no number from 0'],
    [{ missing: 'ignore' }, 'missing is zero, skip, not "ignore"'],
    [{ since: '21' }, 'since "21" is no year'],
    [{ since: '2022', until: '2021' }, 'ends 2021, before it begins'],
    [{ on: 'total', units: '乡镇' }, 'rule "R1" is on the total, which is of all units'],
    [{ message: '多了 {数} 件' }, 'message holds {数}; it may hold {左} {右} {差}'],
    [{ left: 'fase' }, '"fase" is no figure of this form; the nearest are '],
    [{ when: 'face' }, 'a number stands where a condition is due'],
  ])('%j', (cells, message) => {
    expect(() => one(cells)).toThrow(message);
    expect(() => one(cells)).toThrow(/rules\.csv:2[:,]/u);
  });

  test('an id that stands twice', () => {
    expect(() => load(line({}), line({}))).toThrow('rule "R1" stands twice');
  });
});

test('the nearest three names are the ones meant', () => {
  expect(() => one({ left: 't.fase' })).toThrow('the nearest are t.face, ');
});

test('the rules of the house are in order', () => {
  const forms = loadForms(join(import.meta.dirname, '../../templates'));
  for (const { rules } of forms)
    for (const { source, severity } of rules) {
      expect(source).not.toBe('');
      expect(severity.final).toMatch(/fatal|query|info/u);
    }
});
