// A text file → a Grid of one sheet, all of its cells texts: no number is guessed.
import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { COLUMNS } from '../address.ts';
import type { Cell, Grid } from '../model.ts';
import type { Limits } from './limits.ts';
import { refuse } from './refusal.ts';
import { decodeText } from './text.ts';

const DELIMITERS = [',', '\t', ';'] as const;
const SNIFFED_LINES = 50;
const LONGEST_RECORD = 2 ** 20;
const MARKUP = /^\s*<(?:!doctype|html|head|body|table|meta|\?xml|!--|[a-z]+[:>])/i;

export const readCsv = (bytes: Uint8Array, limits: Limits): Grid => {
  const { text, unsure } = decodeText(bytes);
  if (MARKUP.test(text)) return refuse('not-a-spreadsheet', /^\s*<\?xml/.test(text) ? 'XML' : '网页');
  const cells: Cell[] = [];
  recordsOf(text, limits).forEach((record, row) => {
    if (record.length > COLUMNS) refuse('too-large', `第 ${row + 1} 行超过 ${COLUMNS} 列`);
    record.forEach((field, column) => {
      if (field !== '') cells.push({ row, column, typed: { kind: 'text', text: field }, shown: field, formula: null });
    });
    if (cells.length > limits.cells) refuse('too-large', `单元格超过 ${limits.cells} 个`);
  });
  if (cells.length === 0) return refuse('empty', '没有填写的单元格');
  return {
    sheets: [{ name: 'csv', hidden: false, cells, merges: [], hiddenRows: [], hiddenColumns: [] }],
    properties: new Map(),
    notes: unsure ? [{ kind: 'encoding-unsure', place: null, detail: 'GB18030' }] : [],
  };
};

const recordsOf = (text: string, limits: Limits): readonly (readonly string[])[] => {
  try {
    const records: string[][] = parse(text, {
      delimiter: sniff(text),
      relax_column_count: true,
      // 危及"三安全一稳定" is written bare by programs that quote only where there is a comma.
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: LONGEST_RECORD,
      to: limits.csvRows + 1,
    });
    return records.length > limits.csvRows ? refuse('too-large', `超过 ${limits.csvRows} 行`) : records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_MAX_RECORD_SIZE') return refuse('too-large', `一行超过 ${LONGEST_RECORD} 字`);
    return refuse('damaged', `第 ${String(error.lines)} 行的引号`);
  }
};

/** The delimiter that most of the first lines have outside of quotes; of two such, the more frequent. */
const sniff = (text: string): string => {
  const lines = unquoted(text).split(/\r\n|\n|\r/, SNIFFED_LINES);
  const scored = DELIMITERS.map(delimiter => {
    const counts = lines.map(line => line.split(delimiter).length - 1);
    return { delimiter, lines: counts.filter(count => count > 0).length, all: counts.reduce((a, b) => a + b, 0) };
  });
  return scored.reduce((best, one) =>
    one.lines > best.lines || (one.lines === best.lines && one.all > best.all) ? one : best,
  ).delimiter;
};

/** The start of the text with its quoted fields emptied. */
const unquoted = (text: string): string =>
  text
    .slice(0, 100_000)
    .split('"')
    .filter((_, i) => i % 2 === 0)
    .join('');
