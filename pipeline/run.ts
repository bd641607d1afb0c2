// The story: arrivals of one period → its edition.
import { admit } from './admit.ts';
import { confront } from './checks/confront.ts';
import type { Arrival, Edition, Form, Judgement, Plan, Unit } from './model.ts';
import { unitNames } from './normalize/unit-names.ts';
import type { Candidate } from './settle.ts';
import { settle } from './settle.ts';
import { sum } from './sum.ts';

export interface Assignment {
  readonly plan: Plan;
  readonly form: Form;
  /** All units of the roster, due or not, so that a file of any is known. */
  readonly roster: readonly Unit[];
  /** The time given to the run, ISO 8601. */
  readonly at: string;
  readonly previous: Edition | null;
}

/** Takes arrivals one by one, so that no more than one file's cells are held at a time. */
export const run = async (
  arrivals: AsyncIterable<Arrival>,
  { plan, form, roster, at, previous }: Assignment,
): Promise<Edition> => {
  const names = unitNames(roster);
  const candidates: Candidate[] = [];
  const refused: Judgement[] = [];
  for await (const arrival of arrivals) {
    const admission = admit(arrival, plan, form, names);
    if ('candidate' in admission) candidates.push(admission.candidate);
    else refused.push(admission.judgement);
  }
  const { returns, judgements: settled } = settle(candidates);
  const judgements = [...refused, ...settled].sort(byPath);
  const totals = sum(form, plan, returns);
  const known = { plan, form, at, judgements, returns, totals, previous };
  return { ...known, ...confront(known) };
};

const byPath = (a: Judgement, b: Judgement): number => (a.delivery.path < b.delivery.path ? -1 : 1);
