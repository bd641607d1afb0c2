// Who of the units due has a return that counts.
import type { Edition, Return, Unit } from './model.ts';
import { onceOf } from './once-of.ts';

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

/** The returns by unit, of which each has one at most. */
export const returnsByUnit: (edition: Pick<Edition, 'returns'>) => ReadonlyMap<string, Return> = onceOf(
  ({ returns }) => new Map(returns.map(ret => [ret.unit, ret])),
);
