// A cell as its file stores it, before its number format says what it shows. All kinds of workbook come to this.
import type { Area, Decimal, GridNote } from '../model.ts';

export type Content =
  | { readonly kind: 'number'; readonly decimal: Decimal }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'date'; readonly iso: string }
  | { readonly kind: 'error'; readonly code: string }
  /** A formula saved without its result. */
  | { readonly kind: 'none' };

export interface StoredCell {
  readonly row: number;
  readonly column: number;
  readonly content: Content;
  /** Number format code. */
  readonly format: string;
  readonly formula: string | null;
}

export interface StoredSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** By row and then by column, no two at one place. */
  readonly cells: readonly StoredCell[];
  readonly merges: readonly Area[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

export interface StoredWorkbook {
  readonly from1904: boolean;
  readonly sheets: readonly StoredSheet[];
  readonly properties: ReadonlyMap<string, string>;
  readonly notes: readonly GridNote[];
}
