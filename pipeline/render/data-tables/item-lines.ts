// The columns `ITEM` of a figure as CSV, made once a figure, however many lines have it.
import { columnLabel, type Item, itemName, itemsOf, rowLabel } from '../../items.ts';
import type { Form, ItemKey } from '../../model.ts';
import { type Csv, csvLine } from '../csv.ts';

export const itemLines = (form: Form): ((key: ItemKey) => Csv) => {
  const items = itemsOf(form);
  const lines = items.map(item =>
    csvLine([item.key.table, item.key.row, item.key.column, rowLabel(item), columnLabel(item)]),
  );
  const places = new Map(items.map(({ name }, i) => [name, i] as const));
  let place = -1;
  return key => {
    // Asked for in the form's order as a rule: the one before, or the next.
    if (!isOf(items[place], key)) place = isOf(items[place + 1], key) ? place + 1 : (places.get(itemName(key)) ?? -1);
    return lines[place] ?? csvLine([key.table, key.row, key.column, '', '']);
  };
};

const isOf = (item: Item | undefined, { table, row, column }: ItemKey): boolean =>
  item !== undefined && item.key.row === row && item.key.column === column && item.key.table === table;
