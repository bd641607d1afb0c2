// Texts that are alike are found, however many there are, and no others.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ALIKE, likeness, type Shingles, shinglesOf, twinsAmong } from '../../pipeline/checks/likeness.ts';

const LONG =
  '一是公开内容不够全面，部分信息更新不及时；二是工作人员业务能力有待提高，培训不够经常；三是公开形式较为单一。';

test('a year, spaces and punctuation make no difference', () => {
  const [a, b] = [`2024年${LONG}`, `2025 年${LONG.replaceAll('，', ', ')}`].map(shinglesOf) as [Shingles, Shingles];
  expect(likeness(a, b)).toBe(1);
});

test('fewer than forty letters tell nothing', () => {
  expect(shinglesOf('公'.repeat(39))).toBeNull();
  expect(shinglesOf('公'.repeat(40))).toEqual(new Set(['公公公']));
});

test('what is found is what comparing all pairs finds', () => {
  const text = fc
    .array(fc.constantFrom(...'甲乙丙丁'), { minLength: 44, maxLength: 60 })
    .map(letters => shinglesOf(letters.join('')) as Shingles);
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), texts => {
      const twins = twinsAmong(texts);
      for (const [nth, one] of texts.entries()) {
        const alike = texts.flatMap((other, at) => (at !== nth && likeness(one, other) >= ALIKE ? [at] : []));
        const found = twins[nth] ?? null;
        if (found === null) expect(alike).toEqual([]);
        else expect(alike).toContain(found);
      }
    }),
  );
});

test('a thousand texts with one phrase in common, and as many that are the same, are soon compared', () => {
  const own = (nth: number): string =>
    Array.from({ length: 200 }, (_, at) => String.fromCodePoint(0x4e00 + ((nth * 7919 + at * at * 31) % 9000))).join(
      '',
    );
  const texts = Array.from({ length: 1000 }, (_, nth) => shinglesOf(`${LONG}${own(nth)}`) as Shingles);
  const copies = Array.from({ length: 1000 }, () => shinglesOf(LONG) as Shingles);
  expect(twinsAmong(copies).every(twin => twin !== null)).toBe(true);
  expect(twinsAmong(texts).filter(twin => twin !== null)).toEqual([]);
});
