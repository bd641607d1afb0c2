// A sheet as its reader sees it: labels at every position, those of merged areas at each position they cover.

import { normalizeLabel } from '../label.ts';
import type { Area, Cell, Sheet } from '../model.ts';
import { onceForEach } from '../once-for-each.ts';

/** `row` and `column` count from 0. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** A text cell that may be a label: `label` is normalized, `area` what it covers. */
export interface LabelCell extends Position {
  readonly label: string;
  readonly text: string;
  readonly area: Area;
}

export interface Layout {
  /** The path of its delivery. */
  readonly file: string;
  readonly sheet: Sheet;
  /** True where rows and columns were swapped. */
  readonly turned: boolean;
  readonly labels: readonly LabelCell[];
  /** The label cells that begin in a row, from left to right. */
  readonly labelsIn: (row: number) => readonly LabelCell[];
  /** Short texts in a row as typed, be they labels or notes such as （元）. */
  readonly textsIn: (row: number) => readonly string[];
  /** `单位：元` and the like: the first in each row that has one. Rows ascend. */
  readonly unitNotes: readonly { readonly row: number; readonly text: string }[];
  /** The label cell seen at a position, be it by a merge. */
  readonly labelAt: (row: number, column: number) => LabelCell | null;
  /** The cell whose value stands at a position; within a merged area, that of the area. */
  readonly cellAt: (row: number, column: number) => Cell | null;
  /** Filled rows, ascending. */
  readonly rows: readonly number[];
  readonly lastColumn: number;
}

// Merges over whole columns are met; what covers more than this is treated as if it were not merged.
const LARGEST_AREA = 4_000;
const MOST_COVERED = 400_000;
// Nobody's table is wider; a stray cell in column XFD must not cost time.
const WIDEST = 400;

export const layOut = (sheet: Sheet, file: string, turned = false): Layout => {
  const cells = new Map<number, Cell>();
  for (const cell of sheet.cells) {
    const at = turned ? { ...cell, row: cell.column, column: cell.row } : cell;
    if (at.column < WIDEST) cells.set(key(at.row, at.column), at);
  }
  const origins = coveredPositions(cells, turned ? sheet.merges.map(turnArea) : sheet.merges);
  const labels: LabelCell[] = [];
  const rows = new Set<number>();
  const texts = new Map<number, string[]>();
  const notes = new Map<number, string>();
  let lastColumn = 0;
  for (const [place, cell] of cells) {
    rows.add(cell.row);
    lastColumn = Math.max(lastColumn, cell.column);
    if (cell.typed.kind !== 'text') continue;
    const { text } = cell.typed;
    const { label, isUnitNote } = readAs(text);
    if (text.length <= SHORT) added(texts, cell.row, text);
    if (isUnitNote && !notes.has(cell.row)) notes.set(cell.row, text);
    if (label !== '') labels.push(labelCell(cell, text, label, origins.areas.get(place)));
  }
  labels.sort((a, b) => a.row - b.row || a.column - b.column);
  const byRow = new Map<number, LabelCell[]>();
  const byPosition = new Map<number, LabelCell>();
  for (const label of labels) {
    added(byRow, label.row, label);
    byPosition.set(key(label.row, label.column), label);
  }
  const origin = (row: number, column: number): number => {
    const place = key(row, column);
    return origins.covered.get(place) ?? place;
  };
  return {
    file,
    sheet,
    turned,
    labels,
    labelsIn: row => byRow.get(row) ?? [],
    textsIn: row => texts.get(row) ?? [],
    unitNotes: [...notes].map(([row, text]) => ({ row, text })).sort((a, b) => a.row - b.row),
    labelAt: (row, column) => byPosition.get(origin(row, column)) ?? null,
    cellAt: (row, column) => cells.get(origin(row, column)) ?? null,
    rows: [...rows].sort((a, b) => a - b),
    lastColumn,
  };
};

const added = <T>(lists: Map<number, T[]>, at: number, one: T): void => {
  const list = lists.get(at);
  if (list === undefined) lists.set(at, [one]);
  else list.push(one);
};

/** Longer texts are no notes. */
const SHORT = 60;

/** Whether a cell may answer a figure: a number, an error, or a short text with a number or a word for none. */
export const looksLikeFigure = (cell: Cell | null): boolean =>
  cell !== null && (isFigure(cell) || (cell.typed.kind === 'text' && isWorded(cell.typed.text)));

/** Whether a cell certainly holds a figure, whatever stands beside it. */
export const isFigure = (cell: Cell): boolean =>
  cell.typed.kind === 'text' ? isNumeric(cell.typed.text) : cell.typed.kind !== 'boolean';

const plain = (text: string): string => (text.length > 40 ? '' : text.normalize('NFKC').replace(/\s/gu, ''));

const isNumeric = onceForEach((text: string): boolean => NUMERIC.test(plain(text)));
const isWorded = onceForEach((text: string): boolean => WORDED.test(plain(text)));

// `12`, `1,204`, `12件`, `约300条`, but not `3.其他`
const NUMERIC = /^[^\d]{0,3}\d(?:[\d,.]{0,20}\d)?(?:[^\d.,:、)][^\d]{0,3})?$/u;
// `三十二`, `四十余条`, `无`, `/`
const WORDED =
  /^(?:[约近]?[〇零一二三四五六七八九十百千万两几]{1,12}[余多]?[^\d]{0,2}|无|没有|零报告|不适用|[/—–-]{1,2}|#[A-Z/0!?]{3,8})$/u;

const key = (row: number, column: number): number => row * WIDEST + column;

const turnArea = (area: Area): Area => ({ top: area.left, left: area.top, bottom: area.right, right: area.bottom });

const coveredPositions = (cells: ReadonlyMap<number, Cell>, merges: readonly Area[]) => {
  const covered = new Map<number, number>();
  const areas = new Map<number, Area>();
  for (const area of merges) {
    const origin = key(area.top, area.left);
    const size = (area.bottom - area.top + 1) * (area.right - area.left + 1);
    if (area.right >= WIDEST || size > LARGEST_AREA || !cells.has(origin) || covered.size > MOST_COVERED) continue;
    areas.set(origin, area);
    for (let row = area.top; row <= area.bottom; row += 1)
      for (let column = area.left; column <= area.right; column += 1) covered.set(key(row, column), origin);
  }
  return { covered, areas };
};

const labelCell = ({ row, column }: Cell, text: string, label: string, area: Area | undefined): LabelCell => ({
  row,
  column,
  label,
  text,
  area: area ?? { top: row, left: column, bottom: row, right: column },
});

/** What a text may be: `label` is '' where it is none. */
const readAs = onceForEach((text: string): { readonly label: string; readonly isUnitNote: boolean } => {
  const label = normalizeLabel(text);
  const isUnitNote = text.length <= SHORT && /^[\s(（]*(?:金额|计量)?单位\s*[:：]/u.test(text);
  return { label: /^\d+$/.test(label) ? '' : label, isUnitNote };
});
