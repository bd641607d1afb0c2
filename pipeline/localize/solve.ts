// By how much each cell of a set must change; exact.
import type { System } from './system.ts';
import { eliminate, type Vector } from './vector.ts';

/**
 * The changes d, one a cell, with `Σ column·d = −residual` on every row, in units of the system's values. Null where there is
 * none, where it is not the only one, or where one of them is no whole number of units.
 */
export const solve = (system: System, cells: readonly number[], residual: Vector): readonly bigint[] | null => {
  const touched = new Set([...residual.keys(), ...cells.flatMap(cell => [...(system.columns[cell]?.keys() ?? [])])]);
  // One vector an equality: by the cell's place in the set, the residual last.
  const last = cells.length;
  let open: readonly Vector[] = [...touched].map(row => {
    const entries = cells.map((cell, nth) => [nth, system.columns[cell]?.get(row) ?? 0n] as const);
    return new Map([...entries, [last, residual.get(row) ?? 0n] as const].filter(([, value]) => value !== 0n));
  });
  let done: readonly Vector[] = [];
  for (const nth of cells.keys()) {
    const pivot = open.find(vector => vector.has(nth));
    if (pivot === undefined) return null;
    open = open.filter(vector => vector !== pivot).map(vector => eliminate(vector, pivot, nth));
    done = [...done.map(vector => eliminate(vector, pivot, nth)), pivot];
  }
  if (open.some(({ size }) => size > 0)) return null;
  const changes = done.map((vector, nth) => quotient(-(vector.get(last) ?? 0n), vector.get(nth) ?? 1n));
  return changes.every(change => change !== null) ? changes : null;
};

const quotient = (a: bigint, b: bigint): bigint | null => (a % b === 0n ? a / b : null);
