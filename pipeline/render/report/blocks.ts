// A document's content as typed blocks, from which every document format prints.

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  /** A printed number: `value` exact, `item` the figures it comes from, `title` what it counts. */
  | {
      readonly kind: 'data';
      readonly value: string;
      readonly item: string;
      readonly title: string;
      readonly text: string;
    }
  /** A blank that a person must fill. */
  | { readonly kind: 'todo'; readonly content: readonly Inline[] }
  | { readonly kind: 'strong' | 'emphasis' | 'superscript'; readonly content: readonly Inline[] }
  /** A link within the document. */
  | { readonly kind: 'link'; readonly target: string; readonly content: readonly Inline[] }
  | { readonly kind: 'break' };

export type Block =
  | {
      readonly kind: 'section';
      readonly id: string | null;
      readonly role: string | null;
      readonly blocks: readonly Block[];
    }
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3 | 4;
      readonly id: string | null;
      readonly content: readonly Inline[];
    }
  | { readonly kind: 'paragraph'; readonly role: string | null; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | TableBlock;

export interface TableBlock {
  readonly kind: 'table';
  readonly id: string | null;
  readonly role: string | null;
  readonly caption: readonly Inline[];
  readonly head: readonly TableRow[];
  readonly body: readonly TableRow[];
}

export type TableRow = readonly TableCell[];

export interface TableCell {
  /** A heading cell says what it heads: its `row`, `col`, or a group of them; a figure's or text's cell heads nothing. */
  readonly heads: Scope | null;
  readonly role: string | null;
  readonly rowspan: number;
  readonly colspan: number;
  readonly content: readonly Inline[];
}

export type Scope = 'row' | 'col' | 'rowgroup' | 'colgroup';
