// A worksheet part → its stored cells, merges, hidden rows and columns.

import { a1, COLUMNS, parseAddress, parseArea, ROWS } from '../../address.ts';
import type { Area } from '../../model.ts';
import type { Limits } from '../limits.ts';
import { refuse } from '../refusal.ts';
import type { StoredCell } from '../stored.ts';
import { type Attributes, isTrue, walkXml } from '../xml.ts';
import { storedContent } from './cell.ts';
import { openFormulas } from './formulas.ts';

export interface SheetPart {
  readonly cells: readonly StoredCell[];
  readonly merges: readonly Area[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

export interface Tables {
  readonly strings: readonly string[];
  /** Number format code by cell style. */
  readonly styles: readonly string[];
}

export const readSheet = (bytes: Uint8Array, part: string, tables: Tables, limits: Limits): SheetPart => {
  const cells: StoredCell[] = [];
  const merges: Area[] = [];
  const hiddenRows: number[] = [];
  const hiddenColumns: number[] = [];
  const formulas = openFormulas(limits.formulas, part);
  let row = -1;
  let column = -1;
  let nextHidden = 0;
  let attributes: Attributes = {};
  let formula: Attributes | null = null;
  const texts: Record<'v' | 'f' | 'is', string | null> = { v: null, f: null, is: null };
  let into: 'v' | 'f' | 'is' | null = null;

  const openCell = (given: Attributes): void => {
    attributes = given;
    formula = null;
    texts.v = texts.f = texts.is = null;
    column++;
    if (given.r === undefined) return;
    const address = parseAddress(given.r);
    column = address?.row === row ? address.column : refuse('damaged', `${part}：${given.r.slice(0, 40)}`);
  };

  const closeCell = (): void => {
    const place = `${part}：${a1(row, column)}`;
    if (column >= COLUMNS) refuse('damaged', place);
    // Some writers leave an empty `f`, some write the `=`.
    const written = texts.f?.replace(/^=/, '') ?? '';
    const element =
      formula === null || (written === '' && formula.t === undefined) ? null : { text: written, attributes: formula };
    const raw = { type: attributes.t ?? 'n', value: texts.v, inline: texts.is, hasFormula: element !== null };
    const content = storedContent(raw, tables.strings, place);
    if (content === null) return;
    if (cells.length >= limits.cells) refuse('too-large', `单元格超过 ${limits.cells} 个`);
    const text = element === null ? null : formulas.add(cells.length, row, column, element);
    cells.push({ row, column, content, format: tables.styles[Number(attributes.s ?? 0)] ?? 'General', formula: text });
  };

  const openRow = (given: Attributes): void => {
    row = given.r === undefined ? row + 1 : /^[1-9]\d{0,6}$/.test(given.r) ? Number(given.r) - 1 : ROWS;
    if (row >= ROWS) refuse('damaged', `${part}：行 ${given.r?.slice(0, 40) ?? row + 1}`);
    column = -1;
    if (isTrue(given.hidden) || given.ht === '0') hiddenRows.push(row);
  };

  const openColumns = (given: Attributes): void => {
    // Ranges of columns stand in order; an overlap hides nothing twice.
    const end = Math.min(Number(given.max), COLUMNS);
    const isHidden = isTrue(given.hidden) || given.width === '0';
    for (let at = Math.max(Number(given.min) - 1, nextHidden); at < end; at++) if (isHidden) hiddenColumns.push(at);
    nextHidden = Math.max(nextHidden, end || 0);
  };

  const openMerge = (given: Attributes): void => {
    merges.push(parseArea(given.ref ?? '') ?? refuse('damaged', `${part}：合并区`));
    if (merges.length > limits.merges) refuse('too-large', `合并区超过 ${limits.merges} 个`);
  };

  walkXml(bytes, part, 'root', {
    open: (name, given, parent) => {
      if (parent === '' && name !== 'worksheet') refuse('damaged', part);
      into = null;
      if (name === 'c' && parent === 'row') openCell(given);
      else if ((name === 'v' || name === 'f') && parent === 'c') {
        if (texts[name] !== null) refuse('damaged', `${part}：${a1(row, column)}`);
        into = name;
        if (name === 'f') formula = given;
      } else if (name === 't' && (parent === 'is' || parent === 'r')) into = 'is';
      else if (name === 'row' && parent === 'sheetData') openRow(given);
      else if (name === 'col' && parent === 'cols') openColumns(given);
      else if (name === 'mergeCell' && parent === 'mergeCells') openMerge(given);
      if (into !== null) texts[into] ??= '';
    },
    text: piece => {
      if (into !== null) texts[into] += piece;
    },
    close: name => {
      into = null;
      if (name === 'c') closeCell();
    },
  });
  return { cells: inOrder(formulas.writeOut(cells), part), merges, hiddenRows, hiddenColumns };
};

const inOrder = (cells: readonly StoredCell[], part: string): readonly StoredCell[] => {
  const isBefore = (a: StoredCell, b: StoredCell): boolean => a.row < b.row || (a.row === b.row && a.column < b.column);
  const isSorted = cells.every((cell, i) => i === 0 || isBefore(cells[i - 1] ?? cell, cell));
  if (isSorted) return cells;
  const sorted = cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
  const twice = sorted.find((cell, i) => i > 0 && !isBefore(sorted[i - 1] ?? cell, cell));
  return twice === undefined ? sorted : refuse('damaged', `${part}：${a1(twice.row, twice.column)} 有两个`);
};
