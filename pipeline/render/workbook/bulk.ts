// Very many cells of few looks: held as numbers, and written row by row while they are packed, so that neither the cells nor the
// text of such a sheet are ever held whole.
import { a1, columnLetters, columnNumber } from '../../address.ts';
import { escapeText } from '../report/escape.ts';
import type { Parts, Pieces } from '../zip.ts';
import type { Sheet } from './book.ts';
import { type Dress, dress } from './look.ts';
import { textValue } from './text-value.ts';

export interface Bulk {
  /** The number of the sheet in its workbook, as exceljs counts. */
  readonly sheet: number;
  /** Row and column count from 1. The row is to hold a cell that exceljs knows. A look is known by its object. */
  readonly put: (row: number, column: number, value: string | number, look: Dress) => void;
  readonly cells: Cells;
}

interface Cells {
  readonly width: number;
  /** By place: the number of the cell's look, counted from 1, and 0 where there is none. */
  readonly looks: Uint16Array;
  /** By place: what the cell holds; of a text, its number in `texts`. */
  readonly values: Float64Array;
  readonly isText: Uint8Array;
  readonly texts: ReadonlyMap<string, number>;
  /** By the number of a look: the address of a cell that exceljs writes in it. */
  readonly likes: readonly string[];
}

/** For cells within `height` rows and `width` columns. */
export const bulkIn = (sheet: Sheet, height: number, width: number): Bulk => {
  const places = (height + 1) * (width + 1);
  const looks = new Uint16Array(places);
  const values = new Float64Array(places);
  const isText = new Uint8Array(places);
  const texts = new Map<string, number>();
  const likes: string[] = [''];
  const known = new Map<Dress, number>();
  const put: Bulk['put'] = (row, column, value, look) => {
    const number = known.get(look);
    if (number === undefined) {
      // The first of its look is drawn, and the others take its style.
      const cell = sheet.getCell(row, column);
      cell.value = typeof value === 'string' ? textValue(value) : value;
      dress(cell, look);
      known.set(look, likes.push(a1(row - 1, column - 1)) - 1);
      return;
    }
    const place = row * (width + 1) + column;
    looks[place] = number;
    if (typeof value === 'number') {
      values[place] = value;
      return;
    }
    const text = texts.get(value) ?? texts.size;
    if (text === texts.size) texts.set(value, text);
    isText[place] = 1;
    values[place] = text;
  };
  return { sheet: sheet.id, put, cells: { width, looks, values, isText, texts, likes } };
};

/** The parts with the sheets that such cells belong into as pieces, to be read once. */
export const withBulk = (parts: Parts, bulks: readonly Bulk[]): ReadonlyMap<string, Uint8Array | Pieces> => {
  const filled = new Map<string, Uint8Array | Pieces>(parts);
  for (const { sheet, cells } of bulks) {
    const path = `xl/worksheets/sheet${sheet}.xml`;
    const bytes = parts.get(path);
    if (bytes !== undefined) filled.set(path, piecesOf(bytes, cells));
  }
  return filled;
};

const ROW = /<row r="(\d+)"([^>]*)>(.*?)<\/row>/gsu;
const CELL = /<c r="([A-Z]+)\d+"(?: s="(\d+)")?[^>]*?(?:\/>|>.*?<\/c>)/gsu;

/** The sheet as exceljs wrote it, each row with the cells that belong into it. */
function* piecesOf(sheet: Uint8Array, cells: Cells): Generator<Uint8Array> {
  const xml = Buffer.from(sheet).toString('latin1');
  const write = writerOf(xml, cells);
  let done = 0;
  for (const { index, 0: whole, 1: number = '', 2: attributes = '', 3: drawn = '' } of xml.matchAll(ROW)) {
    const row = write(Number(number), drawn);
    // How far the row reaches is now another, and need not be said.
    const filled = row === null ? whole : `<row r="${number}"${attributes.replace(/ spans="[^"]*"/u, '')}>${row}</row>`;
    yield Buffer.from(xml.slice(done, index) + filled, 'latin1');
    done = index + whole.length;
  }
  yield Buffer.from(xml.slice(done), 'latin1');
}

// One character a byte: text beyond Latin-1 takes four times as long to be put together and encoded.
const bytewise = (text: string): string => Buffer.from(text).toString('latin1');

/** The cells of a row, with those that are `drawn` in between; null where there are no others. */
const writerOf = (
  xml: string,
  { width, looks, values, isText, texts, likes }: Cells,
): ((row: number, drawn: string) => string | null) => {
  const styles = stylesIn(xml, new Set(likes));
  const insides = [...texts.keys()].map(text => bytewise(escapeText(textValue(text))));
  const heads = Array.from({ length: width }, (_, column) => `<c r="${columnLetters(column)}`);
  return (row, drawn) => {
    const ends = likes.map(like => `${row}" s="${styles.get(like) ?? '0'}"`);
    const others = [...drawn.matchAll(CELL)].map(([cell, letters = '']) => [columnNumber(letters) + 1, cell] as const);
    let [cells, isFilled, next] = ['', false, 0];
    for (let column = 1; column <= width; column += 1) {
      const place = row * (width + 1) + column;
      const look = looks[place] as number;
      const [at, cell] = look === 0 ? (others[next] ?? []) : [];
      if (at === column) {
        cells += cell;
        next += 1;
      }
      if (look === 0) continue;
      const start = `${heads[column - 1]}${ends[look]}`;
      const value = values[place] as number;
      cells +=
        isText[place] === 0
          ? `${start}><v>${value}</v></c>`
          : `${start} t="inlineStr"><is><t xml:space="preserve">${insides[value]}</t></is></c>`;
      isFilled = true;
    }
    return isFilled ? cells : null;
  };
};

const stylesIn = (xml: string, wanted: ReadonlySet<string>): ReadonlyMap<string, string> => {
  const styles = new Map<string, string>();
  for (const [, row, , cells = ''] of xml.matchAll(ROW))
    for (const [, letters, style] of cells.matchAll(CELL)) {
      const address = `${letters}${row}`;
      if (wanted.has(address)) styles.set(address, style ?? '0');
    }
  return styles;
};
