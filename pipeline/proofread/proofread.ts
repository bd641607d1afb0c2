// Paragraphs of a written report → what they claim in numbers, and whether it holds. Never throws on any text.
import { handledIn } from './context.ts';
import { JUDGES } from './judges.ts';
import { plain, sentencesOf } from './sentences.ts';
import type { SumIndex } from './sum-index.ts';
import type { Claim } from './words.ts';

export const proofread = (paragraphs: readonly string[], sums: SumIndex | null): readonly Claim[] => {
  const sentences = sentencesOf(paragraphs);
  const script = { sentences, year: yearOf(paragraphs), handled: handledIn(sentences), sums };
  const order = new Map(sentences.map(({ text }, index) => [text, index]));
  const claims = JUDGES.flatMap(({ judge }) => judge(script));
  return claims.toSorted((a, b) => (order.get(a.sentence) ?? 0) - (order.get(b.sentence) ?? 0));
};

/** The year in the title: 西峰区2017年政府信息公开工作的年度报告. */
export const yearOf = (paragraphs: readonly string[]): number | null => {
  const title = paragraphs
    .slice(0, 20)
    .map(plain)
    .find(text => text.length < 80 && /\d{4}年?度?.*(?:年度报告|年报|报告)/u.test(text));
  const year = /(?<!\d)(20\d\d)年?/u.exec(title ?? '')?.[1];
  return year === undefined ? null : Number(year);
};
