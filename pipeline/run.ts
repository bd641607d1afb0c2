// The story: arrivals of one period → its edition.
import { type Admitted, admitSafely } from './admit-safely.ts';
import { confront } from './checks/confront.ts';
import { needsSolver } from './checks/needs-solver.ts';
import { answered, standing } from './explain/answer.ts';
import type { Solver } from './localize/mip.ts';
import { type Circumstances, madeFrom, receivedOf, wasDisturbed } from './made-from.ts';
import type { Arrival, Edition, Explanation, Form, Judgement, Plan, Unit } from './model.ts';
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
  /** Without these the edition does not tell what it was made from. */
  readonly circumstances?: Circumstances;
  /** Called at most once, and only for returns with many broken sums. */
  readonly loadSolver?: () => Promise<Solver>;
}

/** Takes arrivals one by one, so that no more than one file's cells are held at a time. */
export const run = (arrivals: AsyncIterable<Arrival>, assignment: Assignment): Promise<Edition> =>
  editionOf(admitEach(arrivals, assignment), assignment);

async function* admitEach(
  arrivals: AsyncIterable<Arrival>,
  { plan, form, roster }: Assignment,
): AsyncGenerator<Admitted> {
  const names = unitNames(roster, plan.organ);
  for await (const arrival of arrivals) yield admitSafely(arrival, plan, form, names);
}

/** The same of arrivals that were admitted elsewhere, for this plan, form and roster. */
export const editionOf = async (
  admitted: AsyncIterable<Admitted>,
  { plan, form, at, previous, circumstances, loadSolver }: Assignment,
): Promise<Edition> => {
  const candidates: Candidate[] = [];
  const refused: Judgement[] = [];
  const given: Explanation[] = [];
  const crashes: string[] = [];
  for await (const admission of admitted) {
    given.push(...admission.explanations);
    if (admission.failure !== null) crashes.push(admission.failure);
    if ('candidate' in admission) candidates.push(admission.candidate);
    else refused.push(admission.judgement);
  }
  const { returns, judgements: settled } = settle(candidates);
  const judgements = [...refused, ...settled].sort(byPath);
  const totals = sum(form, plan, returns);
  const explanations = standing(given);
  const known = { plan, form, at, judgements, returns, totals, explanations, previous };
  const solver = needsSolver(form, returns) ? await loadSafely(loadSolver, crashes) : null;
  const { findings, tally, failures } = confront({ ...known, solver });
  const troubled = [...crashes, ...failures];
  const isSure = troubled.length === 0 && !judgements.some(wasDisturbed) && previous?.madeFrom !== null;
  return {
    ...known,
    findings: answered(findings, explanations),
    tally,
    failures: troubled,
    madeFrom:
      circumstances === undefined || !isSure
        ? null
        : madeFrom(circumstances, judgements.map(receivedOf), previous?.madeFrom ?? null),
  };
};

// Without it wrong cells are looked for less far, which is said and costs no report.
const loadSafely = async (load: Assignment['loadSolver'], crashes: string[]): Promise<Solver | null> => {
  try {
    return (await load?.()) ?? null;
  } catch (error) {
    crashes.push(`solver: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return null;
  }
};

const byPath = (a: Judgement, b: Judgement): number => (a.delivery.path < b.delivery.path ? -1 : 1);
