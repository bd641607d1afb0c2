// Where a figure stands among all that a form asks: found without putting its address into words.
import { itemsOf } from './items.ts';
import type { Form, ItemKey } from './model.ts';
import { onceOf } from './once-of.ts';

/** The place in `itemsOf(form)` of a key, or undefined. */
export type PlaceOf = (key: ItemKey) => number | undefined;

export const placesOf: (form: Form) => PlaceOf = onceOf(form => {
  const tables = new Map<string, Map<string, Map<string, number>>>();
  for (const { key, place } of itemsOf(form)) {
    const { table, row, column } = key;
    const rows = tables.get(table) ?? new Map<string, Map<string, number>>();
    const columns = rows.get(row) ?? new Map<string, number>();
    tables.set(table, rows.set(row, columns.set(column, place)));
  }
  return ({ table, row, column }) => tables.get(table)?.get(row)?.get(column);
});
