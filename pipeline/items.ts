// The figures that a form asks, one by one, and their addresses as text.
import type { Form, FormColumn, FormRow, FormTable, ItemKey } from './model.ts';
import { onceOf } from './once-of.ts';

/** One figure asked: `column` is null where the table has no columns. */
export interface Item {
  readonly key: ItemKey;
  /** As `itemName` gives it. */
  readonly name: string;
  readonly table: FormTable;
  readonly row: FormRow;
  readonly column: FormColumn | null;
}

/** An item and its place among those of its form: what returns say is kept in this order, and found without its name. */
export interface PlacedItem extends Item {
  readonly place: number;
}

/** All figures of a form in its order: by table, then row, then column. */
export const itemsOf: (form: Form) => readonly PlacedItem[] = onceOf(form =>
  form.tables.flatMap(itemsOfTable).map((item, place) => ({ ...item, place })),
);

/** The items of a form by name. */
export const itemIndex: (form: Form) => ReadonlyMap<string, PlacedItem> = onceOf(
  form => new Map(itemsOf(form).map(item => [item.name, item])),
);

export const itemsOfTable: (table: FormTable) => readonly Item[] = onceOf(table => {
  const columns = table.columns.filter(column => column.kind === 'figure');
  return table.rows.flatMap(row =>
    columns.length === 0 ? [itemOf(table, row, null)] : columns.map(column => itemOf(table, row, column)),
  );
});

const itemOf = (table: FormTable, row: FormRow, column: FormColumn | null): Item => {
  const key = { table: table.id, row: row.id, column: column?.id ?? 'value' };
  return { key, name: itemName(key), table, row, column };
};

/** `t3.new_received.natural`; a figure of a table without columns is `t2.reg_made`. */
export const itemName = ({ table, row, column }: ItemKey): string =>
  column === 'value' ? `${table}.${row}` : `${table}.${row}.${column}`;

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
