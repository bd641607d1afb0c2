// Which list table a label belongs to when several on one sheet know it: that of the nearest title or sure label above.
import type { LabelCell, Layout } from './layout.ts';
import type { TableWords } from './words.ts';

interface Anchor {
  readonly cell: LabelCell;
  readonly table: TableWords;
}

/** 主动公开规范性文件 is a line of 统计表 and of 重点领域. Null for a label that no table knows: wrong characters may make it any's. */
export const ownerOf = (layout: Layout, tables: readonly TableWords[]): ((cell: LabelCell) => TableWords | null) => {
  const lists = tables.filter(table => table.kind === 'list');
  if (lists.length === 0) return () => null;
  const anchors: Anchor[] = [];
  const doubtful: { readonly cell: LabelCell; readonly candidates: readonly TableWords[] }[] = [];
  for (const cell of layout.labels) {
    const candidates = lists.filter(table => table.linesByLabel.has(cell.label));
    const [only] = candidates;
    if (candidates.length > 1) doubtful.push({ cell, candidates });
    else if (only !== undefined) anchors.push({ cell, table: only });
    anchors.push(...lists.filter(table => table.titles.has(cell.label)).map(table => ({ cell, table })));
  }
  const owners = new Map(anchors.map(({ cell, table }) => [cell, table] as const));
  for (const { cell, candidates } of doubtful) {
    const [first = null] = candidates;
    const owner =
      nearest(
        cell,
        anchors.filter(({ table }) => candidates.includes(table)),
      ) ?? first;
    if (owner !== null) owners.set(cell, owner);
  }
  return cell => owners.get(cell) ?? null;
};

// Above before below, then the nearest row, then the nearest column: halves of a table may stand side by side.
const nearest = (cell: LabelCell, anchors: readonly Anchor[]): TableWords | null => {
  const apart = (other: LabelCell): number =>
    (other.row <= cell.row ? cell.row - other.row : BELOW + other.row - cell.row) +
    SIDEWAYS * Math.abs(other.column - cell.column);
  return anchors.toSorted((a, b) => apart(a.cell) - apart(b.cell))[0]?.table ?? null;
};

const BELOW = 1_000;
const SIDEWAYS = 20;
