// Sparse vectors of exact whole numbers, and one step of elimination without fractions.

/** By row; never holds a 0. */
export type Vector = ReadonlyMap<number, bigint>;

/** `vector` without its entry in the pivot's row: `lead·vector − entry·pivot`, so that no fraction arises. */
export const eliminate = (vector: Vector, pivot: Vector, row: number): Vector => {
  const entry = vector.get(row);
  const lead = pivot.get(row);
  if (entry === undefined || lead === undefined) return vector;
  const result = new Map<number, bigint>();
  for (const [at, value] of vector) {
    const other = pivot.get(at);
    const next = other === undefined ? lead * value : lead * value - entry * other;
    if (next !== 0n) result.set(at, next);
  }
  for (const [at, other] of pivot) if (!vector.has(at)) result.set(at, -entry * other);
  return result;
};

/** Whether one is a multiple of the other; neither is empty. */
export const areParallel = (a: Vector, b: Vector): boolean => {
  if (a.size !== b.size) return false;
  let first: readonly [bigint, bigint] | null = null;
  for (const [at, value] of a) {
    const other = b.get(at);
    if (other === undefined) return false;
    first ??= [value, other];
    if (first[0] * other !== first[1] * value) return false;
  }
  return true;
};
