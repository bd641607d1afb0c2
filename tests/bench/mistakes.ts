// Mistakes as people make them, one a unit, on the last of its years.
import { type Item, itemName } from '../../pipeline/items.ts';
import type { Relation } from '../../pipeline/relations.ts';
import type { Chance } from './chance.ts';
import type { Leaves, Years } from './district.ts';

/** Every figure of a return, totals too, by item name. */
export type Filled = ReadonlyMap<string, number>;

export interface Mistaken {
  readonly filled: Filled;
  /** The figures that are wrong; null: the whole return is. */
  readonly wrong: ReadonlySet<string> | null;
}

export const KINDS = [
  '×10',
  'digits swapped',
  'a figure set to 0',
  '元 for 万元',
  'columns shifted',
  "last year's file",
  "another unit's file",
  'all 0',
] as const;
export type Kind = (typeof KINDS)[number];

/** Fills the totals: rows of the outcomes first, then the columns. */
export const filledOf = (leaves: Leaves, items: readonly Item[], relations: readonly Relation[]): Filled => {
  const filled = new Map(items.map(({ key }) => [itemName(key), leaves.get(itemName(key)) ?? 0] as const));
  for (let pass = 0; pass < 2; pass += 1)
    for (const { kind, whole, parts } of relations)
      if (kind === 'exhaustive')
        filled.set(
          itemName(whole.key),
          parts.reduce((sum, part) => sum + (filled.get(itemName(part.key)) ?? 0), 0),
        );
  return filled;
};

/** The last year of a unit with a mistake of a kind; null where the unit has nothing to make it with. */
export const mistake = (
  kind: Kind,
  { years }: Years,
  others: readonly Years[],
  chance: Chance,
  items: readonly Item[],
  relations: readonly Relation[],
): Mistaken | null => {
  const [before, now] = years.slice(-2) as [Leaves, Leaves];
  const fill = (leaves: Leaves): Filled => filledOf(leaves, items, relations);
  const change = (item: string, value: number): Mistaken => {
    const right = fill(now);
    const filled = fill(new Map([...now, [item, value]]));
    return {
      filled,
      wrong: new Set([...filled].flatMap(([name, stated]) => (stated === right.get(name) ? [] : [name]))),
    };
  };
  const counts = (least: number): readonly string[] =>
    [...now].flatMap(([name, value]) => (value >= least && name !== 't2.fee_wan' ? [name] : [])).sort();
  const whole = (filled: Filled): Mistaken => ({ filled, wrong: null });
  switch (kind) {
    case '×10': {
      const item = chance.pick(counts(1));
      return item === undefined ? null : change(item, 10 * (now.get(item) ?? 0));
    }
    case 'digits swapped': {
      const able = counts(12).filter(name => swapped(now.get(name) ?? 0) !== now.get(name));
      const item = chance.pick(able);
      return item === undefined ? null : change(item, swapped(now.get(item) ?? 0));
    }
    case 'a figure set to 0': {
      const item = chance.pick(counts(10));
      return item === undefined ? null : change(item, 0);
    }
    case '元 for 万元': {
      const fee = now.get('t2.fee_wan') ?? 0;
      return fee === 0 ? null : change('t2.fee_wan', fee * 10_000);
    }
    case 'columns shifted': {
      const right = fill(now);
      return right.get('t3.new_received.total') === 0 ? null : whole(slid(right, items));
    }
    case "last year's file":
      return size(before) < 3 || same(before, now) ? null : whole(fill(before));
    case "another unit's file": {
      const other = chance.pick(others).years.at(-1) as Leaves;
      return size(other) < 3 ? null : whole(fill(other));
    }
    case 'all 0':
      return size(now) < 3 ? null : whole(fill(new Map()));
  }
};

const swapped = (value: number): number => {
  const [first = '', second = '', ...rest] = String(value);
  return Number([second, first, ...rest].join(''));
};

const slid = (right: Filled, items: readonly Item[]): Filled => {
  const columns = ['natural', 'enterprise', 'research', 'welfare', 'legal', 'other', 'total'];
  return new Map(
    items.map(({ key }) => {
      const name = itemName(key);
      if (key.table !== 't3') return [name, right.get(name) ?? 0];
      const from = columns[columns.indexOf(key.column) - 1];
      return [name, from === undefined ? 0 : (right.get(itemName({ ...key, column: from })) ?? 0)];
    }),
  );
};

const size = (leaves: Leaves): number => [...leaves.values()].filter(value => value > 0).length;

const same = (a: Leaves, b: Leaves): boolean => [...a, ...b].every(([name]) => a.get(name) === b.get(name));
