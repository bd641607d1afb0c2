// The contract of a check: it confronts one edition in the making and says what held, what broke and what it could not decide.
import type { Solver } from '../localize/mip.ts';
import type { Complaint, Edition, Finding, Place, Verdict } from '../model.ts';
import { onceForEach } from '../once-for-each.ts';

/** What a check looks at: everything of an edition that is known before the checks ran. */
export interface Confronted extends Omit<Edition, 'findings' | 'tally' | 'failures' | 'madeFrom'> {
  /** Loaded where `needsSolver` says that it may be of use. */
  readonly solver?: Solver | null;
}

export interface Check {
  /** The file's name and the check's name in all outputs. */
  readonly id: string;
  /** What must hold, in Chinese. */
  readonly title: string;
  /** Rules that are counted even where they looked at nothing. */
  readonly rules?: (confronted: Confronted) => readonly string[];
  /** Checks run in rounds, 0 where none is said, and are told what the rounds before found. */
  readonly round?: 1 | 2;
  readonly run: (confronted: Confronted, found?: readonly Finding[]) => readonly Verdict[];
}

// Of all returns the same few are said.
export const held: (rule: string) => Verdict = onceForEach(rule => ({ outcome: 'held', rule }));

export const unknown: (rule: string) => Verdict = onceForEach(rule => ({ outcome: 'unknown', rule }));

/** The same of many places at once: of each figure of a return, of which there are hundreds of thousands. */
export const heldTimes = (rule: string, times: number): readonly Verdict[] =>
  times === 0 ? [] : [{ outcome: 'held', rule, times }];

export const unknownTimes = (rule: string, times: number): readonly Verdict[] =>
  times === 0 ? [] : [{ outcome: 'unknown', rule, times }];

/** Broken for the same reason as the rule `by`, whose finding tells it. */
export const told = (rule: string, by: string): Verdict => ({ outcome: 'told', rule, by });

/** A broken verdict; what has nothing to say about `due`, `difference` or a suggestion leaves it out. Unless it says so, a fatal one cannot be explained. */
export const broken = (
  rule: string,
  complaint: Pick<Complaint, 'severity' | 'place' | 'stated' | 'message'> & Partial<Complaint>,
): Verdict => ({
  outcome: 'broken',
  rule,
  due: '',
  difference: '',
  suggestion: '',
  explainable: complaint.severity !== 'fatal',
  reasons: [],
  ...complaint,
});

export const placeOfUnit = (unit: string | null): Place => ({ unit, ref: null });
