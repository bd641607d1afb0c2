// The totals over all units, found by their item, and added up for groups of rows.
import { broadestWord } from '../../complete.ts';
import { add } from '../../decimal.ts';
import type { Edition, ItemKey, Total } from '../../model.ts';

export type TotalOf = (key: ItemKey) => Total | null;

export const indexTotals = (edition: Edition | null): TotalOf => {
  const all = (edition?.totals ?? []).filter(total => total.group === '*');
  const byItem = new Map(all.map(total => [name(total), total]));
  return key => byItem.get(name(key)) ?? null;
};

/** The sum of several rows; unknown (null) as soon as one of them is. */
export const addTotals = (key: ItemKey, parts: readonly (Total | null)[]): Total | null => {
  const known = parts.filter(part => part !== null && part.unitsIn.length > 0) as readonly Total[];
  const missing = new Set(known.flatMap(part => part.unitsMissing));
  if (known.length < parts.length) return null;
  return {
    ...key,
    group: '*',
    value: add(known.map(part => part.value)),
    approximate: broadestWord(known.map(part => part.approximate)),
    unitsIn: [...new Set(known.flatMap(part => part.unitsIn))].filter(code => !missing.has(code)).sort(),
    unitsMissing: [...missing].sort(),
  };
};

const name = (key: ItemKey): string => JSON.stringify([key.table, key.row, key.column]);
