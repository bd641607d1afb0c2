// Figures without a history that are out of all proportion to their group.
import type { Item } from '../items.ts';
import type { Decimal, Unit } from '../model.ts';
import type { Moved } from './causes.ts';
import { columnsOf } from './columns.ts';
import type { Figures } from './figures.ts';
import { canCompare, isFarAbove, isLargeFigure, outOfProportion, type Peers } from './peers.ts';

export interface Outlier extends Moved {
  readonly unit: string;
  readonly amount: Decimal;
  readonly group: string;
  readonly peers: Peers;
}

/** What the groups say of the figures that `isJudged` by their own years does not hold for: unknown where the group is too small. */
export interface Outliers {
  readonly found: readonly Outlier[];
  readonly held: number;
  readonly unknown: number;
}

export const outliersOf = (
  items: readonly Item[],
  present: ReadonlyMap<string, Figures>,
  units: readonly Unit[],
  isJudged: (unit: string) => (place: number) => boolean,
): Outliers => {
  const found: Outlier[] = [];
  let held = 0;
  let unknown = 0;
  const groupOf = new Map(units.map(({ code, group }) => [code, group] as const));
  const groups = Map.groupBy(present.values(), ({ unit }) => groupOf.get(unit) ?? '');
  for (const [group, members] of groups) {
    const judgedOf = members.map(({ unit }) => isJudged(unit));
    const columns = columnsOf(members, items.length);
    for (const [place, item] of items.entries()) {
      if (item.row.measure === 'change') continue;
      const column = columns[place] ?? new Float64Array();
      const { stating, largest } = extentOf(column);
      const isLarge = group !== '' && canCompare(stating);
      // Mostly none is large enough to be compared at all. NaN comes last.
      const all = isLarge && isLargeFigure(largest) ? column.toSorted().subarray(0, stating) : column;
      for (let nth = 0; nth < members.length; nth += 1) {
        const value = column[nth] ?? Number.NaN;
        if (Number.isNaN(value) || judgedOf[nth]?.(place)) continue;
        const isDoubtful = isLarge && isLargeFigure(value) && isFarAbove(value, all);
        const others = (): readonly number[] => Array.from(all).toSpliced(all.indexOf(value), 1);
        const peers = isDoubtful ? outOfProportion(value, others()) : null;
        if (peers !== null) {
          const { unit = '', stated = [] } = members[nth] ?? {};
          found.push({ unit, place, amount: stated[place] ?? '', value, expected: peers.median, group, peers });
        } else if (isLarge) held += 1;
        else unknown += 1;
      }
    }
  }
  return { found, held, unknown };
};

const extentOf = (column: Float64Array): { readonly stating: number; readonly largest: number } => {
  let stating = 0;
  let largest = 0;
  for (let nth = 0; nth < column.length; nth += 1) {
    const value = column[nth] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    stating += 1;
    if (value > largest) largest = value;
  }
  return { stating, largest };
};
