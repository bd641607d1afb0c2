// The figures of an edition by table, row and column, with the sums of rows that prose quotes.

import { derivedRows } from '../../derived-rows.ts';
import { Fault } from '../../fault.ts';
import { itemName } from '../../items.ts';
import { plainLabel } from '../../label.ts';
import type { Edition, FormRow, FormTable, ItemKey } from '../../model.ts';
import { onceOf } from '../../once-of.ts';
import { type Figure, isFigure, makeFigure } from './figure.ts';
import { addTotals, indexTotals, type TotalOf } from './totals-index.ts';

/** A row of a table without columns is its figure; else it has one for each column. */
export type TableFigures = Readonly<Record<string, Figure | Readonly<Record<string, Figure>>>>;

export type Tables = Readonly<Record<string, TableFigures>>;

export const figuresOf = onceOf((edition: Edition): Tables => {
  const now = indexTotals(edition);
  const before = indexTotals(edition.previous);
  return Object.fromEntries(edition.form.tables.map(table => [table.id, tableFigures(table, now, before)]));
});

const tableFigures = (table: FormTable, now: TotalOf, before: TotalOf): TableFigures => {
  const columns = table.columns.filter(column => column.kind === 'figure');
  const figure = (rows: readonly string[], id: string, label: string, unit: string, column: string | null): Figure => {
    const key = { table: table.id, row: id, column: column ?? 'value' };
    const sum = (of: TotalOf) =>
      addTotals(
        key,
        rows.map(row => of({ ...key, row })),
      );
    return makeFigure(itemName(key), label, unit, sum(now), sum(before));
  };
  const row = (rows: readonly string[], id: string, label: string, unit: string) =>
    columns.length === 0
      ? figure(rows, id, label, unit, null)
      : Object.fromEntries(columns.map(c => [c.id, figure(rows, id, `${label}（${c.label.text}）`, unit, c.id)]));
  return Object.fromEntries([
    ...table.rows.map(r => [r.id, row([r.id], r.id, labelOf(table, r), r.unit)] as const),
    ...derivedRows(table).map(r => [r.id, row(r.rows, r.id, r.label, r.unit)] as const),
  ]);
};

// 规章（本年制发件数）; 其他处理·其他 where other rows are called so, or the row says little without its heading; where the
// official table prints no label: 行政复议结果维持.
const labelOf = (table: FormTable, row: FormRow): string => {
  const heads = row.heads.map(id => table.columns.find(column => column.id === id)?.label.text ?? id).map(plainLabel);
  if (row.label === null) return heads.join('');
  const text = row.label.text;
  const isShared = table.rows.some(other => other.label?.text === text && other.under.join() !== row.under.join());
  const saysLittle = isShared || (text.length <= SHORT && heads.length === 0);
  const heading = saysLittle ? row.under.at(-1) : undefined;
  const label = [...(heading === undefined ? [] : [heading]), text].map(plainLabel).join('·');
  return heads.length === 0 ? label : `${label}（${heads.join('')}）`;
};

// 3.其他, （七）总计: with their numbering.
const SHORT = 5;

/** A figure that the form asks; the column of a table without columns is `value`. */
export const figureAt = (tables: Tables, key: ItemKey): Figure => {
  const row = tables[key.table]?.[key.row];
  const figure = isFigure(row) ? row : row?.[key.column];
  if (figure === undefined) throw new Fault(`there is no figure ${itemName(key)}`);
  return figure;
};
