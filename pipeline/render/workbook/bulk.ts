// Very many cells of few looks, written as the file has them: a cell that exceljs holds and writes costs ten times as much.
import { a1, columnLetters, columnNumber } from '../../address.ts';
import { escapeText } from '../report/escape.ts';
import type { Parts } from '../zip.ts';
import type { CellValue, Sheet } from './book.ts';
import { type Dress, dress } from './look.ts';

export interface Bulk {
  /** The number of the sheet in its workbook, as exceljs counts. */
  readonly sheet: number;
  /** Row and column count from 1. The row and its last column are to hold a cell that exceljs knows. */
  readonly put: (row: number, column: number, value: CellValue, look: Dress) => void;
  readonly rows: ReadonlyMap<number, BulkRow>;
}

/** Cells one after the other; `likes`: the address of a cell that exceljs writes and that looks the same. */
interface BulkRow {
  readonly columns: number[];
  readonly values: (string | number)[];
  readonly likes: string[];
}

export const bulkIn = (sheet: Sheet): Bulk => {
  const rows = new Map<number, BulkRow>();
  const likes = new Map<string, string>();
  const put: Bulk['put'] = (row, column, value, look) => {
    const key = JSON.stringify(look);
    const like = likes.get(key);
    if (like === undefined || (typeof value !== 'string' && typeof value !== 'number')) {
      const cell = sheet.getCell(row, column);
      cell.value = value;
      dress(cell, look);
      likes.set(key, like ?? a1(row - 1, column - 1));
      return;
    }
    const cells = rows.get(row) ?? { columns: [], values: [], likes: [] };
    rows.set(row, cells);
    cells.columns.push(column);
    cells.values.push(value);
    cells.likes.push(like);
  };
  return { sheet: sheet.id, put, rows };
};

export const withBulk = (parts: Parts, bulks: readonly Bulk[]): Parts => {
  const filled = new Map(parts);
  for (const { sheet, rows } of bulks) {
    const path = `xl/worksheets/sheet${sheet}.xml`;
    const bytes = parts.get(path);
    if (bytes !== undefined)
      filled.set(path, new TextEncoder().encode(inserted(new TextDecoder().decode(bytes), rows)));
  }
  return filled;
};

const ROW = /<row r="(\d+)"([^>]*)>(.*?)<\/row>/gsu;
const CELL = /<c r="([A-Z]+)\d+"(?: s="(\d+)")?[^>]*?(?:\/>|>.*?<\/c>)/gsu;

const inserted = (xml: string, rows: ReadonlyMap<number, BulkRow>): string => {
  const styles = new Map<string, string>();
  for (const [, row, , cells = ''] of xml.matchAll(ROW))
    for (const [, letters, style] of cells.matchAll(CELL)) styles.set(`${letters}${row}`, style ?? '0');
  return xml.replace(ROW, (whole, number: string, attributes: string, cells: string) => {
    const bulk = rows.get(Number(number));
    if (bulk === undefined) return whole;
    const drawn = [...cells.matchAll(CELL)].map(([cell, letters = '']) => [columnNumber(letters) + 1, cell] as const);
    const more = bulk.columns.map((column, i) => {
      const style = styles.get(bulk.likes[i] ?? '') ?? '0';
      return [column, cellOf(`${columnLetters(column - 1)}${number}`, style, bulk.values[i] ?? '')] as const;
    });
    const all = [...drawn, ...more].sort(([a], [b]) => a - b).map(([, cell]) => cell);
    // How far the row reaches is now another, and need not be said.
    return `<row r="${number}"${attributes.replace(/ spans="[^"]*"/u, '')}>${all.join('')}</row>`;
  });
};

const cellOf = (address: string, style: string, value: string | number): string =>
  typeof value === 'number'
    ? `<c r="${address}" s="${style}"><v>${value}</v></c>`
    : `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeText(value)}</t></is></c>`;
