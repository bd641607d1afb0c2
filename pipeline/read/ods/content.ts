// The content part of an OpenDocument spreadsheet → its stored sheets.

import { a1, COLUMNS, ROWS } from '../../address.ts';
import type { Area } from '../../model.ts';
import type { Limits } from '../limits.ts';
import { refuse } from '../refusal.ts';
import type { StoredCell, StoredSheet } from '../stored.ts';
import { type Attributes, attribute, walkXml } from '../xml.ts';
import { odsCell } from './cell.ts';
import { plainFormula } from './formula.ts';

export interface Content {
  readonly sheets: readonly StoredSheet[];
  /** Sheets of other files, of which this one keeps a copy. */
  readonly links: number;
}

interface OpenSheet extends StoredSheet {
  cells: StoredCell[];
  readonly merges: Area[];
  readonly hiddenRows: number[];
  readonly hiddenColumns: number[];
}

export const readContent = (bytes: Uint8Array, limits: Limits): Content => {
  const part = 'content.xml';
  const sheets: OpenSheet[] = [];
  const hiddenStyles = new Set<string>();
  let style = '';
  let links = 0;
  let isLinked = false;
  let sheet: OpenSheet | null = null;
  let total = 0;
  let merges = 0;
  let row = 0;
  let column = 0;
  let rowRepeat = 1;
  let rowStart = 0;
  let isHiddenRow = false;
  let shownColumn = 0;
  let cell: Attributes | null = null;
  let text: string | null = null;
  let isInText = false;

  const openTable = (given: Attributes): void => {
    const hidden = hiddenStyles.has(attribute(given, 'table:style-name') ?? '');
    const name = attribute(given, 'table:name') ?? '';
    sheet = { name, hidden, cells: [], merges: [], hiddenRows: [], hiddenColumns: [] };
    row = shownColumn = 0;
    isLinked = false;
    if (sheets.length >= limits.sheets) refuse('too-large', `工作表超过 ${limits.sheets} 个`);
  };

  const closeTable = (into: OpenSheet): void => {
    if (isLinked) links++;
    else sheets.push(into);
    sheet = null;
  };

  const openColumns = (given: Attributes, into: OpenSheet): void => {
    const end = Math.min(COLUMNS, shownColumn + repeated(attribute(given, 'table:number-columns-repeated')));
    const hidden = isHidden(given);
    for (; shownColumn < end; shownColumn++) if (hidden) into.hiddenColumns.push(shownColumn);
  };

  const openRow = (given: Attributes, into: OpenSheet): void => {
    rowRepeat = repeated(attribute(given, 'table:number-rows-repeated'));
    rowStart = into.cells.length;
    column = 0;
    isHiddenRow = isHidden(given);
  };

  const closeRow = (into: OpenSheet): void => {
    const filled = into.cells.slice(rowStart);
    if (filled.length > 0 && row + rowRepeat > ROWS) refuse('damaged', `${part}：行 ${row}`);
    if (filled.length > 0) {
      spend(filled.length * (rowRepeat - 1));
      // Rows without content may be hidden by the million; they hide nothing.
      for (let more = 0; isHiddenRow && more < rowRepeat; more++) into.hiddenRows.push(row + more);
      for (let more = 1; more < rowRepeat; more++)
        for (const one of filled) into.cells.push({ ...one, row: row + more });
    }
    row += rowRepeat;
  };

  const spend = (count: number): void => {
    total += count;
    if (total > limits.cells) refuse('too-large', `单元格超过 ${limits.cells} 个`);
  };

  const closeCell = (given: Attributes, into: OpenSheet): void => {
    const place = `${into.name}：${a1(row, column)}`;
    const repeat = repeated(attribute(given, 'table:number-columns-repeated'));
    const found = odsCell(given, text, place);
    const written = attribute(given, 'table:formula');
    const formula = written === undefined ? null : plainFormula(written);
    if (found !== null && column + repeat > COLUMNS) refuse('damaged', place);
    if (found !== null) {
      spend(repeat);
      for (let more = 0; more < repeat; more++) into.cells.push({ row, column: column + more, ...found, formula });
    }
    const [height, width] = [
      repeated(attribute(given, 'table:number-rows-spanned')),
      repeated(attribute(given, 'table:number-columns-spanned')),
    ];
    if (height * width > 1) {
      if (++merges > limits.merges) refuse('too-large', `合并区超过 ${limits.merges} 个`);
      into.merges.push({
        top: row,
        left: column,
        bottom: Math.min(ROWS, row + height) - 1,
        right: Math.min(COLUMNS, column + width) - 1,
      });
    }
    column += repeat;
  };

  walkXml(bytes, part, 'any', {
    open: (name, given, parent) => {
      if (name === 'style') style = attribute(given, 'style:name') ?? '';
      else if (name === 'table-properties' && attribute(given, 'table:display') === 'false') hiddenStyles.add(style);
      else if (name === 'table' && parent === 'spreadsheet') openTable(given);
      if (sheet === null) return;
      if (name === 'table' && parent !== 'spreadsheet') refuse('damaged', `${part}：表中表`);
      else if (name === 'table-source') isLinked = true;
      else if (name === 'table-column') openColumns(given, sheet);
      else if (name === 'table-row') openRow(given, sheet);
      else if (isCell(name)) {
        cell = given;
        text = null;
      } else if (name === 'p' && isCell(parent)) {
        text = text === null ? '' : `${text}\n`;
        isInText = true;
      } else if (isInText) text += SPECIAL.get(name)?.(given) ?? '';
    },
    text: piece => {
      if (isInText) text += piece;
    },
    close: (name, parent) => {
      if (sheet === null) return;
      if (name === 'p' && isCell(parent)) isInText = false;
      else if (isCell(name) && cell !== null) closeCell(cell, sheet);
      else if (name === 'table-row') closeRow(sheet);
      else if (name === 'table') closeTable(sheet);
    },
  });
  return { sheets, links };
};

const isCell = (name: string): boolean => name === 'table-cell' || name === 'covered-table-cell';

const isHidden = (given: Attributes): boolean => {
  const visibility = attribute(given, 'table:visibility');
  return visibility === 'collapse' || visibility === 'filter';
};

const repeated = (text: string | undefined): number =>
  text === undefined
    ? 1
    : /^[1-9]\d{0,6}$/.test(text)
      ? Number(text)
      : refuse('damaged', `content.xml：${text.slice(0, 20)}`);

const SPECIAL: ReadonlyMap<string, (given: Attributes) => string> = new Map<string, (given: Attributes) => string>([
  ['s', given => ' '.repeat(Math.min(1_000, repeated(attribute(given, 'text:c'))))],
  ['tab', () => '\t'],
  ['line-break', () => '\n'],
]);
