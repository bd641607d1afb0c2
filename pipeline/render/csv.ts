// Records → CSV as RFC 4180 has it, with anything that a spreadsheet would run made plain text.

/** A line without its end; what many lines have in common may be made once, and joined by commas. */
export const csvLine = (cells: readonly string[]): string => cells.map(csvCell).join(',');

/** Quoted where it must be. */
export const csvCell = (cell: string): string => (PLAIN.test(cell) ? cell : quote(defuse(cell)));

// Numbers and addresses, which most cells are.
const PLAIN = /^[\w.]*$/;

/** The bytes of header and lines, some hundred thousand at a time; lines end in CRLF. */
export function* csvBytes(header: readonly string[], lines: Iterable<string>): Generator<Uint8Array> {
  let text = `${header.join(',')}\r\n`;
  for (const line of lines) {
    text += `${line}\r\n`;
    if (text.length < AT_ONCE) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

const AT_ONCE = 100_000;

/**
 * A text that would be a formula, also by a full-width sign, gets a leading apostrophe; numbers and lone signs, which run
 * nothing, stay as they are.
 */
export const defuse = (cell: string): string =>
  /^[=+\-@\t\r\n＝＋－＠]/u.test(cell) && !/^[+-]?\d*(?:\.\d+)?$/u.test(cell) && !/^[-－]+$/u.test(cell)
    ? `'${cell}`
    : cell;

const quote = (cell: string): string => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
