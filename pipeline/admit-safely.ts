// A fault of ours in one file costs that file, which is said, and never the others.
import { type Admission, admit } from './admit.ts';
import type { Arrival, Form, Plan } from './model.ts';
import type { UnitNames } from './normalize/unit-names.ts';

/** `failure`: where our own code failed on the file, with its stack; it then counts as one that could not be read. */
export type Admitted = Admission & { readonly failure: string | null };

export const admitSafely = (arrival: Arrival, plan: Plan, form: Form, names: UnitNames): Admitted => {
  try {
    return { ...admit(arrival, plan, form, names), failure: null };
  } catch (error) {
    const { delivery } = arrival;
    const failure = `${delivery.path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    const reading = { kind: 'refused', refusal: 'crashed', detail: '' } as const;
    return { ...admit({ delivery, reading }, plan, form, names), failure };
  }
};
