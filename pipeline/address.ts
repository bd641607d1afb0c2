// A1 addresses and areas, to and from numbers that count from 0.
import type { Area } from './model.ts';

export const ROWS = 1_048_576;
export const COLUMNS = 16_384;

const ADDRESS = /^([A-Za-z]{1,3})([1-9]\d{0,6})$/;
const AREA = /^\$?([A-Za-z]{0,3})\$?(\d{0,7})(?::\$?([A-Za-z]{0,3})\$?(\d{0,7}))?$/;

export interface Address {
  readonly row: number;
  readonly column: number;
}

export const columnNumber = (letters: string): number => {
  let number = 0;
  for (let i = 0; i < letters.length; i++) number = number * 26 + (letters.charCodeAt(i) & 31);
  return number - 1;
};

export const columnLetters = (column: number): string => {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
};

export const a1 = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** `'表三'!C6`: as formulas and links name a cell of another sheet. A quote in a name is doubled. */
export const onSheet = (sheet: string, cell: string): string => `'${sheet.replaceAll("'", "''")}'!${cell}`;

/** Null where the text is no address or lies beyond XFD1048576. */
export const parseAddress = (text: string): Address | null => {
  const match = ADDRESS.exec(text);
  if (match === null) return null;
  const column = columnNumber(match[1] ?? '');
  const row = Number(match[2]) - 1;
  return row < ROWS && column < COLUMNS ? { row, column } : null;
};

/** Reads `B2:C3`, `B2`, `C:C` and `3:4`; null where the text is none of them. */
export const parseArea = (text: string): Area | null => {
  const match = AREA.exec(text);
  if (match === null) return null;
  const [, left = '', top = '', right = left, bottom = top] = match;
  if ((left === '') !== (right === '') || (top === '') !== (bottom === '') || `${left}${top}` === '') return null;
  if (match[3] === undefined && (left === '' || top === '')) return null;
  const columns = left === '' ? [0, COLUMNS - 1] : [columnNumber(left), columnNumber(right)].sort(ascending);
  const rows = top === '' ? [0, ROWS - 1] : [Number(top) - 1, Number(bottom) - 1].sort(ascending);
  const area = { top: rows[0] ?? 0, left: columns[0] ?? 0, bottom: rows[1] ?? 0, right: columns[1] ?? 0 };
  return area.top >= 0 && area.bottom < ROWS && area.right < COLUMNS ? area : null;
};

const ascending = (a: number, b: number): number => a - b;
