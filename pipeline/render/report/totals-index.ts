// The totals over all units, found by their item, and added up for groups of rows.
import { broadestWord } from '../../complete.ts';
import { add } from '../../decimal.ts';
import { itemName } from '../../items.ts';
import type { Edition, ItemKey, Total } from '../../model.ts';

export type TotalOf = (key: ItemKey) => Total | null;

export const indexTotals = (edition: Edition | null): TotalOf => {
  const all = (edition?.totals ?? []).filter(total => total.group === '*');
  const byItem = new Map(all.map(total => [itemName(total), total]));
  return key => byItem.get(itemName(key)) ?? null;
};

/** The sum of several rows; unknown (null) as soon as one of them is. */
export const addTotals = (key: ItemKey, parts: readonly (Total | null)[]): Total | null => {
  const known = parts.filter(part => part !== null && part.unitsIn.length > 0) as readonly Total[];
  if (known.length < parts.length) return null;
  const unitsMissing = union(known.map(part => part.unitsMissing));
  const missing = new Set(unitsMissing);
  return {
    ...key,
    group: '*',
    value: add(known.map(part => part.value)),
    approximate: broadestWord(known.map(part => part.approximate)),
    unitsIn: union(known.map(part => part.unitsIn)).filter(code => !missing.has(code)),
    unitsMissing,
  };
};

// The same units as a rule, of which there may be thousands.
const union = (lists: readonly (readonly string[])[]): readonly string[] => {
  const [first = [], ...others] = lists;
  return others.every(other => isSameList(first, other)) ? first : [...new Set(lists.flat())].sort();
};

export const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((code, i) => code === b[i]));
