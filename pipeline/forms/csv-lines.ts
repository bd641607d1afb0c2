// A CSV file of a form folder → its filled lines.
import { CsvError, parse } from 'csv-parse/sync';
import { Fault } from '../fault.ts';
import type { Line } from './records.ts';

// What csv-parse gives with `info`; its types do not say so.
interface Numbered {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

export const csvLines = (text: string, file: string): readonly Line[] => {
  try {
    const records = parse(text, { info: true, relax_column_count: true, skip_empty_lines: true, trim: true });
    return (records as unknown as Numbered[])
      .filter(({ record }) => record.some(cell => cell !== ''))
      .map(({ info, record }) => ({ place: `${file}:${info.lines}`, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Fault(error.message, `${file}:${error.lines ?? 1}`);
  }
};
