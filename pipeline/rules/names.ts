// Names in rules → figures of the form: by id, by official label or alias, within the scope of the rule.
import { Fault } from '../fault.ts';
import { itemIndex, itemName, type PlacedItem, rowLabel } from '../items.ts';
import { closest, normalizeLabel } from '../label.ts';
import type { Form, FormTable, Label } from '../model.ts';

/** The table that bare names are of, and where a rule stands in it: the row or column that it is taken at, null: not free. */
export interface Spot {
  readonly table: string;
  readonly row: string | null;
  readonly column: string | null;
}

export interface Names {
  readonly form: Form;
  /** By item name. */
  readonly items: ReadonlyMap<string, PlacedItem>;
  readonly tables: Index;
  /** By table id. */
  readonly rows: ReadonlyMap<string, Index>;
  readonly columns: ReadonlyMap<string, Index>;
}

/** Ids by what they are called; several where a label is that of several. */
type Index = ReadonlyMap<string, readonly string[]>;

export const namesOf = (form: Form): Names => {
  const rowsOf = (table: FormTable): Index =>
    indexOf(
      table.rows.map(row => ({
        id: row.id,
        label: row.label,
        also: row.heads.length > 0 ? rowLabel({ table, row }) : '',
      })),
    );
  const columnsOf = ({ columns }: FormTable): Index =>
    indexOf(columns.filter(({ kind }) => kind === 'figure').map(({ id, label }) => ({ id, label, also: '' })));
  return {
    form,
    items: itemIndex(form),
    tables: indexOf(form.tables.map(({ id, title }) => ({ id, label: title, also: '' }))),
    rows: new Map(form.tables.map(table => [table.id, rowsOf(table)])),
    columns: new Map(form.tables.map(table => [table.id, columnsOf(table)])),
  };
};

/** The figure that a path names at a spot. What names none, or several, is a Fault with the nearest names. */
export const itemNamed = (path: readonly string[], names: Names, spot: Spot | null, place: string): PlacedItem => {
  const found = [...new Set(candidates(path, names, spot))];
  const [name] = found;
  const item = names.items.get(name ?? '');
  if (item !== undefined && found.length === 1) return item;
  const said = path.join('.');
  if (found.length > 1) throw new Fault(`"${said}" may be ${found.slice(0, 3).join(', ')}; name one of them`, place);
  if (isCut(path, names, spot))
    throw new Fault(`"${said}" has several columns; name one, or put "each column" into scope`, place);
  const known = path.length > 1 ? names.items.keys() : bareNames(names, spot);
  throw new Fault(`"${said}" is no figure of this form; the nearest are ${closest(said, known, 3).join(', ')}`, place);
};

const bareNames = (names: Names, spot: Spot | null): readonly string[] => [
  ...tablesIn(names, spot).flatMap(table => [...(names.rows.get(table)?.keys() ?? [])]),
  ...(names.columns.get(spot?.table ?? '')?.keys() ?? []),
];

const candidates = (path: readonly string[], names: Names, spot: Spot | null): readonly string[] => {
  const parts = path.flatMap((part, nth) => (nth === path.length - 1 ? splitLabel(part, names) : [part]));
  const [first = '', second = '', third = ''] = parts;
  if (parts.length === 3) return ids(names.tables, first).flatMap(table => cells(table, second, third, names));
  if (parts.length === 2) {
    const inTables = ids(names.tables, first).flatMap(table => alone(table, second, names, spot));
    if (inTables.length > 0) return inTables;
    return tablesIn(names, spot).flatMap(table => cells(table, first, second, names));
  }
  if (parts.length > 3) return [];
  if (first === 'cell' && spot !== null) return cell(spot, names);
  const asRow = tablesIn(names, spot).flatMap(table => alone(table, first, names, spot));
  if (asRow.length > 0 || spot === null || spot.row === null) return asRow;
  return ids(names.columns.get(spot.table), first).map(column =>
    itemName({ table: spot.table, row: spot.row ?? '', column }),
  );
};

/** “收到申请数·自然人” is a row and a column, unless it is the label of one row. */
const splitLabel = (label: string, names: Names): readonly string[] => {
  if (!label.includes('·') || [...names.rows.values()].some(rows => ids(rows, label).length > 0)) return [label];
  return label.split('·');
};

const tablesIn = ({ form }: Names, spot: Spot | null): readonly string[] =>
  spot === null ? form.tables.map(({ id }) => id) : [spot.table];

/** A row by itself: its only figure, or the one at the column where the rule is taken. */
const alone = (table: string, row: string, names: Names, spot: Spot | null): readonly string[] =>
  ids(names.rows.get(table), row).flatMap(id => {
    if (!hasColumns(table, names)) return [itemName({ table, row: id, column: 'value' })];
    const column = spot?.table === table ? spot.column : null;
    return column === null ? [] : [itemName({ table, row: id, column })];
  });

const cells = (table: string, row: string, column: string, names: Names): readonly string[] =>
  ids(names.rows.get(table), row).flatMap(rowId =>
    ids(names.columns.get(table), column).map(columnId => itemName({ table, row: rowId, column: columnId })),
  );

const cell = ({ table, row, column }: Spot, names: Names): readonly string[] => {
  if (row === null || (column === null && hasColumns(table, names))) return [];
  return [itemName({ table, row, column: column ?? 'value' })];
};

const isCut = (path: readonly string[], names: Names, spot: Spot | null): boolean => {
  const row = path.at(-1) ?? '';
  const tables = path.length === 1 ? tablesIn(names, spot) : path.length === 2 ? ids(names.tables, path[0] ?? '') : [];
  return tables.some(table => hasColumns(table, names) && ids(names.rows.get(table), row).length > 0);
};

const hasColumns = (table: string, names: Names): boolean => (names.columns.get(table)?.size ?? 0) > 0;

interface Called {
  readonly id: string;
  readonly label: Label | null;
  readonly also: string;
}

const indexOf = (called: readonly Called[]): Index => {
  const index = new Map<string, string[]>();
  const put = (name: string, id: string): void => {
    if (name === '' || index.get(name)?.includes(id)) return;
    index.set(name, [...(index.get(name) ?? []), id]);
  };
  for (const { id, label, also } of called)
    for (const text of [label?.text ?? '', ...(label?.aliases ?? []), also]) put(normalizeLabel(text), id);
  // An id is always its own, whatever labels read like it.
  for (const { id } of called) index.set(id, [id]);
  return index;
};

const ids = (index: Index | undefined, name: string): readonly string[] =>
  index?.get(name) ?? index?.get(normalizeLabel(name)) ?? [];
