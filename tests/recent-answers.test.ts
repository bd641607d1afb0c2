// Answers that are not worked out twice.
import { expect, test } from 'vitest';
import { recentAnswers } from '../pipeline/recent-answers.ts';

test('an answer is kept while its text is asked for, and of many texts only the last', () => {
  const answers = recentAnswers<string>();
  const asked: string[] = [];
  const answer = (text: string): string =>
    answers(text, () => {
      asked.push(text.slice(0, 9));
      return `${text}!`;
    });
  const others = Array.from({ length: 100 }, (_, nth) => `part ${nth}`);
  for (const other of others) {
    expect(answer('styles')).toBe('styles!');
    expect(answer(other)).toBe(`${other}!`);
  }
  expect(asked).toEqual(['styles', ...others]);
  answer('part 0');
  answer('part 99');
  expect(asked.slice(101)).toEqual(['part 0']);
  const long = '长'.repeat(40_000);
  expect([answer(long), answer(long)]).toEqual([`${long}!`, `${long}!`]);
  expect(asked.slice(102)).toEqual([long.slice(0, 9), long.slice(0, 9)]);
});
