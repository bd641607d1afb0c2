// data/*: the edition as CSV tables, a description of them (Frictionless Data Package) and the record of the run.
import type { Document, Edition } from '../model.ts';
import { sha256 } from '../sha256.ts';
import { toCsv } from './csv.ts';
import { DATA_TABLES } from './data-tables/tables.ts';
import type { Format } from './format.ts';
import { runRecord } from './run-record.ts';

export const data: Format = {
  id: 'data',
  render: edition => {
    const tables = DATA_TABLES.map(table => {
      const csv = toCsv(
        table.fields.map(field => field.name),
        table.rows(edition),
      );
      return document(`data/${table.name}.csv`, csv);
    });
    return [
      ...tables,
      json('data/datapackage.json', describe(edition, tables)),
      json('data/run.json', runRecord(edition, VERSION)),
    ];
  },
};

const describe = ({ plan, form }: Edition, tables: readonly Document[]) => ({
  name: `nianbao-${plan.period.toLowerCase()}`,
  title: plan.title ?? `${plan.organ ?? ''}${plan.period}${form.title}`,
  profile: 'tabular-data-package',
  resources: DATA_TABLES.map((table, index) => ({
    name: table.name,
    path: `${table.name}.csv`,
    title: table.description,
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: tables[index]?.bytes.length ?? 0,
    hash: `sha256:${sha256(tables[index]?.bytes ?? '')}`,
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: { fields: table.fields, missingValues: [''] },
  })),
});

/** Raised with package.json; a test holds the two together. */
export const VERSION = '0.1.0';

const document = (path: string, text: string): Document => ({ path, bytes: new TextEncoder().encode(text) });

const json = (path: string, value: unknown): Document => document(path, `${JSON.stringify(value, null, 2)}\n`);
