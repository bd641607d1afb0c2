// Records → CSV as RFC 4180 has it, with anything that a spreadsheet would run made plain text.
import { bytesOfEncoded, encoded } from './encoded.ts';

/** Cells as they stand in a file, encoded: what many lines have in common is encoded once. */
export type Csv = string & { readonly isCsv: true };

/** Quoted where it must be. */
export const csvCell = (cell: string): Csv => (PLAIN.test(cell) ? cell : encoded(quote(defuse(cell)))) as Csv;

// Numbers and addresses, which most cells are.
const PLAIN = /^[\w.]*$/;

/** A line without its end. */
export const csvLine = (cells: readonly string[]): Csv => csvJoined(...cells.map(csvCell));

/** Cells, or parts of a line, side by side. Grown by `+`, since a list is longer in the making than the line. */
export const csvJoined = (first: Csv = '' as Csv, ...others: readonly Csv[]): Csv => {
  let line: string = first;
  for (const other of others) line += `,${other}`;
  return line as Csv;
};

/** The bytes of header and lines, some hundred thousand at a time; lines end in CRLF. */
export function* csvBytes(header: readonly string[], lines: Iterable<Csv>): Generator<Uint8Array> {
  let text = `${csvLine(header)}\r\n`;
  for (const line of lines) {
    text += `${line}\r\n`;
    if (text.length < AT_ONCE) continue;
    yield bytesOfEncoded(text);
    text = '';
  }
  if (text !== '') yield bytesOfEncoded(text);
}

const AT_ONCE = 200_000;

/**
 * A text that would be a formula, also by a full-width sign, gets a leading apostrophe; numbers and lone signs, which run
 * nothing, stay as they are.
 */
export const defuse = (cell: string): string =>
  /^[=+\-@\t\r\n＝＋－＠]/u.test(cell) && !/^[+-]?\d*(?:\.\d+)?$/u.test(cell) && !/^[-－]+$/u.test(cell)
    ? `'${cell}`
    : cell;

const quote = (cell: string): string => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
