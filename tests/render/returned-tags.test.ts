// What a unit's workbook is taken apart with: tags wherever they stand, and answers that are not worked out twice.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recentAnswers } from '../../pipeline/render/returned/patch/recent.ts';
import { eachTag } from '../../pipeline/render/returned/patch/tags.ts';

/** What a tag is, as a pattern has it. */
const PATTERN =
  /<!--(?:[\s\S]*?-->|[\s\S]*)|<!\[CDATA\[(?:[\s\S]*?\]\]>|[\s\S]*)|<\?(?:[\s\S]*?\?>|[\s\S]*)|<(\/?)([^\s<>/!?]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/gu;

const SIGNS = [
  ...['<', '>', '/', '"', "'", '=', '!', '-', ' ', 'a', 'b:c', '表'],
  ...['<a>', '</a>', '<a x="1>"/>', '<!--', '-->', '<![CDATA[', ']]>', '<?', '?>'],
];

test('tags are found where a pattern finds them, in any text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...SIGNS), { maxLength: 20 }), signs => {
      const xml = signs.join('');
      // A name with a quote in it is none; there is no XML of which one says this and the other that.
      fc.pre(!/<\/?[^\s<>/!?]*["']/u.test(xml));
      const due = [...xml.matchAll(PATTERN)].flatMap(({ index, 0: tag, 1: slash, 2: name }) =>
        slash === undefined || name === undefined
          ? []
          : [[index, index + 1 + slash.length + name.length, index + tag.length]],
      );
      const found: number[][] = [];
      eachTag(xml, (...tag) => found.push(tag));
      expect(found).toEqual(due);
    }),
    { numRuns: 2_000 },
  );
});

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
