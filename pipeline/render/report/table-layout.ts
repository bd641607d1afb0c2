// A form's table as it is officially printed: which cells are merged, and which figure stands where.
import type { FormTable } from '../../model.ts';
import { type BlockLayout, blockLayout } from './block-layout.ts';
import type { FigureOf } from './figure.ts';
import { type GridLayout, gridLayout } from './grid-layout.ts';
import { type ListLayout, listLayout } from './list-layout.ts';

export type TableLayout = GridLayout | BlockLayout | ListLayout;

export const layOutTable = (table: FormTable, figureOf: FigureOf): TableLayout => {
  if (table.columns.some(column => column.kind === 'figure')) return gridLayout(table, figureOf);
  return table.rows.some(row => row.heads.length > 0) ? blockLayout(table, figureOf) : listLayout(table, figureOf);
};
