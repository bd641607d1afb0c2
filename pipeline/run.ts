// The story: arrivals of one period → its edition.
import { type Admission, admit } from './admit.ts';
import { confront } from './checks/confront.ts';
import { needsSolver } from './checks/needs-solver.ts';
import { answered, standing } from './explain/answer.ts';
import type { Solver } from './localize/mip.ts';
import { type Circumstances, madeFrom, receivedOf, wasDisturbed } from './made-from.ts';
import type { Arrival, Delivery, Edition, Explanation, Form, Judgement, Plan, Unit } from './model.ts';
import { type UnitNames, unitNames } from './normalize/unit-names.ts';
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
  /** Gives what was made before of the same delivery for the same form, plan and roster, or makes it. */
  readonly remembered?: (delivery: Delivery, make: () => Admission) => Admission;
}

/** Takes arrivals one by one, so that no more than one file's cells are held at a time. */
export const run = async (
  arrivals: AsyncIterable<Arrival>,
  { plan, form, roster, at, previous, circumstances, loadSolver, remembered }: Assignment,
): Promise<Edition> => {
  const names = unitNames(roster, plan.organ);
  const candidates: Candidate[] = [];
  const refused: Judgement[] = [];
  const given: Explanation[] = [];
  const crashes: string[] = [];
  for await (const arrival of arrivals) {
    const make = (): Admission => admit(arrival, plan, form, names);
    // What was refused or ignored takes no time, and may be another matter next time.
    const isGrid = 'reading' in arrival && arrival.reading.kind === 'grid';
    const take = isGrid && remembered !== undefined ? () => remembered(arrival.delivery, make) : make;
    const admission = admitSafely(take, arrival.delivery, plan, form, names, crashes);
    given.push(...admission.explanations);
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

// A fault of ours in one file costs that file, which is said, and never the others.
const admitSafely = (
  take: () => Admission,
  delivery: Delivery,
  plan: Plan,
  form: Form,
  names: UnitNames,
  crashes: string[],
): Admission => {
  try {
    return take();
  } catch (error) {
    crashes.push(`${delivery.path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return admit({ delivery, reading: { kind: 'refused', refusal: 'crashed', detail: '' } }, plan, form, names);
  }
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
