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
      const stating = column.filter(value => !Number.isNaN(value));
      const isLarge = group !== '' && canCompare(stating.length);
      // Mostly none is large enough to be compared at all.
      const all = isLarge && stating.some(isLargeFigure) ? Array.from(stating.sort()) : [];
      for (let nth = 0; nth < members.length; nth += 1) {
        const value = column[nth] ?? Number.NaN;
        if (Number.isNaN(value) || judgedOf[nth]?.(place)) continue;
        const isDoubtful = isLarge && isLargeFigure(value) && isFarAbove(value, all);
        const others = (): readonly number[] => all.toSpliced(all.indexOf(value), 1);
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
