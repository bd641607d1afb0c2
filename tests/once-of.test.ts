// An answer that is kept is the answer of the function, and belongs to the thing asked about.
import { expect, test } from 'vitest';
import { onceOf } from '../pipeline/once-of.ts';

test('each thing is asked about once, and an equal one is another thing', () => {
  const asked: (readonly string[])[] = [];
  const length = onceOf((list: readonly string[]) => {
    asked.push(list);
    return list.length;
  });
  const [one, none, twin] = [['a', 'b'], [], ['a', 'b']];
  expect([one, none, one, none, twin].map(length)).toEqual([2, 0, 2, 0, 2]);
  expect(asked).toEqual([one, none, twin]);
});

test('what else it is told is told once, and no answer is kept of what went wrong', () => {
  const heard: string[] = [];
  const first = onceOf((list: readonly string[], name: string) => {
    heard.push(name);
    if (list.length === 0) throw new Error(`${name} is empty`);
    return list[0] as string;
  });
  const [list, none] = [['a'], []];
  expect([first(list, 'list'), first(list, 'the same')]).toEqual(['a', 'a']);
  expect(() => first(none, 'one')).toThrow('one is empty');
  expect(() => first(none, 'another')).toThrow('another is empty');
  expect(heard).toEqual(['list', 'one', 'another']);
});
