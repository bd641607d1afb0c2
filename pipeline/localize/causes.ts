// Which broken equalities belong together: those that share a cell, and those that fewer cells repair together than apart.
import { LEAST_ROWS, reachOf } from './mip.ts';
import { type Budget, type Solution, smallest, type Task } from './search.ts';
import type { System } from './system.ts';
import type { Vector } from './vector.ts';

/** Broken rows with one explanation; no solution where it takes too many cells. */
export interface Group {
  readonly residual: Vector;
  readonly solutions: readonly Solution[];
  /** Whether these are all of their size; the solver tells but one. */
  readonly isAll: boolean;
}

type IsAllowed = Task['isAllowed'];

/** One smallest solution of these broken rows, however many cells it takes; null where none was found. */
export type Last = (residual: Vector) => Solution | null;

/** Cells looked for without further ado, and where that finds nothing. */
const FEW = 3;
const MORE = 5;
/** Cells looked at for one set of rows, and for one return: a bound on work, not on time. */
const NODES = 40_000;
const NODES_IN_ALL = 160_000;

/**
 * Where a few cells are not enough, `last` is asked, and the search goes on only where that finds nothing. `purse` is what the
 * search may look at in all; what is left of it says how much it did.
 */
export const groupsOf = (
  system: System,
  isAllowed: IsAllowed,
  last: Last | null = null,
  purse: Budget = { nodes: NODES_IN_ALL },
): readonly Group[] => {
  const search = (residual: Vector, least: number, most: number): Group => {
    const budget: Budget = { nodes: Math.min(NODES, purse.nodes) };
    const before = budget.nodes;
    const solutions = smallest({ system, residual, isAllowed }, least, most, budget);
    purse.nodes -= before - Math.max(0, budget.nodes);
    return { residual, solutions, isAll: true };
  };
  // Size by size over all of them, so that a hard one does not eat up what the easy ones need.
  let groups: readonly Group[] = components(system).map(residual => ({
    residual,
    solutions: [],
    isAll: true,
  }));
  for (let size = 1; size <= FEW; size++) {
    groups = groups.map(group => (group.solutions.length > 0 ? group : search(group.residual, size, size)));
    groups = join(groups, size, residual => search(residual, size, size));
  }
  const open = groups.filter(({ solutions }) => solutions.length === 0);
  return [
    ...groups.filter(group => !open.includes(group)),
    ...linked(system, open).flatMap(some => {
      const residual = union(some);
      const solution = residual.size < LEAST_ROWS ? null : (last?.(residual) ?? null);
      if (solution !== null) return [{ residual, solutions: [solution], isAll: false }];
      return some.map(group => search(group.residual, FEW + 1, MORE));
    }),
  ];
};

const union = (groups: readonly Group[]): Vector => new Map(groups.flatMap(({ residual }) => [...residual]));

/** The groups put together that rows which hold connect: what repairs one may repair another. */
const linked = (system: System, groups: readonly Group[]): readonly (readonly Group[])[] => {
  const reached = groups.map(group => ({ group, first: reachOf(system, group.residual)[0] }));
  return [...Map.groupBy(reached, ({ first }) => first).values()].map(some => some.map(({ group }) => group));
};

/** The number of cells that a group changes; one more than looked for where nothing was found yet. */
const sizeOf = ({ solutions }: Group, size: number): number => solutions[0]?.cells.length ?? size + 1;

// Two errors in one row can cancel in its sum and break two columns that share no cell: only together do they cost two cells.
// What one cell explains need not be joined with another such.
const join = (groups: readonly Group[], size: number, search: (residual: Vector) => Group): readonly Group[] => {
  for (const some of gatherings(groups, size)) {
    if (some.reduce((sum, group) => sum + sizeOf(group, size), 0) <= size) continue;
    const together = search(union(some));
    if (together.solutions.length === 0) continue;
    return join([...groups.filter(group => !some.includes(group)), together], size, search);
  }
  return groups;
};

/** All the hard ones, then each pair with a hard one in it. */
const gatherings = (groups: readonly Group[], size: number): readonly (readonly Group[])[] => {
  const hard = size < 2 ? [] : groups.filter(group => sizeOf(group, size) > 1);
  const pairs = groups.flatMap((group, nth) =>
    groups.slice(nth + 1).flatMap(other => (hard.includes(group) || hard.includes(other) ? [[group, other]] : [])),
  );
  return hard.length > 2 ? [hard, ...pairs] : pairs;
};

/** The broken rows, those together that share a cell. */
const components = ({ residual, rows, columns }: System): readonly Vector[] => {
  const open = new Set(residual.keys());
  const found: Vector[] = [];
  for (const first of residual.keys()) {
    if (!open.delete(first)) continue;
    const reached = [first];
    for (const row of reached)
      for (const cell of rows[row] ?? [])
        for (const next of columns[cell]?.keys() ?? []) if (open.delete(next)) reached.push(next);
    found.push(new Map(reached.sort((a, b) => a - b).map(row => [row, residual.get(row) ?? 0n])));
  }
  return found;
};
