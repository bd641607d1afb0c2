// data/*: the edition as CSV tables, a description of them (Frictionless Data Package) and the record of the run.
import type { Document, Edition, LongDocument } from '../model.ts';
import { csvBytes } from './csv.ts';
import type { DataTable } from './data-tables/table.ts';
import { DATA_TABLES } from './data-tables/tables.ts';
import type { Format } from './format.ts';
import { type Measured, measured } from './measured.ts';
import { runRecord } from './run-record.ts';

export const data: Format = {
  id: 'data',
  *render(edition) {
    const tables = DATA_TABLES.map(table => ({ table, pieces: measured(bytesOf(table, edition)) }));
    yield* tables.map(({ table, pieces }): LongDocument => ({ path: `data/${table.name}.csv`, pieces }));
    // Only now: what was written by now is measured.
    yield json('data/datapackage.json', describe(edition, tables));
    yield json('data/run.json', runRecord(edition, VERSION));
  },
};

const bytesOf = ({ fields, lines }: DataTable, edition: Edition): Iterable<Uint8Array> => ({
  [Symbol.iterator]: () =>
    csvBytes(
      fields.map(({ name }) => name),
      lines(edition),
    ),
});

const describe = (
  { plan, form }: Edition,
  tables: readonly { readonly table: DataTable; readonly pieces: Measured }[],
) => ({
  name: `nianbao-${plan.period.toLowerCase()}`,
  title: plan.title ?? `${plan.organ ?? ''}${plan.period}${form.title}`,
  profile: 'tabular-data-package',
  resources: tables.map(({ table, pieces }) => ({
    name: table.name,
    path: `${table.name}.csv`,
    title: table.description,
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: pieces.measure().size,
    hash: `sha256:${pieces.measure().sha256}`,
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: { fields: table.fields, missingValues: [''] },
  })),
});

/** Raised with package.json; a test holds the two together. */
export const VERSION = '0.1.0';

const json = (path: string, value: unknown): Document => ({
  path,
  bytes: new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`),
});
