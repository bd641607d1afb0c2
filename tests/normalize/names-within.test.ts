// Names are found in a text where looking for each by itself finds them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namesWithin } from '../../pipeline/normalize/names-within.ts';

const text = (most: number) => fc.string({ unit: fc.constantFrom('局', '办', '县'), maxLength: most });

test('every name that a text holds, by its first place, the longest first', () => {
  fc.assert(
    fc.property(fc.uniqueArray(text(4).filter(name => name !== '')), text(12), (names, where) => {
      const expected = names
        .filter(name => where.includes(name))
        .map(name => ({ name, at: where.indexOf(name) }))
        .sort((a, b) => a.at - b.at || b.name.length - a.name.length);
      expect(namesWithin(names)(where)).toEqual(expected);
    }),
  );
});
