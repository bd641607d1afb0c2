// The workbooks that we write: the only file that knows exceljs.
import type { Workbook, Worksheet } from 'exceljs';
import { printable } from '../report/escape.ts';
import { partsOf, zipped } from '../zip.ts';
import { type Bulk, withBulk } from './bulk.ts';
import { type Links, withLinks } from './links.ts';
import { mended } from './mend.ts';
import { withProperties } from './properties.ts';

export type { Alignment, Borders, Cell, CellValue, Column, Fill, Font, Row, Style } from 'exceljs';
export type Book = Workbook;
export type Sheet = Worksheet;

/** An empty workbook. `at` is the time of the run, which it bears as its own. */
export const newBook = async (title: string, at: string): Promise<Book> => {
  // Loaded where a workbook is written, since it takes its time, and without what exceljs has for streams, which takes as long.
  const { default: Workbook } = await import('exceljs/lib/doc/workbook.js');
  const book = new Workbook();
  book.title = printable(title);
  book.creator = 'nianbao';
  book.lastModifiedBy = 'nianbao';
  book.created = new Date(at);
  book.modified = new Date(at);
  return book;
};

/** What exceljs cannot write, or not soon enough: very many cells, links within the workbook, and its custom document properties. */
export interface Extras {
  readonly bulks?: readonly Bulk[];
  readonly links?: Links;
  readonly properties?: ReadonlyMap<string, string>;
}

/** The .xlsx: the same workbook gives the same bytes. */
export const bookBytes = async (
  book: Book,
  { bulks = [], links = new Map(), properties = new Map() }: Extras = {},
): Promise<Uint8Array> => {
  // Stored only, since the parts are changed and zipped again.
  const stored = await book.xlsx.writeBuffer({ zip: { compression: 'STORE' } });
  const parts = mended(partsOf(new Uint8Array(stored)));
  return zipped(withBulk(withProperties(withLinks(parts, links), properties), bulks));
};
