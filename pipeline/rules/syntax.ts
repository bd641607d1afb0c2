// What a text of the rule language can say, before and after its names are figures of a form.
import type { PlacedItem } from '../items.ts';
import type { Comparison, Decimal } from '../model.ts';

/** Whose figure: of this return, of the same unit `years` before, or summed over the units below this one. */
export type From =
  | { readonly kind: 'here' }
  | { readonly kind: 'before'; readonly years: number }
  | { readonly kind: 'children' };

/** A name as it was written, by its parts: `t3.new_received.total`. */
export interface Name {
  readonly kind: 'figure';
  readonly path: readonly string[];
  readonly from: From;
}

export interface Figure {
  readonly kind: 'figure';
  readonly item: PlacedItem;
  /** Of the item. */
  readonly name: string;
  readonly from: From;
}

/** `N` is what stands for a figure. */
export type Amount<N> =
  | N
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'call'; readonly call: Call; readonly terms: readonly Amount<N>[] }
  /** `a..b`, only within a call. */
  | { readonly kind: 'span'; readonly first: N; readonly last: N }
  | { readonly kind: 'negative'; readonly of: Amount<N> }
  | { readonly kind: 'binary'; readonly sign: Sign; readonly left: Amount<N>; readonly right: Amount<N> };

export type Condition<N> =
  | { readonly kind: 'compare'; readonly left: Amount<N>; readonly relation: Comparison; readonly right: Amount<N> }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition<N>[] };

export type Call = 'sum' | 'max' | 'min' | 'abs';
export type Sign = '+' | '-' | '*' | '/';
