// Where each figure of each unit stands in 各单位明细 and, at the same address, in 来源. Rows and columns count from 1.
import { a1, onSheet } from '../../address.ts';
import { columnLabel, type Item, itemName, itemsOf, itemsOfTable, rowLabel } from '../../items.ts';
import type { Edition, FormTable, Unit } from '../../model.ts';

export const DETAIL = '各单位明细';
export const SOURCES = '来源';
/** 指标, 栏目, 单位, 合计, 计入单位数. */
export const LEADING = 5;
export const HEAD_ROWS = 4;
const SUM_COLUMN = 4;

export type Line = { readonly row: number } & ({ readonly table: FormTable } | { readonly item: Item });

export interface Group {
  readonly name: string;
  readonly units: readonly { readonly unit: Unit; readonly column: number }[];
  /** The column of its subtotal, or null where its units are of no group. */
  readonly sumColumn: number | null;
}

export interface Matrix {
  readonly lines: readonly Line[];
  readonly groups: readonly Group[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly width: number;
  readonly height: number;
}

export const matrixOf = ({ form, plan }: Edition): Matrix => {
  let row = HEAD_ROWS;
  const lines = form.tables.flatMap((table): readonly Line[] => [
    { row: ++row, table },
    ...itemsOfTable(table).map(item => ({ row: ++row, item })),
  ]);
  let column = LEADING;
  const byGroup = [...Map.groupBy(plan.units, unit => unit.group)].sort(
    ([a], [b]) => Number(a === '') - Number(b === ''),
  );
  const groups = byGroup.map(([name, units]) => ({
    name,
    units: units.map(unit => ({ unit, column: ++column })),
    sumColumn: name === '' ? null : ++column,
  }));
  const rowOf = new Map(lines.flatMap(line => ('item' in line ? [[itemName(line.item.key), line.row] as const] : [])));
  return { lines, groups, rowOf, width: column, height: HEAD_ROWS + itemsOf(form).length + form.tables.length };
};

/** What stands in 指标, 栏目 and 单位 of an item's line. */
export const labelsOf = (item: Item): readonly [label: string, column: string, unit: string] => {
  const heading = item.row.under.at(-1);
  const label = heading === undefined ? rowLabel(item) : `${heading} › ${rowLabel(item)}`;
  return [label, columnLabel(item), item.row.unit];
};

/** `F6:L6`: what the units of a group state in a row. */
export const rangeOf = ({ units }: Group, row: number): string => {
  const [first, last] = [units[0], units.at(-1)];
  return first === undefined || last === undefined
    ? ''
    : `${a1(row - 1, first.column - 1)}:${a1(row - 1, last.column - 1)}`;
};

/** The address of the sum over all units, and that of a group's. */
export const sumCell = (row: number, column = SUM_COLUMN): string => a1(row - 1, column - 1);

/** `'各单位明细'!D6`. */
export const inDetail = (cell: string): string => onSheet(DETAIL, cell);
