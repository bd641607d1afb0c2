// One figure of a return: what was typed into its cell, and what a careful reader must take from it.

/** What is typed into a cell. */
export type Ink =
  | string
  | number
  | { readonly formula: string; readonly result: number }
  /** A number that the spreadsheet turned into a date. */
  | { readonly day: string };

/** `ink` null: the cell is left empty. `truth`: the amount stated, null where none is or none can be read. */
export interface Answer {
  readonly ink: Ink | null;
  readonly truth: string | null;
}

/** `table.row.column` → answer. */
export type Answers = ReadonlyMap<string, Answer>;
