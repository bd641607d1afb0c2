// Explanations laid beside the findings that they answer.
import { canAnswer } from '../can-answer.ts';
import type { Explanation, Finding } from '../model.ts';
import { sentenceOf } from './wording.ts';

/** One a finding: that of the latest day, of one day the last given; without a day it is older than any. */
export const standing = (given: readonly Explanation[]): readonly Explanation[] =>
  [...Map.groupBy(given, ({ finding }) => finding).values()].map(group =>
    group.reduce((before, one) => ((one.on ?? '') >= (before.on ?? '') ? one : before)),
  );

/** The findings, those that are answered and can be as explained. An id holds the stated value, so that another value is open again. */
export const answered = (findings: readonly Finding[], explanations: readonly Explanation[]): readonly Finding[] => {
  const byId = new Map(explanations.map(explanation => [explanation.finding, explanation] as const));
  return findings.map(finding => {
    const explanation = byId.get(finding.id);
    if (explanation === undefined || !canAnswer(explanation, finding)) return finding;
    return { ...finding, status: 'explained', explanation: sentenceOf(explanation) };
  });
};
