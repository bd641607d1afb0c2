// Cells that nobody sees because a merged area covers them.

import { COLUMNS } from '../address.ts';
import type { Area } from '../model.ts';

interface Placed {
  readonly row: number;
  readonly column: number;
}

/** `cells` by row and then by column. Linear in cells, merges, and the widths of the merges. */
export const splitByMerges = <C extends Placed>(
  cells: readonly C[],
  merges: readonly Area[],
): { readonly seen: readonly C[]; readonly covered: readonly C[] } => {
  if (merges.length === 0) return { seen: cells, covered: [] };
  const width = cells.reduce((most, cell) => Math.max(most, cell.column + 1), 0);
  const corners = new Set<number>();
  for (const { top, left } of merges) corners.add(top * COLUMNS + left);
  const waiting = merges.toSorted((a, b) => a.top - b.top);
  const coveredTo = new Int32Array(width).fill(-1);
  const seen: C[] = [];
  const covered: C[] = [];
  let next = 0;
  for (const cell of cells) {
    for (let area = waiting[next]; area !== undefined && area.top <= cell.row; area = waiting[++next]) {
      if (area.bottom < cell.row) continue;
      for (let column = area.left; column <= Math.min(area.right, width - 1); column++) {
        coveredTo[column] = Math.max(coveredTo[column] ?? -1, area.bottom);
      }
    }
    const isCovered = (coveredTo[cell.column] ?? -1) >= cell.row && !corners.has(cell.row * COLUMNS + cell.column);
    (isCovered ? covered : seen).push(cell);
  }
  return { seen, covered };
};
