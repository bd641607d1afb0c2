// The contract of a data table: the columns of the outside contract, each with its meaning.
import type { Edition, Value } from '../../model.ts';
import type { Csv } from '../csv.ts';

export interface Field {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly description: string;
}

export interface DataTable {
  readonly name: string;
  readonly description: string;
  readonly fields: readonly Field[];
  readonly lines: (edition: Edition) => Iterable<Csv>;
}

export const text = (name: string, description: string): Field => ({ name, type: 'string', description });
export const integer = (name: string, description: string): Field => ({ name, type: 'integer', description });

export const ITEM: readonly Field[] = [
  text('table', '表的代号'),
  text('row', '行的代号'),
  text('column', '列的代号；无列的表为 value'),
  text('row_label', '行名'),
  text('column_label', '列名'),
];

export const CELL: readonly Field[] = [
  text('file', '文件，相对于该期文件夹'),
  text('sheet', '工作表'),
  text('cell', '单元格'),
];

/** The amount of a value as a plain decimal; '' where it states none. Stated to be none is 0. */
export const amountText = (value: Value): string => {
  if (value.kind === 'nil') return '0';
  return value.kind === 'count' || value.kind === 'approximate' ? value.amount : '';
};
