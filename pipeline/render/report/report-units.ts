// Who was due and who filed, as a report tells it.
import type { Edition, Unit } from '../../model.ts';
import { printable } from './escape.ts';

export interface UnitFacts {
  readonly due: number;
  readonly filed: number;
  readonly missing: number;
  readonly missingUnits: readonly { readonly code: string; readonly name: string; readonly group: string }[];
  readonly groups: readonly { readonly name: string; readonly due: number; readonly filed: number }[];
}

export const unitFacts = (edition: Edition): UnitFacts => {
  const filed = new Set(edition.returns.map(ret => ret.unit));
  const due = edition.plan.units;
  const hasFiled = (unit: Unit): boolean => filed.has(unit.code);
  const missing = due.filter(unit => !hasFiled(unit));
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
        filed: units.filter(hasFiled).length,
      })),
  };
};
