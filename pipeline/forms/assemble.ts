// The parts of a form's description put together: laid over the form it extends, every reference resolved.
import { Fault } from '../fault.ts';
import { itemName, itemsOf } from '../items.ts';
import type { Form, FormTable, Rule } from '../model.ts';
import { compileRules } from '../rules/compile.ts';
import type { TableColumn } from './columns.ts';
import { type Located, overlay, requireUnique } from './located.ts';
import type { Outline } from './outline.ts';
import type { TableRow } from './rows.ts';

/** What a form folder says, parsed; where it extends another form, only what it says itself. */
export interface Draft {
  readonly outline: Outline;
  readonly rows: readonly Located<TableRow>[];
  readonly columns: readonly Located<TableColumn>[];
  readonly rules: readonly Located<Rule>[];
  /** Where its report goes, and the template's source; null where it has none. */
  readonly report: Form['report'] | null;
  readonly hash: string;
}

/** A draft with all it takes from the form it extends. */
export const extendDraft = (base: Draft, own: Draft): Draft => ({
  outline: {
    ...own.outline,
    tables: overlay(base.outline.tables, own.outline.tables),
    texts: overlay(base.outline.texts, own.outline.texts),
    generations: overlay(base.outline.generations, own.outline.generations),
    olderRows: overlay(base.outline.olderRows, own.outline.olderRows),
    once: overlay(base.outline.once, own.outline.once),
  },
  rows: overlay(base.rows, own.rows),
  columns: overlay(base.columns, own.columns),
  rules: overlay(base.rules, own.rules),
  report: own.report ?? base.report,
  hash: own.hash,
});

/** The Form of a complete draft. Throws a Fault at the line of a reference that leads nowhere. */
export const assembleForm = (draft: Draft): Form => {
  const { outline } = draft;
  const tableIds = new Set(outline.tables.map(table => table.value.id));
  for (const part of [...draft.rows, ...draft.columns]) {
    const { table } = part.value;
    if (table !== '*' && !tableIds.has(table)) throw new Fault(`table "${table}" is not in form.yaml`, part.place);
  }
  for (const { value, place } of outline.olderRows) {
    if (!draft.rows.some(row => row.key === `${value.table}.${value.row}`)) {
      throw new Fault(`older_rows names "${value.table}.${value.row}", which is no row`, place);
    }
  }
  const form: Form = {
    id: outline.id,
    title: outline.title,
    since: outline.since,
    until: outline.until,
    extends: outline.extends?.value ?? null,
    tables: outline.tables.map(table => assembleTable(draft, table.value, table.place)),
    texts: outline.texts.map(text => text.value),
    generations: outline.generations.map(generation => generation.value),
    olderRows: outline.olderRows.map(row => row.value),
    once: outline.once.map(once => once.value),
    rules: draft.rules.map(rule => rule.value),
    report: draft.report ?? { path: '', source: '' },
    hash: draft.hash,
  };
  requireFigures(form, outline.once);
  compileRules(form);
  return form;
};

const requireFigures = (form: Form, all: Outline['once']): void => {
  const names = new Set(itemsOf(form).map(item => itemName(item.key)));
  for (const { value, place } of all)
    for (const figure of value.figures)
      if (!names.has(figure)) throw new Fault(`once "${value.id}" names "${figure}", which is no figure`, place);
};

const assembleTable = (draft: Draft, table: Pick<FormTable, 'id' | 'title'>, place: string): FormTable => {
  const rows = draft.rows.filter(row => row.value.table === table.id);
  const columns = requireUnique(
    draft.columns
      .filter(column => column.value.table === table.id || column.value.table === '*')
      .map(column => ({ ...column, key: `${table.id}.${column.value.column.id}` })),
    'column',
  );
  if (rows.length === 0) throw new Fault(`table "${table.id}" has no rows`, place);
  for (const row of rows) checkRow(row, rows, columns);
  for (const column of columns) checkColumn(column, columns);
  return {
    ...table,
    rows: rows.map(row => row.value.row),
    columns: columns.map(column => column.value.column),
  };
};

type Rows = readonly Located<TableRow>[];
type Columns = readonly Located<TableColumn>[];

const checkRow = ({ value: { table, row }, place }: Located<TableRow>, rows: Rows, columns: Columns): void => {
  const ids = new Set(rows.map(other => other.value.row.id));
  const named = [
    ['part_of', row.partOf?.whole ?? null],
    ['carries_from', row.carriesFrom],
  ] as const;
  for (const [cell, id] of named) {
    if (id !== null && !ids.has(id)) throw new Fault(`${cell} names "${id}", which is no row of "${table}"`, place);
  }
  if (row.partOf?.whole === row.id) throw new Fault(`row "${row.id}" is part of itself`, place);
  for (const head of row.heads) {
    if (columnOf(head, columns)?.kind !== 'head')
      throw new Fault(`heads names "${head}", which is no head column of "${table}"`, place);
  }
  if (row.heads.length > 0 && columns.some(({ value }) => value.column.kind === 'figure')) {
    throw new Fault(`row "${row.id}" has heads, but the table has figure columns`, place);
  }
};

const checkColumn = ({ value: { column }, place }: Located<TableColumn>, columns: Columns): void => {
  if (column.partOf === null) return;
  const { whole } = column.partOf;
  if (whole === column.id) throw new Fault(`column "${column.id}" is part of itself`, place);
  if (column.kind !== 'figure') throw new Fault(`column "${column.id}" holds no figures, so it is no part`, place);
  if (columnOf(whole, columns)?.kind !== 'figure') {
    throw new Fault(`part_of names "${whole}", which is no figure column of the table`, place);
  }
};

const columnOf = (id: string, columns: Columns): TableColumn['column'] | undefined =>
  columns.find(({ value }) => value.column.id === id)?.value.column;
