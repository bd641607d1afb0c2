// Grids for tests: sheets from rows of texts and numbers.
import type { Area, Cell, Grid, Sheet, Typed } from '../pipeline/model.ts';

/** A text, a number, or nothing; the rest as a reader would give it. */
export type Content = string | number | null | Typed;

export interface SheetLook {
  readonly name?: string;
  readonly hidden?: boolean;
  /** Merged areas; what stands below them but at their top left is left out, as a reader does. */
  readonly merges?: readonly Area[];
  /** Counted from 0. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

export const sheetOf = (rows: readonly (readonly Content[])[], look: SheetLook = {}): Sheet => {
  const { name = '表', hidden = false, merges = [], hiddenRows = [], hiddenColumns = [] } = look;
  const covered = ({ row, column }: Cell): boolean =>
    merges.some(
      ({ top, left, bottom, right }) =>
        row >= top && row <= bottom && column >= left && column <= right && !(row === top && column === left),
    );
  const cells = rows.flatMap((contents, row) =>
    contents.flatMap((content, column) => (content === null || content === '' ? [] : [cellOf(content, row, column)])),
  );
  return { name, hidden, merges, hiddenRows, hiddenColumns, cells: cells.filter(cell => !covered(cell)) };
};

/** A workbook of these sheets; a bare list of rows is a sheet. */
export const gridOf = (...sheets: readonly (Sheet | readonly (readonly Content[])[])[]): Grid => ({
  sheets: sheets.map((sheet, index) => ('cells' in sheet ? sheet : sheetOf(sheet, { name: `表${index + 1}` }))),
  properties: new Map(),
  notes: [],
});

const cellOf = (content: Exclude<Content, null>, row: number, column: number): Cell => {
  const typed = typedOf(content);
  return { row, column, typed, shown: shownAs(typed), formula: null };
};

const typedOf = (content: Exclude<Content, null>): Typed => {
  if (typeof content === 'string') return { kind: 'text', text: content };
  return typeof content === 'number' ? { kind: 'number', decimal: String(content), format: 'plain' } : content;
};

const shownAs = (typed: Typed): string => {
  switch (typed.kind) {
    case 'number':
      return typed.decimal;
    case 'text':
      return typed.text;
    case 'boolean':
      return String(typed.value).toUpperCase();
    case 'date':
      return typed.iso;
    case 'error':
      return typed.code;
    case 'uncomputed':
      return '';
  }
};
