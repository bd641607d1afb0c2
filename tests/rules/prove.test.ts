// The proof of a form's rules: examples, twins, contradictions, figures under no rule.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadForms } from '../../pipeline/forms/load.ts';
import type { Rule } from '../../pipeline/model.ts';
import { figuresWithoutRule, proveRules } from '../../pipeline/rules/prove.ts';
import { FORM } from '../made.ts';
import { rule } from './made.ts';

const EXAMPLES = { held: ['press=1; fee=1'], broken: ['press=1'] };
const RULE = { left: 'press', right: 'fee', ...EXAMPLES } as const;
const problems = (...rules: readonly Partial<Rule>[]): readonly string[] =>
  proveRules({ ...FORM, rules: rules.map((more, nth) => rule({ id: `R${nth + 1}`, ...RULE, ...more })) });

describe('the forms of the house', () => {
  test.each(loadForms(join(import.meta.dirname, '../../templates')).map(form => [form.id, form] as const))(
    '%s: every rule has an example that holds and one that breaks it, and they do',
    (_, form) => {
      expect(proveRules(form)).toEqual([]);
    },
  );

  test('annual-2021 has no figure under no rule', () => {
    const forms = loadForms(join(import.meta.dirname, '../../templates'));
    expect(forms.find(({ id }) => id === 'annual-2021')).toSatisfy(form => figuresWithoutRule(form).length === 0);
  });
});

describe('an example', () => {
  test.each<[Partial<Rule>, readonly string[]]>([
    [{}, []],
    [{ held: [] }, ['rule "R1" has no example in held']],
    [{ held: ['press=2; fee=1'] }, ['rule "R1": "press=2; fee=1" is said to be held, but is broken']],
    [
      { broken: ['press=1..2；fee＝1..3'] },
      ['rule "R1": "press=1..2；fee＝1..3" is said to be broken, but is unknown'],
    ],
    [{ broken: ['press=?; fee=1'] }, ['rule "R1": "press=?; fee=1" is said to be broken, but is unknown']],
    [{ missing: 'skip' }, ['rule "R1": "press=1" is said to be broken, but is unknown']],
    [
      { when: 'press > 5' },
      [
        'rule "R1": "press=1; fee=1" is said to be held, but is aside',
        'rule "R1": "press=1" is said to be broken, but is aside',
      ],
    ],
    [{ held: ['change=1'] }, ['rule "R1": "change=1": rules.csv:2: the rule does not look at list.change']],
    [{ held: ['press=viel'] }, ['rule "R1": "press=viel": rules.csv:2: "viel" is no number']],
    [
      { held: ['pres=1'] },
      [
        'rule "R1": "pres=1": rules.csv:2: "pres" is no figure of this form; the nearest are press, press_lead, granted',
      ],
    ],
  ])('%j', (more, due) => {
    expect(problems(more)).toEqual(due);
  });
});

describe('two rules', () => {
  test('that say the same, however they are written', () => {
    expect(problems({}, { left: 'fee', right: 'press' })).toEqual(['rule "R2" says the same as rule "R1"']);
    const twice = { left: '2 × press - fee', right: 'fee' };
    expect(problems({}, twice)).toEqual(['rule "R2" says the same as rule "R1"']);
    expect(
      problems(
        { relation: '<=', held: ['press=0'] },
        { left: 'fee', relation: '>=', right: 'press', held: ['press=0'] },
      ),
    ).toEqual(['rule "R2" says the same as rule "R1"']);
  });

  test('one of them a relation', () => {
    const sums = {
      scope: 'app each column',
      left: 'handled',
      right: 'granted + denied',
      held: [''],
      broken: ['handled=1'],
    };
    expect(problems(sums)).toEqual(['relation "app.handled.*" says the same as rule "R1"']);
  });

  test('that can never hold together', () => {
    expect(problems({}, { relation: '<>', held: ['press=1'], broken: ['press=1; fee=1'] })).toEqual([
      'rule "R2" can never hold together with rule "R1"',
    ]);
    const less = { relation: '<', held: ['fee=1'], broken: ['press=1'] } as const;
    expect(problems({}, less)).toEqual(['rule "R2" can never hold together with rule "R1"']);
  });

  test('that differ in anything stand side by side', () => {
    for (const more of [
      { right: '2 × fee', held: ['press=2; fee=1'] },
      { since: 2022 },
      { units: ['乡镇'] },
      { when: 'press > 0' },
      { on: 'total' },
      { relation: '<=' },
      { tolerance: '0.5' },
    ] as const)
      expect(problems({}, more)).toEqual([]);
  });
});

test('figures under no rule and no relation are told', () => {
  expect(figuresWithoutRule(FORM)).toEqual(['list.fee', 'list.change']);
  expect(figuresWithoutRule({ ...FORM, rules: [rule({ left: 'change' })] })).toEqual(['list.fee']);
});
