// Explanations laid beside findings: the latest counts, fatal ones stay open, and a copy of our own list says the same again.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answered, standing } from '../../pipeline/explain/answer.ts';
import { cleaned, sentenceOf, takenApart } from '../../pipeline/explain/wording.ts';
import type { Finding } from '../../pipeline/model.ts';
import { explanation, finding } from '../made.ts';

describe('of several explanations of one finding', () => {
  const textOf = (...days: readonly (string | null)[]): readonly string[] =>
    standing(days.map((on, nth) => explanation({ on, text: String(nth) }))).map(({ text }) => text);

  test('that of the latest day counts', () => {
    expect(textOf('2026-01-20', '2026-02-01', '2026-01-21', null)).toEqual(['1']);
  });

  test('of one day, or without any, the last counts', () => {
    expect(textOf('2026-01-20', '2026-01-20')).toEqual(['1']);
    expect(textOf(null, null, null)).toEqual(['2']);
  });
});

describe('a finding', () => {
  const statusOf = (one: Finding): string => answered([one], [explanation({ finding: one.id })])[0]?.status ?? '';

  test('is explained, with reason, text, name and day', () => {
    expect(answered([finding()], [explanation()])).toEqual([
      finding({ status: 'explained', explanation: '原因：口径；说明：数字属实（张某，2026-01-20）' }),
    ]);
  });

  test('that cannot be explained stays open', () => {
    expect(statusOf(finding({ severity: 'fatal', explainable: false }))).toBe('open');
  });

  test('that is fatal is explained only by one of the reasons that its rule names', () => {
    const allowed = { severity: 'fatal', explainable: true } as const;
    expect(statusOf(finding({ ...allowed, reasons: ['机构职能划转'] }))).toBe('open');
    expect(statusOf(finding({ ...allowed, reasons: ['口径', '机构职能划转'] }))).toBe('explained');
    expect(statusOf(finding(allowed))).toBe('open');
  });

  test('stays open while nobody answered it', () => {
    expect(answered([finding()], [explanation({ finding: 'f00000000001' })])).toEqual([finding()]);
  });
});

test('our own sentence says the same after it was taken apart', () => {
  const word = fc.string({ unit: fc.constantFrom(...'原因：说明；（，）甲2026-01-20') }).map(text => cleaned(text, 30));
  const day = fc.constantFrom(null, '2026-01-20');
  fc.assert(
    fc.property(fc.record({ reason: word, text: word, by: word, on: day }), said => {
      fc.pre(said.reason !== '' || said.text !== '');
      const sentence = sentenceOf(said);
      expect(sentenceOf(takenApart(sentence))).toBe(sentence);
    }),
  );
});
