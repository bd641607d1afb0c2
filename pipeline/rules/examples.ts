// The examples of a rule, run: each must come out as its column says.
import { Fault } from '../fault.ts';
import type { Rule } from '../model.ts';
import { type Edit, figure, figuresIn } from './compile.ts';
import { judge } from './evaluate.ts';
import { fraction, ZERO } from './fraction.ts';
import { keyOf } from './linear.ts';
import type { Names } from './names.ts';
import { parseName } from './parse.ts';
import { ANYTHING, exactly, type Range } from './range.ts';

export type Outcome = ReturnType<typeof judge>['outcome'];

/** What is wrong with the examples of a rule, taken at its first coordinate. */
export const proveExamples = (rule: Rule, [edit]: readonly Edit[], names: Names): readonly string[] => {
  if (edit === undefined) return [];
  return (['held', 'broken'] as const).flatMap(column => {
    if (rule[column].length === 0) return [`rule "${rule.id}" has no example in ${column}`];
    return rule[column].flatMap(example => {
      try {
        const outcome = outcomeOf(example, edit, names);
        return outcome === column ? [] : [`rule "${rule.id}": "${example}" is said to be ${column}, but is ${outcome}`];
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        return [`rule "${rule.id}": "${example}": ${error.message}`];
      }
    });
  });
};

export const outcomeOf = (example: string, edit: Edit, names: Names): Outcome => {
  const given = givenIn(example, edit, names);
  const isBlank = figuresIn(edit).some(looked => (given.get(keyOf(looked)) ?? null) === null);
  const { outcome } = judge(edit, looked => given.get(keyOf(looked)) ?? exactly(ZERO));
  return outcome !== 'aside' && edit.rule.missing === 'skip' && isBlank ? 'unknown' : outcome;
};

/**
 * What an example says of figures, by `keyOf`; null: blank. `new_received=5; prev.carried_out=` — a number, `3..5` for what is
 * known roughly, `?` for unreadable; nothing for blank, as is what is not named.
 */
export const givenIn = (example: string, edit: Edit, names: Names): ReadonlyMap<string, Range | null> => {
  const { rule, spot } = edit;
  const looked = new Set(figuresIn(edit).map(keyOf));
  const given = new Map<string, Range | null>();
  for (const part of example.split(/[;；]/u).map(text => text.trim())) {
    if (part === '') continue;
    const [, name = '', value = ''] = /^([^=＝]+)[=＝](.*)$/u.exec(part) ?? [];
    const key = keyOf(figure(parseName(name.trim(), rule.place), { names, spot, place: rule.place }));
    if (!looked.has(key)) throw new Fault(`the rule does not look at ${key}`, rule.place);
    given.set(key, rangeOf(value.normalize('NFKC').trim(), rule.place));
  }
  return given;
};

const rangeOf = (text: string, place: string): Range | null => {
  if (text === '') return null;
  if (text === '?') return ANYTHING;
  const [, low, , high] = /^(-?\d+(?:\.\d+)?)(\.\.(-?\d+(?:\.\d+)?))?$/u.exec(text) ?? [];
  if (low === undefined) throw new Fault(`"${text}" is no number`, place);
  return { low: fraction(low), high: fraction(high ?? low) };
};
