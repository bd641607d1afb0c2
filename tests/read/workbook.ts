// Short words to look into what was read.
import { afterAll, expect } from 'vitest';
import { a1 } from '../../pipeline/address.ts';
import type { Cell, Grid, Reading } from '../../pipeline/model.ts';
import { openReader } from '../../pipeline/read/read.ts';

export { parts, relations, STYLES, sheetXml, workbook, workbookXml } from './parts.ts';

export const reader = openReader();
afterAll(() => reader.close());

export const gridOf = async (bytes: Uint8Array): Promise<Grid> => {
  const reading: Reading = await reader.read(bytes);
  if (reading.kind === 'refused') throw new Error(`refused: ${reading.refusal} ${reading.detail}`);
  return reading.grid;
};

/** What the first sheet shows, as `A1=12 B2=x`. */
export const shownOf = (grid: Grid, sheet = 0): string =>
  (grid.sheets[sheet]?.cells ?? []).map(cell => `${a1(cell.row, cell.column)}=${cell.shown}`).join(' ');

export const shown = async (bytes: Uint8Array): Promise<string> => shownOf(await gridOf(bytes));

export const cellAt = (grid: Grid, address: string, sheet = 0): Cell => {
  const found = grid.sheets[sheet]?.cells.find(cell => a1(cell.row, cell.column) === address);
  if (found === undefined) throw new Error(`no cell ${address}`);
  return found;
};

export const expectRefusal = async (bytes: Uint8Array, refusal: string): Promise<void> => {
  const reading = await reader.read(bytes);
  expect(reading.kind === 'refused' ? reading.refusal : shownOf(reading.grid)).toBe(refusal);
};
