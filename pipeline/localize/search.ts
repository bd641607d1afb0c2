// The smallest sets of cells whose change makes every equality hold: depth-first over the cells of a broken one, as in
// Fellegi and Holt (1976), with the amounts eliminated on the way.
import { solve } from './solve.ts';
import type { System } from './system.ts';
import { areParallel, eliminate, type Vector } from './vector.ts';

export interface Solution {
  /** Cell numbers, ascending, and the change of each. */
  readonly cells: readonly number[];
  readonly changes: readonly bigint[];
}

/** Counts what a search looks at, so that it ends after the same work on every machine. */
export interface Budget {
  nodes: number;
}

export interface Task {
  readonly system: System;
  /** The broken rows to repair; all other rows must stay as they are. */
  readonly residual: Vector;
  /** Whether a cell may change by so much. */
  readonly isAllowed: (cell: number, change: bigint) => boolean;
}

/**
 * All allowed solutions of the smallest size from `least` to `most`; none where there is none, or where the budget ran out
 * before all of that size were seen. A set for which several amounts would do is no solution.
 */
export const smallest = (task: Task, least: number, most: number, budget: Budget): readonly Solution[] => {
  for (let size = least; size <= most; size++) {
    if (!canTouchAll(task, size)) continue;
    const found = ofSize(task, size, budget);
    if (budget.nodes <= 0) return [];
    if (found.length > 0) return found;
  }
  return [];
};

/** Every broken row needs a cell of its own that changes, and a cell stands in few rows. */
const canTouchAll = ({ system, residual }: Task, size: number): boolean => {
  const cells = new Set([...residual.keys()].flatMap(row => system.rows[row] ?? []));
  const reach = Math.max(0, ...[...cells].map(cell => system.columns[cell]?.size ?? 0));
  return residual.size <= size * reach;
};

interface Pivot {
  readonly row: number;
  readonly column: Vector;
}

const ofSize = (task: Task, size: number, budget: Budget): readonly Solution[] => {
  const { system, isAllowed } = task;
  const found: Solution[] = [];
  // Cells that a sibling branch has dealt with, so that each set is met once.
  const closed = new Set<number>();

  const keep = (chosen: readonly number[]): void => {
    const cells = chosen.toSorted((a, b) => a - b);
    const changes = solve(system, cells, task.residual);
    if (changes?.every((change, nth) => change !== 0n && isAllowed(cells[nth] ?? -1, change)))
      found.push({ cells, changes });
  };

  const descend = (residual: Vector, pivots: readonly Pivot[], chosen: readonly number[]): void => {
    const { row, cells } = narrowest(system, residual, pivots);
    const seen: number[] = [];
    for (const cell of cells) {
      if (closed.has(cell)) continue;
      if (--budget.nodes <= 0) break;
      let column = system.columns[cell] as Vector;
      for (const pivot of pivots) column = eliminate(column, pivot.column, pivot.row);
      if (!column.has(row)) continue;
      if (chosen.length + 1 === size) {
        if (areParallel(column, residual)) keep([...chosen, cell]);
        continue;
      }
      const rest = eliminate(residual, column, row);
      closed.add(cell);
      seen.push(cell);
      // Nothing left to repair: a smaller set that was not allowed.
      if (rest.size > 0) descend(rest, [...pivots, { row, column }], [...chosen, cell]);
    }
    for (const cell of seen) closed.delete(cell);
  };

  descend(task.residual, [], []);
  return found;
};

/** The broken row that the fewest cells can reach, directly or through the rows of cells already chosen. */
const narrowest = (
  { rows }: System,
  residual: Vector,
  pivots: readonly Pivot[],
): { readonly row: number; readonly cells: Iterable<number> } => {
  const through = (row: number): readonly Pivot[] => pivots.filter(pivot => pivots.length > 1 || pivot.column.has(row));
  let best = { row: -1, width: Number.POSITIVE_INFINITY };
  for (const row of residual.keys()) {
    const width = through(row).reduce((sum, pivot) => sum + (rows[pivot.row]?.length ?? 0), rows[row]?.length ?? 0);
    if (width < best.width) best = { row, width };
  }
  const { row } = best;
  const cells = through(row).flatMap(pivot => rows[pivot.row] ?? []);
  return { row, cells: cells.length === 0 ? (rows[row] ?? []) : new Set([...(rows[row] ?? []), ...cells]) };
};
