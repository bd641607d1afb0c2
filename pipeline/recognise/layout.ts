// A sheet as its reader sees it: labels at every position, those of merged areas at each position they cover.

import { normalizeLabel } from '../label.ts';
import type { Area, Cell, Sheet } from '../model.ts';

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
  readonly sheet: Sheet;
  /** True where rows and columns were swapped. */
  readonly turned: boolean;
  readonly labels: readonly LabelCell[];
  /** The label cells that begin in a row, from left to right. */
  readonly labelsIn: (row: number) => readonly LabelCell[];
  /** Short texts in a row as typed, be they labels or notes such as （元）. */
  readonly textsIn: (row: number) => readonly string[];
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

export const layOut = (sheet: Sheet, turned = false): Layout => {
  const cells = new Map<number, Cell>();
  for (const cell of sheet.cells) {
    const at = turned ? { ...cell, row: cell.column, column: cell.row } : cell;
    if (at.column < WIDEST) cells.set(key(at.row, at.column), at);
  }
  const origins = coveredPositions(cells, turned ? sheet.merges.map(turnArea) : sheet.merges);
  const labels = [...cells.values()]
    .flatMap(cell => labelCell(cell, origins.areas.get(key(cell.row, cell.column))))
    .sort((a, b) => a.row - b.row || a.column - b.column);
  const byRow = Map.groupBy(labels, label => label.row);
  const texts = new Map(
    [...Map.groupBy(cells.values(), ({ row }) => row)].map(([row, inRow]) => [row, inRow.flatMap(shortText)] as const),
  );
  const byPosition = new Map(labels.map(label => [key(label.row, label.column), label]));
  const origin = (row: number, column: number): number => origins.covered.get(key(row, column)) ?? key(row, column);
  return {
    sheet,
    turned,
    labels,
    labelsIn: row => byRow.get(row) ?? [],
    textsIn: row => texts.get(row) ?? [],
    labelAt: (row, column) => byPosition.get(origin(row, column)) ?? null,
    cellAt: (row, column) => cells.get(origin(row, column)) ?? null,
    rows: [...new Set([...cells.values()].map(cell => cell.row))].sort((a, b) => a - b),
    lastColumn: [...cells.values()].reduce((last, cell) => Math.max(last, cell.column), 0),
  };
};

/** Whether a cell may answer a figure: a number, an error, or a short text with a number or a word for none. */
export const looksLikeFigure = (cell: Cell | null): boolean =>
  cell !== null && (isFigure(cell) || (cell.typed.kind === 'text' && WORDED.test(plain(cell.typed.text))));

/** Whether a cell certainly holds a figure, whatever stands beside it. */
export const isFigure = (cell: Cell): boolean =>
  cell.typed.kind === 'text' ? NUMERIC.test(plain(cell.typed.text)) : cell.typed.kind !== 'boolean';

const plain = (text: string): string => (text.length > 40 ? '' : text.normalize('NFKC').replace(/\s/gu, ''));

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

const shortText = ({ typed }: Cell): readonly string[] =>
  typed.kind === 'text' && typed.text.length <= 60 ? [typed.text] : [];

const labelCell = (cell: Cell, area: Area | undefined): readonly LabelCell[] => {
  if (cell.typed.kind !== 'text') return [];
  const label = normalizeLabel(cell.typed.text);
  if (label === '' || /^\d+$/.test(label)) return [];
  const { row, column } = cell;
  return [
    { row, column, label, text: cell.typed.text, area: area ?? { top: row, left: column, bottom: row, right: column } },
  ];
};
