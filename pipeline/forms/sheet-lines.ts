// A workbook of a form folder → the filled rows of its first visible sheet, numbered as the spreadsheet program shows them.
import { a1 } from '../address.ts';
import { Fault } from '../fault.ts';
import type { Cell, Reading, Sheet } from '../model.ts';
import type { Line } from './records.ts';

/** Rows hidden, as by a filter, are rows too: a rule is not switched off by looking at others. */
export const sheetLines = (reading: Reading, file: string): readonly Line[] => {
  // A workbook without a filled cell is told like a CSV file without a line.
  if (reading.kind === 'refused' && reading.refusal === 'empty') return [];
  if (reading.kind === 'refused') {
    const why = `${reading.refusal}, ${reading.detail}`;
    throw new Fault(`cannot be read (${why}); save it again as .xlsx without password, or as “CSV UTF-8”`, file);
  }
  const sheet = reading.grid.sheets.find(({ hidden }) => !hidden);
  if (sheet === undefined) throw new Fault('has no visible sheet', file);
  refuseMerges(sheet, file);
  return [...Map.groupBy(sheet.cells, ({ row }) => row)]
    .map(([row, cells]) => lineOf(cells, `${file}:${row + 1}`))
    .filter(({ cells }) => cells.some(cell => cell !== ''));
};

// A value merged over several rules would be the first one's only.
const refuseMerges = ({ merges }: Sheet, file: string): void => {
  const [area] = merges.toSorted((a, b) => a.top - b.top || a.left - b.left);
  if (area === undefined) return;
  const cells = `${a1(area.top, area.left)}:${a1(area.bottom, area.right)}`;
  throw new Fault(`${cells} is merged; unmerge it and fill in each cell`, `${file}:${area.top + 1}`);
};

const lineOf = (filled: readonly Cell[], place: string): Line => {
  const texts = new Map(filled.map(cell => [cell.column, textOf(cell, place)] as const));
  const width = Math.max(...texts.keys()) + 1;
  return { place, cells: Array.from({ length: width }, (_, column) => texts.get(column) ?? '') };
};

const textOf = ({ row, column, typed, shown }: Cell, place: string): string => {
  if (typed.kind === 'error' || typed.kind === 'uncomputed') {
    // Spreadsheet programs take `=a + b` for a formula.
    const found = typed.kind === 'error' ? typed.code : 'a formula without result';
    throw new Fault(`${a1(row, column)} holds ${found}; if a text begins with =, type ' before it`, place);
  }
  // `2021"年"` shows a year with its word; the number is what is meant.
  if (typed.kind === 'number' && typed.format === 'plain') return typed.decimal;
  return shown.trim();
};
