// A CSV file of a form folder as records by column name, each with its line.
import { CsvError, parse } from 'csv-parse/sync';
import { Fault } from '../fault.ts';

export interface Entry<C extends string> {
  readonly place: string;
  readonly cells: Readonly<Record<C, string>>;
}

/**
 * The filled lines below the header. The header holds exactly `columns`, in any order; cells are trimmed. Lines and columns
 * that are empty throughout, which spreadsheet programs leave behind, are passed over.
 */
export const readRecords = <C extends string>(
  text: string,
  file: string,
  columns: readonly C[],
): readonly Entry<C>[] => {
  const [header, ...lines] = readLines(text, file);
  if (header === undefined) throw new Fault(`is empty; its first line is to be ${columns.join(',')}`, `${file}:1`);
  const positions = findColumns(header, columns);
  return lines.map(line => {
    const beyond = line.cells.slice(header.cells.length).find(cell => cell !== '');
    if (beyond !== undefined)
      throw new Fault(`"${beyond}" stands in no column; is there a comma too many?`, line.place);
    const cells = columns.map(column => [column, line.cells[positions.get(column) ?? -1] ?? ''] as const);
    return { place: line.place, cells: Object.fromEntries(cells) as Record<C, string> };
  });
};

/** The parts of a cell that holds several: `a|b` → `a`, `b`. `｜`, as Chinese keyboards write it, is `|`. */
export const splitCell = (cell: string, separator: '|' | '/'): readonly string[] =>
  (separator === '|' ? cell.replaceAll('｜', '|') : cell)
    .split(separator)
    .map(part => part.trim())
    .filter(part => part !== '');

// What csv-parse gives with `info`; its types do not say so.
interface Numbered {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

interface Line {
  readonly place: string;
  readonly cells: readonly string[];
}

const readLines = (text: string, file: string): readonly Line[] => {
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

const findColumns = (header: Line, columns: readonly string[]): ReadonlyMap<string, number> => {
  const positions = new Map<string, number>();
  for (const [position, name] of header.cells.entries()) {
    if (name === '') continue;
    if (!columns.includes(name)) {
      throw new Fault(`column "${name}" is unknown; the columns are ${columns.join(', ')}`, header.place);
    }
    if (positions.has(name)) throw new Fault(`column "${name}" stands twice`, header.place);
    positions.set(name, position);
  }
  const missing = columns.find(column => !positions.has(column));
  if (missing !== undefined) throw new Fault(`column "${missing}" is missing`, header.place);
  return positions;
};
