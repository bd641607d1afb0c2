// What a unit's workbook is taken apart with: tags wherever they stand.
import fc from 'fast-check';
import { expect, test } from 'vitest';
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
