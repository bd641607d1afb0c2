// columns.csv or columns.xlsx: the columns of a form's tables, and the headings that stand beside them.
import { Fault } from '../fault.ts';
import type { FormColumn } from '../model.ts';
import { type Located, requireId, requireUnique } from './located.ts';
import { parsePartOf } from './part-of.ts';
import { type Entry, type Line, readRecords, splitCell } from './records.ts';

/** `table` is `*` for a column that any table may have. */
export interface TableColumn {
  readonly table: string;
  readonly column: FormColumn;
}

/** `file` is the path that faults name. References to other columns are checked later, in `assemble.ts`. */
export const parseColumns = (lines: readonly Line[], file: string): readonly Located<TableColumn>[] =>
  requireUnique(readRecords(lines, file, COLUMNS).map(parseColumn), 'column');

const COLUMNS = ['table', 'id', 'kind', 'label', 'aliases', 'under', 'part_of'] as const;

const parseColumn = ({ cells, place }: Entry<(typeof COLUMNS)[number]>): Located<TableColumn> => {
  const table = cells.table === '*' ? '*' : requireId(cells.table, 'table', place);
  const id = requireId(cells.id, 'column', place);
  if (cells.label === '') throw new Fault(`column "${id}" has no label`, place);
  const column: FormColumn = {
    id,
    kind: parseKind(cells.kind, id, place),
    label: { text: cells.label, aliases: splitCell(cells.aliases, '|') },
    under: splitCell(cells.under, '/'),
    partOf: parsePartOf(cells.part_of, place),
  };
  if (table === '*' && column.kind !== 'beside') {
    throw new Fault(`column "${id}" is of all tables; only beside columns can be`, place);
  }
  return { key: `${table}.${id}`, place, value: { table, column } };
};

const parseKind = (cell: string, id: string, place: string): FormColumn['kind'] => {
  if (cell === 'figure' || cell === 'head' || cell === 'beside') return cell;
  throw new Fault(`column "${id}": kind is figure, head or beside, not "${cell}"`, place);
};
