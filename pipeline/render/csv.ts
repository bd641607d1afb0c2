// Records → CSV as RFC 4180 has it, with anything that a spreadsheet would run made plain text.

/** Lines end in CRLF; a cell is quoted where it must be. */
export const toCsv = (header: readonly string[], rows: Iterable<readonly string[]>): string => {
  const lines = [header.join(',')];
  for (const row of rows) lines.push(row.map(cell => quote(defuse(cell))).join(','));
  return `${lines.join('\r\n')}\r\n`;
};

/**
 * A text that would be a formula, also by a full-width sign, gets a leading apostrophe; numbers and lone signs, which run
 * nothing, stay as they are.
 */
export const defuse = (cell: string): string =>
  /^[=+\-@\t\r\n＝＋－＠]/u.test(cell) && !/^[+-]?\d*(?:\.\d+)?$/u.test(cell) && !/^[-－]+$/u.test(cell)
    ? `'${cell}`
    : cell;

const quote = (cell: string): string => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
