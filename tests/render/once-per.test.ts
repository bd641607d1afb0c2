// An answer that is kept is the answer of the function, and belongs to the thing asked about.
import { expect, test } from 'vitest';
import { oncePer } from '../../pipeline/render/once-per.ts';

test('each thing is asked about once, be the answer nothing; an equal one is another thing', () => {
  const asked: (readonly string[])[] = [];
  const last = oncePer((list: readonly string[]) => {
    asked.push(list);
    return list.at(-1);
  });
  const [one, none, twin] = [['a', 'b'], [], ['a', 'b']];
  expect([one, none, one, none, twin].map(last)).toEqual(['b', undefined, 'b', undefined, 'b']);
  expect(asked).toEqual([one, none, twin]);
});
