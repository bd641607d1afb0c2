// For what files are taken: the same file is another admission for another plan, form or roster.
import type { Form, Plan, Unit } from '../model.ts';
import { type UnitNames, unitNames } from '../normalize/unit-names.ts';

/** Plain data, so that a thread can be sent it. */
export interface Asked {
  readonly plan: Plan;
  readonly form: Form;
  /** All units, due or not, so that a file of any is known. */
  readonly roster: readonly Unit[];
}

export const namesOf = ({ plan, roster }: Asked): UnitNames => unitNames(roster, plan.organ);
