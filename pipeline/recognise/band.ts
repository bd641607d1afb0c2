// A table's headings on a sheet and what stands below them, as types.
import type { FormColumn } from '../model.ts';
import type { LabelCell } from './layout.ts';
import type { Above } from './overhead.ts';
import type { TableWords } from './words.ts';

/** A column of a sheet below a heading of the form, with the headings over that. */
export interface HeadedColumn extends Above {
  readonly column: number;
  readonly head: FormColumn;
  readonly cell: LabelCell;
  /** True where one or two characters had to be forgiven. */
  readonly repaired: boolean;
}

/** Adjacent heading rows of one table. */
export interface Headings {
  readonly words: TableWords;
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly HeadedColumn[];
  /** Columns in the same rows whose headings are known but not asked (上年数, 备注). */
  readonly beside: readonly number[];
}

/** Headings and how far they reach: figures stand below `bottom`, up to and without `end`, labels from `left` on. */
export interface Band extends Headings {
  readonly end: number;
  readonly left: number;
}
