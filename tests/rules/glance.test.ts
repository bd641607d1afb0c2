// At a glance a rule comes to what exact fractions make of it, or nothing is said.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Comparison, Rule } from '../../pipeline/model.ts';
import { compileRules, type Edit } from '../../pipeline/rules/compile.ts';
import { judge } from '../../pipeline/rules/evaluate.ts';
import { fraction } from '../../pipeline/rules/fraction.ts';
import { atAGlance, glanceOf } from '../../pipeline/rules/glance.ts';
import { keyOf } from '../../pipeline/rules/linear.ts';
import { ANYTHING, exactly } from '../../pipeline/rules/range.ts';
import { FORM } from '../made.ts';
import { rule } from './made.ts';

const editOf = (more: Partial<Rule>): Edit => {
  const [edit] = [...compileRules({ ...FORM, rules: [rule(more)] }).byRule.values()].flat();
  if (edit === undefined) throw new Error('no edit');
  return edit;
};

const said = (edit: Edit, known: Readonly<Record<string, number>>) => {
  const glance = glanceOf(edit);
  return glance === null ? null : atAGlance(glance, figure => known[keyOf(figure)] ?? Number.NaN);
};

const FIGURES = ['list.press', 'list.press_lead', 'app.granted.total', 'prev.list.press'] as const;
const [KEYS, GREAT] = [['list.press', 'list.press_lead', 'app.granted.total', 'prev(1).list.press'], 9e14];

const name = fc.constantFrom(...FIGURES);
const factor = fc.constantFrom('', '2 × ', '0.2 × ', '- ', '0 × ');
const amount = fc
  .tuple(fc.array(fc.tuple(factor, name), { minLength: 1, maxLength: 4 }), fc.constantFrom('', ' ÷ 4', ' + 1.5'))
  .map(([terms, end]) => `(${terms.map(([times, of]) => `${times}${of}`).join(' + ')})${end}`);
const relation = fc.constantFrom<Comparison>('=', '<>', '<', '<=', '>', '>=');
const when = fc.oneof(
  fc.constant(''),
  fc
    .tuple(amount, relation, amount, fc.constantFrom('and', 'or'), name)
    .map(([left, sign, right, joint, of]) => `${left} ${sign} ${right} ${joint} ${of} > 2`),
);
const number = fc.oneof(fc.nat({ max: 6 }), fc.constantFrom(-3, GREAT, Number.NaN));

test('it is what exact fractions say', () => {
  let decided = 0;
  fc.assert(
    fc.property(
      fc.record({ when, left: amount, relation, right: amount, tolerance: fc.constantFrom('0', '1', '0.5') }),
      fc.tuple(number, number, number, number),
      (more, numbers) => {
        const edit = editOf(more);
        const known = Object.fromEntries(KEYS.map((key, nth) => [key, numbers[nth] ?? 0]));
        const outcome = said(edit, known);
        if (outcome === null) return;
        decided += 1;
        const exact = judge(edit, figure => {
          const value = known[keyOf(figure)] ?? Number.NaN;
          return Number.isNaN(value) ? ANYTHING : exactly(fraction(String(value)));
        });
        expect(outcome).toBe(exact.outcome);
      },
    ),
    { numRuns: 2_000 },
  );
  expect(decided).toBeGreaterThan(400);
});

test('nothing is said where a figure is not known, not even one that cancels', () => {
  const edit = editOf({ left: 'press - press', right: '0' });
  expect(said(edit, { 'list.press': 3 })).toBe('held');
  expect(said(edit, {})).toBeNull();
});

test('nor of what becomes too great for a double', () => {
  const edit = editOf({ left: '100000 × press', relation: '<=', right: '100000 × press_lead' });
  expect(said(edit, { 'list.press': 1, 'list.press_lead': 2 })).toBe('held');
  expect(said(edit, { 'list.press': GREAT, 'list.press_lead': GREAT })).toBeNull();
});

test('nor of more than sums with fixed factors', () => {
  expect(glanceOf(editOf({ left: 'max(press, press_lead)', right: '0' }))).toBeNull();
  expect(glanceOf(editOf({ left: 'press × press_lead', right: '0' }))).toBeNull();
  expect(glanceOf(editOf({ when: 'abs(press) > 1', left: 'press', right: '0' }))).toBeNull();
});
