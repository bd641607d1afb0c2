import { expect, test } from 'vitest';
import { isConcise } from '../../pipeline/checks/is-concise.ts';
import { facingProse, telling } from './prose.ts';
import { brokenOf, messagesOf, outcomesOf } from './verdicts.ts';

const run = (texts: Readonly<Record<string, string>>) => isConcise.run(facingProse([telling('01', texts)]));

test('a thousand characters hold, white space not counted and other sections neither', () => {
  const texts = { s1: `${'公'.repeat(600)}\n `, s1b: '开'.repeat(400), s5: '长'.repeat(900) };
  expect(outcomesOf(run(texts))).toEqual({ length: 'held' });
});

test('one more is told', () => {
  const verdicts = run({ s1: '公'.repeat(600), s1b: '开'.repeat(401) });
  expect(messagesOf(verdicts)).toEqual([
    '“教育局”的总体情况合计 1001 字，原则上不超过 1000 字，多 1 字。→请精简文字。',
  ]);
  expect(brokenOf(verdicts)[0]).toMatchObject({ severity: 'info', stated: '1001', due: '1000', difference: '1' });
});

test('without an overview there is nothing to measure', () => {
  expect(run({ s5: '长'.repeat(2000) })).toEqual([]);
});
