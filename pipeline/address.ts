// A1 addresses and areas, to and from numbers that count from 0.
import type { Area } from './model.ts';

export const ROWS = 1_048_576;
export const COLUMNS = 16_384;

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

/** Those of the first rows and columns are one text each, however often they are named. */
export const a1 = (row: number, column: number): string => {
  if (row >= NEAR_ROWS || column >= NEAR_COLUMNS) return printed(row, column);
  const place = row * NEAR_COLUMNS + column;
  NEAR[place] ??= printed(row, column);
  return NEAR[place] as string;
};

const printed = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

const [NEAR_ROWS, NEAR_COLUMNS] = [256, 32];
const NEAR: (string | undefined)[] = Array.from({ length: NEAR_ROWS * NEAR_COLUMNS }, () => undefined);

/** `'表三'!C6`: as formulas and links name a cell of another sheet. A quote in a name is doubled. */
export const onSheet = (sheet: string, cell: string): string => `'${sheet.replaceAll("'", "''")}'!${cell}`;

/** Null where the text is no address or lies beyond XFD1048576. */
export const parseAddress = (text: string): Address | null => {
  let at = 0;
  let column = 0;
  for (let letter = letterAt(text, 0); letter > 0 && at < 4; letter = letterAt(text, ++at))
    column = column * 26 + letter;
  const from = at;
  let row = 0;
  for (; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (!(digit >= 0 && digit <= 9) || (digit === 0 && at === from)) return null;
    row = row * 10 + digit;
  }
  const isWhole = from >= 1 && from <= 3 && at > from && at <= from + 7;
  return isWhole && row <= ROWS && column <= COLUMNS ? { row: row - 1, column: column - 1 } : null;
};

/** 1 for A and a, 26 for Z and z; 0 for what is no letter. */
const letterAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at) | 0x20;
  return code >= 0x61 && code <= 0x7a ? code - 0x60 : 0;
};

/** Reads `B2:C3`, `B2`, `C:C` and `3:4`; null where the text is none of them. */
export const parseArea = (text: string): Area | null => parseCells(text) ?? parseAnyArea(text);

/** `B2:C3`, as files write it: most areas are. */
const parseCells = (text: string): Area | null => {
  const colon = text.indexOf(':');
  const [from, to] = [parseAddress(text.slice(0, colon)), parseAddress(text.slice(colon + 1))];
  if (colon < 0 || from === null || to === null || from.row > to.row || from.column > to.column) return null;
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
};

const parseAnyArea = (text: string): Area | null => {
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
