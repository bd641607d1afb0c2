// The columns `ITEM` of a figure as CSV, made once a figure, however many lines have it.
import { columnLabel, itemIndex, itemName, rowLabel } from '../../items.ts';
import type { Form, ItemKey } from '../../model.ts';
import { csvLine } from '../csv.ts';

export const itemLines = (form: Form): ((key: ItemKey) => string) => {
  const items = itemIndex(form);
  const made = new Map<string, string>();
  return key => {
    const name = itemName(key);
    const known = made.get(name);
    if (known !== undefined) return known;
    const item = items.get(name);
    const labels = item === undefined ? ['', ''] : [rowLabel(item), columnLabel(item)];
    const line = csvLine([key.table, key.row, key.column, ...labels]);
    made.set(name, line);
    return line;
  };
};
