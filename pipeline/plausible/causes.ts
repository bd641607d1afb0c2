// Deviations that go together, told once: a total and the parts that moved with it have one cause.
import { type Item, itemName } from '../items.ts';
import type { Relation } from '../relations.ts';

/** A figure that is not where it was expected. `place` is that of its item in the list. */
export interface Moved {
  readonly place: number;
  readonly value: number;
  readonly expected: number;
}

/** What is told (the widest total), and what moved with it, totals first. */
export interface Cause<T extends Moved> {
  readonly told: T;
  readonly with: readonly T[];
}

/** `deviations` are of one unit. Those joined by a relation and on the same side of what was expected become one. */
export const causesOf = <T extends Moved>(
  deviations: readonly T[],
  items: readonly Item[],
  relations: readonly Relation[],
): readonly Cause<T>[] => {
  const byName = new Map(deviations.map(deviation => [nameOf(deviation, items), deviation] as const));
  const above = new Map<T, T[]>();
  const joined = new Map<T, T[]>(deviations.map(deviation => [deviation, []]));
  for (const { whole, parts } of relations) {
    const total = byName.get(itemName(whole.key));
    if (total === undefined) continue;
    for (const part of parts) {
      const one = byName.get(itemName(part.key));
      if (one === undefined || isHigh(one) !== isHigh(total)) continue;
      above.set(one, [...(above.get(one) ?? []), total]);
      joined.get(one)?.push(total);
      joined.get(total)?.push(one);
    }
  }
  return componentsOf(joined).map(component => {
    const [told, ...others] = component.toSorted(
      (a, b) => (above.get(a)?.length ?? 0) - (above.get(b)?.length ?? 0) || apart(b) - apart(a) || a.place - b.place,
    );
    return { told: told as T, with: others };
  });
};

const componentsOf = <T>(joined: ReadonlyMap<T, readonly T[]>): readonly (readonly T[])[] => {
  const seen = new Set<T>();
  const components: T[][] = [];
  for (const start of joined.keys()) {
    if (seen.has(start)) continue;
    const component = [start];
    seen.add(start);
    // Grows while it is walked.
    for (const one of component)
      for (const other of joined.get(one) ?? [])
        if (!seen.has(other)) {
          seen.add(other);
          component.push(other);
        }
    components.push(component);
  }
  return components;
};

export const isHigh = ({ value, expected }: Moved): boolean => value > expected;

const apart = ({ value, expected }: Moved): number => Math.abs(value - expected);

const nameOf = ({ place }: Moved, items: readonly Item[]): string => {
  const item = items[place];
  return item === undefined ? '' : itemName(item.key);
};
