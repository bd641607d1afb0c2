// The contract of a document format: an edition and what stands in templates/ in, documents out.
import type { Document, Edition } from '../model.ts';

/** What is loaded from `templates/` once, at the edge. */
export interface Kit {
  /** Handlebars sources by name: `table-3` is `templates/partials/table-3.hbs`. */
  readonly partials: ReadonlyMap<string, string>;
  readonly page: Page;
}

/** `shell` is the Handlebars source around every page, `style` the CSS that is put into it. */
export interface Page {
  readonly shell: string;
  readonly style: string;
}

export interface Format {
  readonly id: string;
  readonly render: (edition: Edition, kit: Kit) => readonly Document[];
}
