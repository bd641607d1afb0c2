// The figures that a form asks, one by one, and their addresses as text.
import type { Form, FormColumn, FormRow, FormTable, ItemKey, Observation, Return } from './model.ts';

/** One figure asked: `column` is null where the table has no columns. */
export interface Item {
  readonly key: ItemKey;
  /** As `itemName` gives it. */
  readonly name: string;
  readonly table: FormTable;
  readonly row: FormRow;
  readonly column: FormColumn | null;
}

/** All figures of a form in its order: by table, then row, then column. */
export const itemsOf = (form: Form): readonly Item[] => {
  const known = made.get(form);
  if (known !== undefined) return known;
  const items = form.tables.flatMap(itemsOfTable);
  made.set(form, items);
  return items;
};

// Every stage asks for them, some for each return.
const made = new WeakMap<Form, readonly Item[]>();

/** The items of a form by name. */
export const itemIndex = (form: Form): ReadonlyMap<string, Item> =>
  new Map(itemsOf(form).map(item => [item.name, item]));

export const itemsOfTable = (table: FormTable): readonly Item[] => {
  const columns = table.columns.filter(column => column.kind === 'figure');
  return table.rows.flatMap(row =>
    columns.length === 0 ? [itemOf(table, row, null)] : columns.map(column => itemOf(table, row, column)),
  );
};

const itemOf = (table: FormTable, row: FormRow, column: FormColumn | null): Item => {
  const key = { table: table.id, row: row.id, column: column?.id ?? 'value' };
  return { key, name: itemName(key), table, row, column };
};

/** `t3.new_received.natural`; a figure of a table without columns is `t2.reg_made`. */
export const itemName = ({ table, row, column }: ItemKey): string =>
  column === 'value' ? `${table}.${row}` : `${table}.${row}.${column}`;

/** Observations or totals by the name of their item. */
export const byItem = <T extends ItemKey>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map(one => [itemName(one), one] as const));

/** What a return says of each figure, by item name. */
export const observationsByItem = (ret: Return): ReadonlyMap<string, Observation> => {
  const known = found.get(ret) ?? byItem(ret.observations);
  found.set(ret, known);
  return known;
};

// Most checks ask for them, of each return.
const found = new WeakMap<Return, ReadonlyMap<string, Observation>>();

/** A row as a person reads it: its label, or the headings above it where it has none (行政复议·结果维持). */
export const rowLabel = (item: Pick<Item, 'table' | 'row'>): string => {
  const { row, table } = item;
  const heads = row.heads.map(id => table.columns.find(column => column.id === id)?.label.text ?? id);
  if (row.label === null) return heads.join('·');
  const shared = table.rows.filter(other => other.label?.text === row.label?.text).length > 1;
  return shared ? [row.label.text, ...heads].join('·') : row.label.text;
};

export const columnLabel = (item: Pick<Item, 'column'>): string => item.column?.label.text ?? '';

/** What a clerk calls the figure: `本年新收政府信息公开申请数量·自然人`. */
export const itemLabel = (item: Item): string =>
  [rowLabel(item), columnLabel(item)].filter(text => text !== '').join('·');
