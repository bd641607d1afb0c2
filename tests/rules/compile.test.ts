// Names in rules become figures of the form, once for each coordinate; what names nothing is a Fault with the nearest names.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadForms } from '../../pipeline/forms/load.ts';
import type { Form, Rule } from '../../pipeline/model.ts';
import { compileRules, figuresIn } from '../../pipeline/rules/compile.ts';
import { equalitiesOf } from '../../pipeline/rules/equalities.ts';
import { keyOf } from '../../pipeline/rules/linear.ts';
import { rule } from './made.ts';

const FORMS = loadForms(join(import.meta.dirname, '../../templates'));
const form = (id: string): Form => FORMS.find(candidate => candidate.id === id) as Form;
const ANNUAL = form('annual-2021');

/** The keys of the figures of each of its edits. */
const figures = (more: Partial<Rule>, base: Form = ANNUAL): readonly (readonly string[])[] =>
  [...compileRules({ ...base, rules: [rule(more)] }).byRule.values()].flatMap(edits =>
    edits.map(edit => figuresIn(edit).map(keyOf)),
  );

describe('one line stands for all coordinates', () => {
  test('each column', () => {
    const found = figures({ scope: 't3 each column', left: 'new_received + carried_in', right: 'prev.carried_out' });
    expect(found).toHaveLength(7);
    expect(found[0]).toEqual(['t3.new_received.natural', 't3.carried_in.natural', 'prev(1).t3.carried_out.natural']);
    expect(found[6]).toEqual(['t3.new_received.total', 't3.carried_in.total', 'prev(1).t3.carried_out.total']);
  });

  test('each row, where columns are named', () => {
    const found = figures({ scope: 't3 each row', left: 'total', right: 'sum(natural..other)' });
    expect(found).toHaveLength(25);
    expect(found[0]).toEqual(
      ['total', 'natural', 'enterprise', 'research', 'welfare', 'legal', 'other'].map(id => `t3.new_received.${id}`),
    );
  });

  test('each row and each column, and the rows of a list', () => {
    expect(figures({ scope: 't3 each row each column', left: 'cell', right: 'child.cell' })).toHaveLength(175);
    expect(figures({ scope: 't2 每行', left: '本格', right: '上年.本格' })[0]).toEqual([
      't2.reg_made',
      'prev(1).t2.reg_made',
    ]);
  });

  test('without a scope a rule has one', () => {
    expect(figures({ left: 't2.permit', right: 't3.granted.total' })).toEqual([['t2.permit', 't3.granted.total']]);
  });
});

describe('a figure is named by', () => {
  test.each([
    ['t3.new_received.total', 't3.new_received.total'],
    ['new_received.total', 't3.new_received.total'],
    ['permit', 't2.permit'],
    ['行政许可', 't2.permit'],
    ['“行政许可决定”', 't2.permit'],
    ['“规章·本年制发件数”', 't2.reg_made'],
    ['“行政复议·结果维持”', 't4.rev_upheld'],
    ['“一、本年新收政府信息公开申请数量·总计”', 't3.new_received.total'],
    ['本年新收政府信息公开申请数量.自然人', 't3.new_received.natural'],
    ['t3.“（一）予以公开”.自然人', 't3.granted.natural'],
  ])('%s', (name, due) => {
    expect(figures({ left: name, right: '0' })).toEqual([[due]]);
  });

  test('labels at both ends of a stretch', () => {
    const [found] = figures({ scope: 't3 每列', left: 'sum(予以公开..「1.属于国家秘密」)', right: '0' });
    expect(found).toEqual(['t3.granted.natural', 't3.partial.natural', 't3.deny_secret.natural']);
  });
});

describe('a Fault says where and what was meant', () => {
  test.each<[Partial<Rule>, string]>([
    [{ left: 't2.permitt' }, '"t2.permitt" is no figure of this form; the nearest are t2.permit, '],
    [{ left: 't3.granted' }, '"t3.granted" has several columns; name one, or put "each column" into scope'],
    [{ left: 'granted' }, '"granted" has several columns; name one'],
    [{ left: '规章' }, '"规章" may be t2.reg_made, t2.reg_repealed, t2.reg_valid; name one of them'],
    [
      { scope: 't3 each column', left: 'sum(oth_misc..granted)' },
      't3.oth_misc.natural..t3.granted.natural is no stretch',
    ],
    [{ left: 'sum(t2.permit..t4.rev_total)' }, 'is no stretch'],
    [{ left: 't2.permit..t2.penalty' }, 'nothing more is due where ".." stands'],
    [{ scope: 't9 each column' }, '"t9 each column" is no scope like "t3 each column"; the tables are t2, t3, t4'],
    [{ scope: 't3 each cell' }, '"t3 each cell" is no scope'],
    [{ scope: 't2 each column' }, 'table "t2" has no columns of figures'],
    [{ left: '1', right: '2' }, 'names no figure'],
    [{ on: 'total', left: 'child.t2.permit' }, 'a sum over all units has no units below it'],
  ])('%j', (more, message) => {
    const one = rule({ left: 't2.permit', right: '0', place: 'rules.csv:3', ...more });
    const run = (): unknown => compileRules({ ...ANNUAL, rules: [one] });
    expect(run).toThrow(/^rules\.csv:3, (?:left|scope) of R1: /u);
    expect(run).toThrow(message);
  });
});

test('each form expands to as many edits as its scopes say', () => {
  const count = (id: string): number => [...compileRules(form(id)).byRule.values()].flat().length;
  const t3 = 7;
  // H1, S7, X1, A3-H1, A3-H2 each column; A3-H3 each row; A7 each figure; 18 others and the three of A3-H4 once.
  expect(count('annual-2021')).toBe(5 * t3 + 25 + (10 + 175 + 15) + form('annual-2021').rules.length - 9);
  expect(count('annual-2014')).toBe(6);
  expect(count('xifeng-2017')).toBe(8);
});

test('the plain equalities of a form are given with their factors', () => {
  const equalities = equalitiesOf(ANNUAL);
  expect(equalities.map(equality => equality.rule)).toEqual(Array(7).fill('H1'));
  expect(equalities[6]).toEqual({
    rule: 'H1',
    severity: 'fatal',
    terms: [
      { name: 't3.new_received.total', coefficient: '1' },
      { name: 't3.carried_in.total', coefficient: '1' },
      { name: 't3.handled_total.total', coefficient: '-1' },
      { name: 't3.carried_out.total', coefficient: '-1' },
    ],
  });
  const none = [
    { when: 't2.permit > 0' },
    { relation: '<=' },
    { right: '1' },
    { right: 'prev.t2.permit' },
    { units: ['乡镇'] },
    { left: 't2.permit * t2.penalty' },
    { left: 't2.permit / 3' },
    { tolerance: '1' },
  ] as const;
  for (const more of none)
    expect(equalitiesOf({ ...ANNUAL, rules: [rule({ left: 't2.permit', right: 't2.penalty', ...more })] })).toEqual([]);
  const scaled = rule({ left: '2 × (t2.permit - t2.penalty)', right: 't2.coercion ÷ 4' });
  expect(equalitiesOf({ ...ANNUAL, rules: [scaled] })[0]?.terms.map(({ coefficient }) => coefficient)).toEqual([
    '2',
    '-2',
    '-0.25',
  ]);
});
