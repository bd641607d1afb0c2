// A function that remembers its answers gives those of the function itself.
import { expect, test } from 'vitest';
import { onceForEach } from '../pipeline/once-for-each.ts';

const counting = () => {
  const asked: string[] = [];
  const lengthOf = onceForEach(text => {
    asked.push(text);
    return text === '' ? null : text.length;
  });
  return { asked, lengthOf };
};

test('the same text is worked out once, be its answer null', () => {
  const { asked, lengthOf } = counting();
  expect(['a', '', 'bc', 'a', '', '😀\ud800'].map(lengthOf)).toEqual([1, null, 2, 1, null, 3]);
  expect(asked).toEqual(['a', '', 'bc', '😀\ud800']);
});

test('long texts, and more texts than it keeps, are worked out again and right', () => {
  const { asked, lengthOf } = counting();
  const long = 'a'.repeat(201);
  expect([long, long].map(lengthOf)).toEqual([201, 201]);
  for (let i = 0; i < 25_000; i++) expect(lengthOf(`${i}`)).toBe(`${i}`.length);
  expect(lengthOf('1')).toBe(1);
  expect(asked).toHaveLength(2 + 25_000 + 1);
});
