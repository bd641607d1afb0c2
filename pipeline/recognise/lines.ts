// Says which printed line of a table stands in which row of a sheet.
import { nearest } from '../label.ts';
import type { LabelCell, Layout } from './layout.ts';
import type { Line, TableWords } from './words.ts';

/** `cell` is the label found; null where the official line has none (表四). */
export interface PlacedLine {
  readonly row: number;
  readonly line: Line;
  readonly cell: LabelCell | null;
  /** True where one or two characters had to be forgiven. */
  readonly repaired: boolean;
  /** True where equal labels could only be told apart by their order. */
  readonly byOrder: boolean;
  /** Why a line of an older template was taken for this one; null where it is today's. */
  readonly older: string | null;
}

/** The labels that may name a row: where to look for them. */
export interface Stretch {
  readonly layout: Layout;
  readonly words: TableWords;
  readonly rows: readonly number[];
  /** Whether a column may hold labels. */
  readonly mayLabel: (column: number) => boolean;
  /** Whether a label is this table's where others on the sheet know it too; without it all are. */
  readonly owns?: (cell: LabelCell) => boolean;
}

/** Exact labels first, over the whole stretch; only what is left on both sides is compared with tolerance. */
export const placeLines = (stretch: Stretch): readonly PlacedLine[] => {
  const exact = placeExactly(stretch);
  const placed = [...exact, ...placeRepaired(stretch, exact)];
  return [...placed, ...placeOlder(stretch, placed)].sort((a, b) => a.row - b.row);
};

/** The label cells that begin in a row, from left to right; a heading merged from a row above does not. */
export const ownLabels = ({ layout, mayLabel, owns = () => true }: Stretch, row: number): readonly LabelCell[] =>
  layout.labelsIn(row).filter(cell => mayLabel(cell.column) && owns(cell));

const placeExactly = (stretch: Stretch): readonly PlacedLine[] => {
  const lastSeen = new Map<string, number>();
  const used = new Set<Line>();
  const placed: PlacedLine[] = [];
  for (const row of stretch.rows) {
    const labels = ownLabels(stretch, row);
    for (const cell of labels) lastSeen.set(cell.label, row);
    const found = exactLine(stretch, row, labels, lastSeen, used);
    if (found === null) continue;
    used.add(found.line);
    placed.push(found);
  }
  return placed;
};

// The label nearest to the figures names the line; the ones left of it are its headings.
const exactLine = (
  { words }: Stretch,
  row: number,
  labels: readonly LabelCell[],
  lastSeen: ReadonlyMap<string, number>,
  used: ReadonlySet<Line>,
): PlacedLine | null => {
  const whole = labels.map(cell => cell.label).join('');
  for (const cell of labels.toReversed()) {
    const candidates = words.linesByLabel.get(cell.label) ?? words.linesByLabel.get(withoutGroup(cell.label, words));
    if (candidates !== undefined)
      return { row, cell, repaired: false, older: null, ...choose(candidates, lastSeen, used) };
  }
  const candidates = words.linesByLabel.get(whole);
  const [cell] = labels;
  return candidates === undefined || cell === undefined
    ? null
    : { row, cell, repaired: false, older: null, ...choose(candidates, lastSeen, used) };
};

// `（三）不予公开 1.属于国家秘密` in one cell.
const withoutGroup = (label: string, { groups }: TableWords): string => {
  const group = groups.find(heading => label.startsWith(heading) && label.length > heading.length);
  return group === undefined ? '' : label.slice(group.length).replace(/^\d{1,2}/u, '');
};

/** Of lines with one label (被依法纠错数 under 四 and under 五) the one whose heading was seen last. */
const choose = (candidates: readonly Line[], lastSeen: ReadonlyMap<string, number>, used: ReadonlySet<Line>) => {
  const [first] = candidates as [Line, ...Line[]];
  if (candidates.length === 1) return { line: first, byOrder: false };
  const seen = (line: Line): number => Math.max(-1, ...line.under.map(label => lastSeen.get(label) ?? -1));
  const best = Math.max(...candidates.map(seen));
  const nearestHeading = candidates.filter(line => seen(line) === best);
  if (best >= 0 && nearestHeading.length === 1) return { line: nearestHeading[0] as Line, byOrder: false };
  return { line: candidates.find(line => !used.has(line)) ?? first, byOrder: true };
};

// An older template's single 其他处理 counts only where none of today's lines under that heading is there.
const placeOlder = (stretch: Stretch, placed: readonly PlacedLine[]): readonly PlacedLine[] =>
  stretch.words.older.flatMap(({ label, line, note }) => {
    if (placed.some(other => other.line.under.includes(label))) return [];
    for (const row of stretch.rows) {
      const cell = ownLabels(stretch, row).find(candidate => candidate.label === label);
      if (cell !== undefined && !placed.some(other => other.row === row))
        return [{ row, line, cell, repaired: false, byOrder: false, older: note }];
    }
    return [];
  });

const placeRepaired = (stretch: Stretch, exact: readonly PlacedLine[]): readonly PlacedLine[] => {
  const { words } = stretch;
  const lines = new Set(exact.map(found => found.line));
  const rows = new Set(exact.map(found => found.row));
  const isUnplaced = (line: Line): boolean => !lines.has(line);
  if (!words.lines.some(isUnplaced)) return [];
  const open = [...words.linesByLabel].flatMap(([label, found]) =>
    found.filter(isUnplaced).map(line => [label, line] as const),
  );
  const placed: PlacedLine[] = [];
  for (const row of stretch.rows) {
    if (rows.has(row)) continue;
    for (const cell of ownLabels(stretch, row).toReversed()) {
      // 三、本年度办理结果 is a heading, not a slip for 本年度办理结果总计.
      if (words.groups.includes(cell.label) || words.titles.has(cell.label)) continue;
      const candidates = new Set(nearest(cell.label, open));
      const [line] = candidates;
      if (line === undefined || candidates.size > 1 || placed.some(other => other.line === line)) continue;
      placed.push({ row, line, cell, repaired: true, byOrder: false, older: null });
      break;
    }
  }
  return placed;
};
