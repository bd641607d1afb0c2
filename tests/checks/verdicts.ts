// Short words to look into what a check said.
import type { Confronted } from '../../pipeline/checks/check.ts';
import type { Complaint, Return, Verdict } from '../../pipeline/model.ts';
import { confronted, frozen } from '../made.ts';

/** An edition in the making with these returns, frozen. */
export const facing = (returns: readonly Return[], more: Partial<Confronted> = {}): Confronted =>
  frozen(confronted(returns, more));

export const brokenOf = (verdicts: readonly Verdict[]): readonly (Complaint & { readonly rule: string })[] =>
  verdicts.flatMap(verdict => (verdict.outcome === 'broken' ? [verdict] : []));

/** What the clerk reads: the message and, after →, the suggestion. */
export const messagesOf = (verdicts: readonly Verdict[]): readonly string[] =>
  brokenOf(verdicts).map(({ message, suggestion }) => (suggestion === '' ? message : `${message}→${suggestion}`));

/** Outcomes by rule, in order: `held unknown held`. */
export const outcomesOf = (verdicts: readonly Verdict[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...Map.groupBy(verdicts, ({ rule }) => rule)].map(([rule, group]) => [
      rule,
      group.flatMap(verdict => Array(timesOf(verdict)).fill(verdict.outcome)).join(' '),
    ]),
  );

const timesOf = (verdict: Verdict): number => ('times' in verdict ? (verdict.times ?? 1) : 1);
