// Where a figure stands among all that a form asks: found without putting its address into words.
import { itemsOf } from './items.ts';
import type { Form, ItemKey } from './model.ts';

/** The place in `itemsOf(form)` of a key, or undefined. */
export type PlaceOf = (key: ItemKey) => number | undefined;

export const placesOf = (form: Form): PlaceOf => {
  const known = made.get(form);
  if (known !== undefined) return known;
  const tables = new Map<string, Map<string, Map<string, number>>>();
  itemsOf(form).forEach(({ key: { table, row, column } }, place) => {
    const rows = tables.get(table) ?? new Map<string, Map<string, number>>();
    const columns = rows.get(row) ?? new Map<string, number>();
    tables.set(table, rows.set(row, columns.set(column, place)));
  });
  const placeOf: PlaceOf = ({ table, row, column }) => tables.get(table)?.get(row)?.get(column);
  made.set(form, placeOf);
  return placeOf;
};

// The same for every file of a run.
const made = new WeakMap<Form, PlaceOf>();
