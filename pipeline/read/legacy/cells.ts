// The cells of a SheetJS sheet, by row and then by column.
import type { CellObject, WorkSheet } from '@e965/xlsx';
import { a1, COLUMNS } from '../../address.ts';
import type { Limits } from '../limits.ts';
import { plainDecimal } from '../number.ts';
import { refuse } from '../refusal.ts';
import type { Content, StoredCell } from '../stored.ts';

const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

export const storedCells = (sheet: WorkSheet, limits: Limits): readonly StoredCell[] => {
  const cells: StoredCell[] = [];
  // `forEach` passes over the holes of sparse rows.
  (sheet['!data'] ?? []).forEach((line, row) => {
    line?.forEach((cell, column) => {
      const content = contentOf(cell, a1(row, column));
      if (content === null) return;
      if (column >= COLUMNS) refuse('damaged', a1(row, column));
      if (cells.length >= limits.cells) refuse('too-large', `单元格超过 ${limits.cells} 个`);
      const format = typeof cell.z === 'string' ? cell.z : 'General';
      cells.push({ row, column, content, format, formula: cell.f ?? null });
    });
  });
  return cells;
};

const contentOf = (cell: CellObject, place: string): Content | null => {
  const { t, v, f } = cell;
  if (v === undefined || v === null) return f === undefined ? null : { kind: 'none' };
  switch (t) {
    case 'n':
      return { kind: 'number', decimal: plainDecimal(String(v)) ?? refuse('damaged', place) };
    case 'b':
      return { kind: 'boolean', value: v === true };
    case 'e':
      return { kind: 'error', code: ERRORS.get(Number(v)) ?? '#N/A' };
    case 's':
      return v === '' && f === undefined ? null : { kind: 'text', text: String(v) };
    case 'd':
      return { kind: 'date', iso: new Date(v as Date).toISOString().slice(0, 10) };
    case 'z':
      return null;
  }
};
