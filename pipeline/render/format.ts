// The contract of a document format: an edition, what stands in templates/ and the files as they came in; documents out.
import type { Delivery, Document, Edition, LongDocument } from '../model.ts';

/** What is loaded from `templates/` once, at the edge. */
export interface Kit {
  /** Handlebars sources by name: `table-3` is `templates/partials/table-3.hbs`. */
  readonly partials: ReadonlyMap<string, string>;
  readonly page: Page;
  readonly overview: Page & { readonly script: string };
}

/** `shell` is the Handlebars source around every page, `style` the CSS that is put into it. */
export interface Page {
  readonly shell: string;
  readonly style: string;
}

/** The bytes of a delivery as they were read; null where the file is gone or is another one by now. */
export type Original = (delivery: Delivery) => Uint8Array | null;

export interface Format {
  readonly id: string;
  /** Where documents are many, they are made one by one as they are asked for. */
  readonly render: (
    edition: Edition,
    kit: Kit,
    original: Original,
  ) => readonly Document[] | Promise<readonly Document[]> | AsyncIterable<Document> | Iterable<Document | LongDocument>;
}
