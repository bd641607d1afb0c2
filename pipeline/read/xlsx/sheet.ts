// A worksheet part → its stored cells, merges, hidden rows and columns.

import { a1, COLUMNS, parseAddress, parseArea, ROWS } from '../../address.ts';
import type { Area } from '../../model.ts';
import type { Limits } from '../limits.ts';
import { plainDecimal } from '../number.ts';
import { refuse } from '../refusal.ts';
import type { Content, StoredCell } from '../stored.ts';
import { type Attributes, attribute, isTrue, walkXml } from '../xml.ts';
import { storedContent } from './cell.ts';
import { openFormulas } from './formulas.ts';
import { noCell, type PlainCell, takePlainCell } from './plain-cell.ts';

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
  let type = 'n';
  let style = 0;
  let formula: Attributes | null = null;
  let value: string | null = null;
  let written: string | null = null;
  let inline: string | null = null;
  let into: 'v' | 'f' | 'is' | null = null;
  const place = (): string => `${part}：${a1(row, column)}`;

  const openCell = (given: Attributes): void => {
    type = attribute(given, 't') ?? 'n';
    style = Number(attribute(given, 's') ?? 0);
    formula = value = written = inline = null;
    column++;
    const stated = attribute(given, 'r');
    if (stated === undefined) return;
    const address = parseAddress(stated);
    column = address?.row === row ? address.column : refuse('damaged', `${part}：${stated.slice(0, 40)}`);
  };

  const closeCell = (): void => {
    if (column >= COLUMNS) refuse('damaged', place());
    const text = formula === null ? null : formulaOf(formula, written ?? '');
    const content = storedContent({ type, value, inline, hasFormula: text !== null }, tables.strings, place);
    if (content === null) return;
    if (cells.length >= limits.cells) refuse('too-large', `单元格超过 ${limits.cells} 个`);
    if (text !== null && formula !== null) formulas.add(cells.length, row, column, { text, attributes: formula });
    cells.push({ row, column, content, format: tables.styles[style] ?? 'General', formula: text });
  };

  const openRow = (given: Attributes): void => {
    const stated = attribute(given, 'r');
    row = stated === undefined ? row + 1 : /^[1-9]\d{0,6}$/.test(stated) ? Number(stated) - 1 : ROWS;
    if (row >= ROWS) refuse('damaged', `${part}：行 ${stated?.slice(0, 40) ?? row + 1}`);
    column = -1;
    if (isTrue(attribute(given, 'hidden')) || attribute(given, 'ht') === '0') hiddenRows.push(row);
  };

  const openColumns = (given: Attributes): void => {
    // Ranges of columns stand in order; an overlap hides nothing twice.
    const end = Math.min(Number(attribute(given, 'max')), COLUMNS);
    const isHidden = isTrue(attribute(given, 'hidden')) || attribute(given, 'width') === '0';
    const from = Math.max(Number(attribute(given, 'min')) - 1, nextHidden);
    for (let at = from; at < end; at++) if (isHidden) hiddenColumns.push(at);
    nextHidden = Math.max(nextHidden, end || 0);
  };

  const openMerge = (given: Attributes): void => {
    merges.push(parseArea(attribute(given, 'ref') ?? '') ?? refuse('damaged', `${part}：合并区`));
    if (merges.length > limits.merges) refuse('too-large', `合并区超过 ${limits.merges} 个`);
  };

  const plain = noCell();
  const takeWhole = (text: string, start: number, parent: string): number => {
    if (parent !== 'row' || !takePlainCell(text, start, plain)) return -1;
    if (plain.row !== row || plain.column >= COLUMNS || cells.length >= limits.cells) return -1;
    const content = contentOfPlain(plain, tables.strings);
    if (content === undefined) return -1;
    column = plain.column;
    if (content !== null)
      cells.push({ row, column, content, format: tables.styles[plain.style] ?? 'General', formula: null });
    return plain.end;
  };

  walkXml(bytes, part, 'root', {
    whole: takeWhole,
    open: (name, given, parent) => {
      if (parent === '' && name !== 'worksheet') refuse('damaged', part);
      into = null;
      if (parent === 'row') {
        if (name === 'c') openCell(given);
      } else if (parent === 'c') {
        if (name === 'v') {
          if (value !== null) refuse('damaged', place());
          into = 'v';
          value = '';
        } else if (name === 'f') {
          if (written !== null) refuse('damaged', place());
          into = 'f';
          written = '';
          formula = given;
        }
      } else if (name === 't' && (parent === 'is' || parent === 'r')) {
        into = 'is';
        inline ??= '';
      } else if (name === 'row' && parent === 'sheetData') openRow(given);
      else if (name === 'col' && parent === 'cols') openColumns(given);
      else if (name === 'mergeCell' && parent === 'mergeCells') openMerge(given);
    },
    text: piece => {
      if (into === 'v') value += piece;
      else if (into === 'f') written += piece;
      else if (into === 'is') inline += piece;
    },
    close: name => {
      into = null;
      if (name === 'c') closeCell();
    },
  });
  return { cells: inOrder(formulas.writeOut(cells), part), merges, hiddenRows, hiddenColumns };
};

/** Undefined where it is not as plain as it looks. */
const contentOfPlain = ({ shared, number }: PlainCell, strings: readonly string[]): Content | null | undefined => {
  if (number !== null) {
    const decimal = plainDecimal(number);
    return decimal === null ? undefined : { kind: 'number', decimal };
  }
  if (shared < 0) return null;
  const text = strings[shared];
  if (text === undefined) return undefined;
  return text === '' ? null : { kind: 'text', text };
};

/** Null where there is none: some writers leave an empty `f`. Some write the `=`. */
const formulaOf = (attributes: Attributes, text: string): string | null => {
  const plain = text.startsWith('=') ? text.slice(1) : text;
  return plain === '' && attribute(attributes, 't') === undefined ? null : plain;
};

const inOrder = (cells: readonly StoredCell[], part: string): readonly StoredCell[] => {
  if (isSorted(cells)) return cells;
  const sorted = cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
  const twice = sorted.find((cell, i) => i > 0 && !isBefore(sorted[i - 1] ?? cell, cell));
  return twice === undefined ? sorted : refuse('damaged', `${part}：${a1(twice.row, twice.column)} 有两个`);
};

const isSorted = (cells: readonly StoredCell[]): boolean => {
  for (let i = 1; i < cells.length; i++)
    if (!isBefore(cells[i - 1] as StoredCell, cells[i] as StoredCell)) return false;
  return true;
};

const isBefore = (a: StoredCell, b: StoredCell): boolean => a.row < b.row || (a.row === b.row && a.column < b.column);
