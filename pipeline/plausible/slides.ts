// Where every figure of a table would have come from, had the table slid by one row or column.
import { type Item, itemName, itemsOfTable } from '../items.ts';
import type { FormTable } from '../model.ts';
import type { Relation } from '../relations.ts';

/** By how many rows (down) and columns (right) figures stand beside their places. */
export interface Slide {
  readonly rows: number;
  readonly columns: number;
}

/** `back`: from the place where a figure stands to the one it slid from; null: from outside of the table. */
export interface SlidTable {
  readonly slide: Slide;
  readonly back: ReadonlyMap<number, number | null>;
}

/** A table by places in the list of items; `sums` are a total and its parts. */
export interface TableLayout {
  readonly table: FormTable;
  readonly places: readonly number[];
  readonly slid: readonly SlidTable[];
  readonly sums: readonly { readonly whole: number; readonly parts: readonly number[] }[];
}

const SLIDES: readonly Slide[] = [
  { rows: 0, columns: 1 },
  { rows: 0, columns: -1 },
  { rows: 1, columns: 0 },
  { rows: -1, columns: 0 },
];

export const layoutsOf = (items: readonly Item[], relations: readonly Relation[]): readonly TableLayout[] => {
  const byName = new Map(items.map((item, place) => [itemName(item.key), place] as const));
  const placeOf = ({ key }: Pick<Item, 'key'>): number => byName.get(itemName(key)) ?? -1;
  return [...new Set(items.map(({ table }) => table))].map(table => ({
    table,
    places: itemsOfTable(table).map(placeOf),
    slid: SLIDES.filter(({ columns }) => columns === 0 || columnsOf(table).length > 0).map(slide => ({
      slide,
      back: new Map(itemsOfTable(table).map(item => [placeOf(item), before(item, slide, placeOf)] as const)),
    })),
    sums: relations
      .filter(({ kind, whole }) => kind === 'exhaustive' && whole.table === table)
      .map(({ whole, parts }) => ({ whole: placeOf(whole), parts: parts.map(placeOf) })),
  }));
};

const before = (
  { key, table }: Item,
  { rows, columns }: Slide,
  placeOf: (item: Pick<Item, 'key'>) => number,
): number | null => {
  const row = table.rows[table.rows.findIndex(({ id }) => id === key.row) - rows]?.id;
  const ids = columnsOf(table);
  const column = ids.length === 0 ? key.column : ids[ids.indexOf(key.column) - columns];
  return row === undefined || column === undefined ? null : placeOf({ key: { table: table.id, row, column } });
};

const columnsOf = (table: FormTable): readonly string[] =>
  table.columns.filter(({ kind }) => kind === 'figure').map(({ id }) => id);
