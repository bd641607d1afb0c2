// Size and fingerprint of a document in pieces, whoever goes through it first.
import { expect, test } from 'vitest';
import { measured } from '../../pipeline/render/measured.ts';
import { sha256 } from '../../pipeline/sha256.ts';

const counting = (texts: readonly string[]) => {
  let times = 0;
  const pieces = {
    *[Symbol.iterator]() {
      times += 1;
      for (const text of texts) yield new TextEncoder().encode(text);
    },
  };
  return { pieces, times: () => times };
};

const DUE = { size: 7, sha256: sha256('一b二') };

test('are taken while it is written, and it is not made again for them', () => {
  const { pieces, times } = counting(['一', 'b', '二']);
  const document = measured(pieces);
  expect(Buffer.concat([...document]).toString()).toBe('一b二');
  expect(document.measure()).toEqual(DUE);
  expect(times()).toBe(1);
});

test('are known before it is written, too, and after it was begun only', () => {
  const { pieces, times } = counting(['一', 'b', '二']);
  const document = measured(pieces);
  for (const _ of document) break;
  expect(document.measure()).toEqual(DUE);
  expect(document.measure()).toEqual(DUE);
  expect(times()).toBe(2);
});

test('of no piece at all are those of nothing', () => {
  expect(measured([]).measure()).toEqual({ size: 0, sha256: sha256('') });
});
