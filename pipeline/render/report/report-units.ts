// Who was due and who filed, as a report tells it.
import { filedIn, missingUnits } from '../../filing.ts';
import type { Edition } from '../../model.ts';
import { printable } from './escape.ts';

export interface UnitFacts {
  readonly due: number;
  readonly filed: number;
  readonly missing: number;
  readonly missingUnits: readonly { readonly code: string; readonly name: string; readonly group: string }[];
  readonly groups: readonly { readonly name: string; readonly due: number; readonly filed: number }[];
}

export const unitFacts = (edition: Edition): UnitFacts => {
  const due = edition.plan.units;
  const missing = missingUnits(edition);
  return {
    due: due.length,
    filed: due.length - missing.length,
    missing: missing.length,
    missingUnits: missing.map(({ code, name, group }) => ({ code, name: printable(name), group: printable(group) })),
    groups: [...Map.groupBy(due, unit => unit.group)]
      .filter(([name]) => name !== '')
      .map(([name, units]) => ({
        name: printable(name),
        due: units.length,
        filed: units.filter(filedIn(edition)).length,
      })),
  };
};
