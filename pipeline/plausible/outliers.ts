// Figures without a history that are out of all proportion to their group.
import type { Item } from '../items.ts';
import type { Decimal, Unit } from '../model.ts';
import type { Moved } from './causes.ts';
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
  for (const [group, figures] of groups) {
    const members = figures.map(one => ({ ...one, isJudgedAt: isJudged(one.unit) }));
    for (const [place, item] of items.entries()) {
      if (item.row.measure === 'change') continue;
      const stating = members.filter(({ stated }) => (stated[place] ?? null) !== null);
      const isLarge = group !== '' && canCompare(stating.length);
      const values = stating.map(({ numbers }) => numbers[place] ?? 0);
      // Mostly none is large enough to be compared at all.
      const all = isLarge && values.some(isLargeFigure) ? Array.from(Float64Array.from(values).sort()) : [];
      for (const [nth, { unit, stated, isJudgedAt }] of stating.entries()) {
        if (isJudgedAt(place)) continue;
        const value = values[nth] ?? 0;
        const isDoubtful = isLarge && isLargeFigure(value) && isFarAbove(value, all);
        const others = (): readonly number[] => all.toSpliced(all.indexOf(value), 1);
        const peers = isDoubtful ? outOfProportion(value, others()) : null;
        if (peers !== null)
          found.push({ unit, place, amount: stated[place] ?? '', value, expected: peers.median, group, peers });
        else if (isLarge) held += 1;
        else unknown += 1;
      }
    }
  }
  return { found, held, unknown };
};
