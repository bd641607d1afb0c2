// A form's labels, normalized and indexed, as recognition looks them up.

import { itemsOfTable } from '../items.ts';
import { normalizeLabel } from '../label.ts';
import type { Form, FormColumn, FormRow, FormTable, ItemKey, Label } from '../model.ts';
import { onceOf } from '../once-of.ts';

/** The rows of a table that stand on one printed line: one of 表三, three of 表二 (制发, 废止, 现行有效). */
export interface Line {
  /** As printed; '' where the official table prints none. */
  readonly text: string;
  /** Normalized headings above it in all ways of writing, outermost first. */
  readonly under: readonly string[];
  readonly rows: readonly FormRow[];
  readonly order: number;
}

export interface TableWords {
  readonly table: FormTable;
  /** How many figures it asks. */
  readonly figures: number;
  /** The address of the figure of a row and a column of the table: always the same object for the same figure. */
  readonly keyOf: (row: string, column: string) => ItemKey;
  /** Figures stand below headings (`grid`), or each beside its label (`list`). */
  readonly kind: 'grid' | 'list';
  readonly lines: readonly Line[];
  readonly linesByLabel: ReadonlyMap<string, readonly Line[]>;
  /** Headings directly above figures. */
  readonly leaves: ReadonlyMap<string, FormColumn>;
  /** What a leaf may end with where its beginning stands in the row above. */
  readonly endings: ReadonlySet<string>;
  /** Headings over headings: 行政复议 over 结果维持. */
  readonly parents: ReadonlyMap<string, FormColumn>;
  /** Normalized headings over lines: 不予公开 over 属于国家秘密. */
  readonly groups: readonly string[];
  /** Headings of columns that are not asked. */
  readonly beside: ReadonlySet<string>;
  /** Leaves that no other part of the form uses as a label: only these prove a table. */
  readonly telling: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  /** Headings that only other tables of the form have. */
  readonly foreign: ReadonlySet<string>;
  /** Lines of older templates: their labels, the line that takes their figures, and why. */
  readonly older: readonly OlderLine[];
}

export interface OlderLine {
  readonly label: string;
  readonly line: Line;
  readonly note: string;
}

/** A form is read by hundreds of files in a run; its words are the same for each. */
export const wordsOf: (form: Form) => readonly TableWords[] = onceOf(form => {
  const uses = countUses(form);
  return form.tables.map(table => tableWords(form, table, uses));
});

/** A list has one column of figures, so that labels alone tell them apart. */
export const isList = (table: FormTable): boolean =>
  table.columns.every(column => column.kind !== 'figure') &&
  new Set(table.rows.map(row => row.heads.join('/'))).size === 1;

/** All ways of writing a label, normalized. */
export const spellings = (label: Label): readonly string[] => [
  ...new Set([label.text, ...label.aliases].map(normalizeLabel).filter(text => text !== '')),
];

const tableWords = (form: Form, table: FormTable, uses: ReadonlyMap<string, number>): TableWords => {
  const lines = linesOf(table);
  const list = isList(table);
  const leafIds = new Set(table.rows.flatMap(row => row.heads.slice(-1)));
  const parentIds = new Set(table.rows.flatMap(row => row.heads.slice(0, -1)));
  const isLeaf = (column: FormColumn): boolean =>
    column.kind === 'figure' || (column.kind === 'head' && (list || leafIds.has(column.id)));
  const leaves = index(table.columns.filter(isLeaf));
  return {
    table,
    figures: itemsOfTable(table).length,
    keyOf: keysOf(table),
    kind: list ? 'list' : 'grid',
    lines,
    linesByLabel: indexLines(lines),
    leaves,
    endings: new Set([...leaves.keys()].flatMap(endingsOf)),
    parents: index(table.columns.filter(column => parentIds.has(column.id))),
    groups: [...new Set(lines.flatMap(line => line.under))].sort((a, b) => b.length - a.length),
    beside: new Set(
      table.columns.filter(column => column.kind === 'beside').flatMap(column => spellings(column.label)),
    ),
    telling: new Set([...leaves.keys()].filter(label => uses.get(label) === 1)),
    titles: new Set(spellings(table.title)),
    foreign: foreignTo(form, table),
    older: form.olderRows
      .filter(older => older.table === table.id)
      .flatMap(({ label, row, note }) => {
        const line = lines.find(candidate => candidate.rows.some(({ id }) => id === row));
        return line === undefined ? [] : [{ label: normalizeLabel(label), line, note }];
      }),
  };
};

const keysOf = (table: FormTable): TableWords['keyOf'] => {
  const rows = new Map<string, Map<string, ItemKey>>();
  return (row, column) => {
    const known = rows.get(row)?.get(column);
    if (known !== undefined) return known;
    const key = { table: table.id, row, column };
    rows.set(row, (rows.get(row) ?? new Map<string, ItemKey>()).set(column, key));
    return key;
  };
};

const endingsOf = (label: string): readonly string[] =>
  Array.from({ length: label.length - 1 }, (_, at) => label.slice(at + 1));

const foreignTo = (form: Form, table: FormTable): ReadonlySet<string> => {
  const own = new Set(headingsOf(table));
  return new Set(form.tables.flatMap(headingsOf).filter(label => !own.has(label)));
};

const headingsOf = ({ title, columns }: FormTable): readonly string[] => [
  ...spellings(title),
  ...columns.flatMap(column => [...spellings(column.label), ...column.under.map(normalizeLabel)]),
];

const linesOf = (table: FormTable): readonly Line[] => {
  const groups = new Map<string, FormRow[]>();
  for (const row of table.rows) {
    const name = JSON.stringify([row.label?.text ?? '', row.under]);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups.values()].map((rows, order) => {
    const first = rows[0] as FormRow;
    return { text: first.label?.text ?? '', under: first.under.flatMap(text => waysOf(text, table)), rows, order };
  });
};

// A heading that is itself a line may be written in all that line's ways: 行政诉讼数 over 被依法纠错数.
const waysOf = (heading: string, { rows }: FormTable): readonly string[] => {
  const row = rows.find(({ label }) => label?.text === heading);
  return row === undefined || row.label === null ? [normalizeLabel(heading)] : spellings(row.label);
};

const index = (columns: readonly FormColumn[]): ReadonlyMap<string, FormColumn> =>
  new Map(columns.flatMap(column => spellings(column.label).map(label => [label, column] as const)));

const indexLines = (lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> => {
  const found = new Map<string, Line[]>();
  for (const line of lines)
    for (const label of spellingsOfLine(line)) found.set(label, [...(found.get(label) ?? []), line]);
  return found;
};

const spellingsOfLine = (line: Line): readonly string[] => [
  ...new Set(line.rows.flatMap(row => (row.label === null ? [] : spellings(row.label)))),
];

// How many tables and axes of the form use a label: 总计 is a row, a column, and three times a heading of 表四.
const countUses = (form: Form): ReadonlyMap<string, number> => {
  const uses = new Map<string, number>();
  const count = (labels: readonly string[]): void => {
    for (const label of new Set(labels)) uses.set(label, (uses.get(label) ?? 0) + 1);
  };
  for (const table of form.tables) {
    count(table.columns.flatMap(column => spellings(column.label)));
    count(table.rows.flatMap(row => (row.label === null ? [] : spellings(row.label))));
  }
  return uses;
};
