// Who of the units due has a return that counts.
import type { Edition, Unit } from './model.ts';

/** Whether a unit has filed. */
export const filedIn = ({ returns }: Pick<Edition, 'returns'>): ((unit: Unit) => boolean) => {
  const codes = new Set(returns.map(({ unit }) => unit));
  return ({ code }) => codes.has(code);
};

/** Units due without a return that counts, as the plan lists them. */
export const missingUnits = (edition: Pick<Edition, 'plan' | 'returns'>): readonly Unit[] => {
  const hasFiled = filedIn(edition);
  return edition.plan.units.filter(unit => !hasFiled(unit));
};
