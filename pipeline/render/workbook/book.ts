// The workbooks that we write: the only file that knows exceljs.
import type { CellValue, Workbook, Worksheet } from 'exceljs';
import { defuse } from '../csv.ts';
import { printable } from '../report/escape.ts';
import { partsOf, zipOf } from '../zip.ts';
import { mended } from './mend.ts';
import { withProperties } from './properties.ts';

export type { Alignment, Borders, Cell, Column, Fill, Font, Row, Style } from 'exceljs';
export type Book = Workbook;
export type Sheet = Worksheet;

/** An empty workbook. `at` is the time of the run, which it bears as its own. */
export const newBook = async (title: string, at: string): Promise<Book> => {
  // Loaded where a workbook is written: it takes a third of a second.
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  book.title = printable(title);
  book.creator = 'nianbao';
  book.lastModifiedBy = 'nianbao';
  book.created = new Date(at);
  book.modified = new Date(at);
  return book;
};

/** The .xlsx: the same workbook gives the same bytes. `properties` are its custom document properties. */
export const bookBytes = async (book: Book, properties: ReadonlyMap<string, string> = new Map()): Promise<Uint8Array> =>
  zipOf(withProperties(mended(partsOf(new Uint8Array(await book.xlsx.writeBuffer()))), properties));

/** A text that others wrote, as a cell may hold it: no formula, nothing that XML forbids, not longer than a cell can be. */
export const textValue = (text: string): CellValue => {
  const plain = defuse(printable(text));
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1).toWellFormed()}…` : plain;
};

/** The longest text of a cell, in UTF-16 units. */
const LONGEST = 32_000;
