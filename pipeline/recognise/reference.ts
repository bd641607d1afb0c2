// Sheets that say of themselves that they are only to look at: last year's figures and the self-check of a blank.
import type { Grid, Sheet } from '../model.ts';
import { REFERENCE_NOTE } from '../reference-note.ts';

/** The workbook without them and without what its reader noticed there, as if they had not been sent. */
export const withoutReference = (grid: Grid): Grid => {
  const aside = new Set(grid.sheets.filter(isReference).map(({ name }) => name));
  if (aside.size === 0) return grid;
  return {
    ...grid,
    sheets: grid.sheets.filter(({ name }) => !aside.has(name)),
    notes: grid.notes.filter(({ place }) => place === null || !aside.has(place.sheet)),
  };
};

const isReference = ({ cells }: Sheet): boolean =>
  cells.some(({ row, typed }) => row < FIRST && typed.kind === 'text' && typed.text.includes(REFERENCE_NOTE));

/** Rows in which a sheet says what it is. */
const FIRST = 3;
