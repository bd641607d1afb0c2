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
