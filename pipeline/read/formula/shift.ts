// A formula as it reads in a cell some rows and columns away, for formulas that cells share.
import { COLUMNS, columnLetters, columnNumber, ROWS } from '../../address.ts';

// Texts, quoted sheet names and bracketed names are passed over; a word is looked at whole.
const TOKEN = /"[^"]*"?|'[^']*'?|\[[^\][]*\]?|[\p{L}\p{N}_.$\\]+|./gsu;
const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})$/;
const COLUMN = /^(\$?)([A-Za-z]{1,3})$/;
const ROW = /^(\$?)([1-9]\d{0,6})$/;

export const shiftFormula = (formula: string, rows: number, columns: number): string => {
  if (rows === 0 && columns === 0) return formula;
  const tokens = formula.match(TOKEN) ?? [];
  return tokens
    .map((token, i) => {
      const next = tokens[i + 1];
      // `LOG10(` is a function and `Q1!` a sheet.
      if (next === '(' || next === '!') return token;
      const isRangeEnd = next === ':' || tokens[i - 1] === ':';
      return shifted(token, isRangeEnd, rows, columns);
    })
    .join('');
};

const shifted = (token: string, isRangeEnd: boolean, rows: number, columns: number): string => {
  const cell = CELL.exec(token);
  if (cell !== null) {
    const [, fixColumn = '', column = '', fixRow = '', row = ''] = cell;
    return joined(shiftColumn(fixColumn, column, columns), shiftRow(fixRow, row, rows));
  }
  const column = isRangeEnd ? COLUMN.exec(token) : null;
  if (column !== null) return shiftColumn(column[1] ?? '', column[2] ?? '', columns) ?? '#REF!';
  const row = isRangeEnd ? ROW.exec(token) : null;
  return row === null ? token : (shiftRow(row[1] ?? '', row[2] ?? '', rows) ?? '#REF!');
};

const joined = (column: string | null, row: string | null): string =>
  column === null || row === null ? '#REF!' : column + row;

const shiftColumn = (fixed: string, letters: string, by: number): string | null => {
  const column = columnNumber(letters) + (fixed === '' ? by : 0);
  return column < 0 || column >= COLUMNS ? null : fixed + (fixed === '' ? columnLetters(column) : letters);
};

const shiftRow = (fixed: string, digits: string, by: number): string | null => {
  const row = Number(digits) + (fixed === '' ? by : 0);
  return row < 1 || row > ROWS ? null : `${fixed}${row}`;
};
