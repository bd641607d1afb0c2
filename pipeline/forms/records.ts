// The lines of a CSV file or sheet of a form folder as records by column name.
import { Fault } from '../fault.ts';

/** A filled line or row. `place` is `templates/annual-2021/rows.csv:12`; cells are trimmed, `''` where nothing stands. */
export interface Line {
  readonly place: string;
  readonly cells: readonly string[];
}

export interface Entry<C extends string> {
  readonly place: string;
  readonly cells: Readonly<Record<C, string>>;
}

/**
 * The lines below the first, the header, which holds exactly `columns`, in any order. Columns that are empty throughout, which
 * spreadsheet programs leave behind, are passed over. `file` is where an empty one is told.
 */
export const readRecords = <C extends string>(
  all: readonly Line[],
  file: string,
  columns: readonly C[],
): readonly Entry<C>[] => {
  const [header, ...lines] = all;
  if (header === undefined) throw new Fault(`is empty; its first line is to be ${columns.join(',')}`, `${file}:1`);
  const positions = findColumns(header, columns);
  return lines.map(line => {
    const beyond = line.cells.find((cell, position) => cell !== '' && (header.cells[position] ?? '') === '');
    if (beyond !== undefined) throw new Fault(`"${beyond}" stands in no column of the header`, line.place);
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
