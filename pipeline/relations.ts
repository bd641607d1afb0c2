// The relations that are structure: which figures are parts of which, along rows and along columns.
import type { PlacedItem } from './items.ts';
import { itemIndex, itemName, itemsOf } from './items.ts';
import type { Decimal, Form, Part, Severity } from './model.ts';
import { onceOf } from './once-of.ts';

/** One whole and its parts. `rule` names the relation for all its coordinates: `t3.handled_total.*`, `t3.*.total`. */
export interface Relation {
  readonly rule: string;
  readonly kind: Part['kind'];
  readonly severity: Severity;
  readonly whole: PlacedItem;
  readonly parts: readonly PlacedItem[];
}

/** Σ coefficient·value = 0. `rule` may be shared by several (one for each column); the terms tell them apart. */
export interface Equality {
  readonly rule: string;
  readonly severity: Severity;
  readonly terms: readonly Term[];
}

export interface Term {
  readonly name: string;
  readonly coefficient: Decimal;
}

/** All relations of a form, in the order of their first part. */
export const relationsOf: (form: Form) => readonly Relation[] = onceOf(form => {
  const items = itemsOf(form);
  const byName = itemIndex(form);
  const found = new Map<string, { relation: Omit<Relation, 'parts'>; parts: PlacedItem[] }>();
  const relate = (part: PlacedItem, partOf: Part, name: string, rule: string): void => {
    const whole = byName.get(name);
    if (whole === undefined) return;
    const id = `${rule} ${name} ${partOf.kind}`;
    const relation = { rule, kind: partOf.kind, severity: partOf.severity, whole };
    const entry = found.get(id) ?? { relation, parts: [] };
    entry.parts.push(part);
    found.set(id, entry);
  };
  for (const item of items) {
    const { key, row, column } = item;
    if (row.partOf !== null) {
      const rule = `${key.table}.${row.partOf.whole}${column === null ? '' : '.*'}`;
      relate(item, row.partOf, itemName({ ...key, row: row.partOf.whole }), rule);
    }
    if (column?.partOf)
      relate(
        item,
        column.partOf,
        itemName({ ...key, column: column.partOf.whole }),
        `${key.table}.*.${column.partOf.whole}`,
      );
  }
  return [...found.values()].map(({ relation, parts }) => ({ ...relation, parts }));
});
