// rows.csv or rows.xlsx: the rows of a form's tables.
import { Fault } from '../fault.ts';
import type { FormRow, Measure } from '../model.ts';
import { type Located, requireId, requireUnique } from './located.ts';
import { parsePartOf } from './part-of.ts';
import { type Entry, type Line, readRecords, splitCell } from './records.ts';

export interface TableRow {
  readonly table: string;
  readonly row: FormRow;
}

/** `file` is the path that faults name. References to other rows and to columns are checked later, in `assemble.ts`. */
export const parseRows = (lines: readonly Line[], file: string): readonly Located<TableRow>[] =>
  requireUnique(readRecords(lines, file, COLUMNS).map(parseRow), 'row');

const COLUMNS = [
  'table',
  'id',
  'label',
  'aliases',
  'under',
  'heads',
  'unit',
  'measure',
  'part_of',
  'carries_from',
] as const;

const parseRow = ({ cells, place }: Entry<(typeof COLUMNS)[number]>): Located<TableRow> => {
  const table = requireId(cells.table, 'table', place);
  const id = requireId(cells.id, 'row', place);
  const aliases = splitCell(cells.aliases, '|');
  const heads = splitCell(cells.heads, '/');
  if (cells.label === '' && aliases.length > 0) throw new Fault(`row "${id}" has aliases, but no label`, place);
  if (cells.label === '' && heads.length === 0) {
    throw new Fault(`row "${id}" has neither a label nor heads; nothing would tell its figures`, place);
  }
  const row: FormRow = {
    id,
    label: cells.label === '' ? null : { text: cells.label, aliases },
    under: splitCell(cells.under, '/'),
    heads,
    unit: cells.unit,
    measure: parseMeasure(cells.measure, id, place),
    partOf: parsePartOf(cells.part_of, place),
    carriesFrom: cells.carries_from === '' ? null : cells.carries_from,
  };
  return { key: `${table}.${id}`, place, value: { table, row } };
};

const parseMeasure = (cell: string, id: string, place: string): Measure => {
  if (cell === 'count' || cell === 'change' || cell === 'money') return cell;
  throw new Fault(`row "${id}": measure is count, change or money, not "${cell}"`, place);
};
