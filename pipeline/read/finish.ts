// A stored workbook → the Grid: results recomputed, number formats applied, hidden-below-a-merge values set aside.

import { a1 } from '../address.ts';
import type { Cell, Grid, GridNote, Sheet } from '../model.ts';
import { type Format, parseFormat } from './format.ts';
import { recompute } from './formula/recompute.ts';
import type { Limits } from './limits.ts';
import { splitByMerges } from './merges.ts';
import { refuse } from './refusal.ts';
import { show } from './shown.ts';
import type { Content, StoredCell, StoredSheet, StoredWorkbook } from './stored.ts';

export const finish = (workbook: StoredWorkbook, limits: Limits): Grid => {
  if (workbook.sheets.every(sheet => sheet.cells.length === 0)) refuse('empty', '没有填写的单元格');
  checkTexts(workbook, limits);
  const formats = new Map<string, Format>();
  const formatOf = (code: string): Format => {
    const known = formats.get(code) ?? parseFormat(code);
    formats.set(code, known);
    return known;
  };
  const finished = workbook.sheets.map(sheet => finishSheet(sheet, workbook.from1904, formatOf));
  return {
    sheets: finished.map(({ sheet }) => sheet),
    properties: workbook.properties,
    notes: [...workbook.notes, ...finished.flatMap(({ notes }) => notes)],
  };
};

/** A text that a file keeps once may stand in a million cells. */
const checkTexts = ({ sheets }: StoredWorkbook, limits: Limits): void => {
  let room = limits.texts;
  for (const { cells } of sheets)
    for (const { content } of cells) {
      room -= content.kind === 'text' ? content.text.length : 0;
      if (room < 0) refuse('too-large', `文字超过 ${limits.texts} 字`);
    }
};

const finishSheet = (
  stored: StoredSheet,
  from1904: boolean,
  formatOf: (code: string) => Format,
): { sheet: Sheet; notes: readonly GridNote[] } => {
  const notes: GridNote[] = [];
  const note = (kind: GridNote['kind'], cell: { row: number; column: number }, detail: string): void => {
    notes.push({ kind, place: { sheet: stored.name, cell: a1(cell.row, cell.column) }, detail });
  };
  const results = recompute(stored.cells);
  const cells = stored.cells.map((cell): Cell => {
    const result = results.get(cell) ?? null;
    if (result !== null && result !== '') note('recomputed', cell, cell.formula ?? '');
    const { typed, shown } = show(contentOf(cell, result), formatOf(cell.format), from1904);
    return { row: cell.row, column: cell.column, typed, shown, formula: cell.formula };
  });
  const { seen, covered } = splitByMerges(cells, stored.merges);
  for (const cell of covered) note('value-under-merge', cell, cell.shown);
  return { sheet: { ...stored, cells: seen }, notes };
};

const contentOf = ({ content }: StoredCell, result: string | null): Content => {
  if (result === null) return content;
  return result === '' ? { kind: 'text', text: '' } : { kind: 'number', decimal: result };
};
