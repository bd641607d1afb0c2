// A golden case: a folder of returns in which the findings that are due stand beside the cells that raise them.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'csv-parse/sync';
import { a1 } from '../pipeline/address.ts';
import { planOf } from '../pipeline/intake/plan.ts';
import { rosterOf } from '../pipeline/intake/roster.ts';
import { EMPTY } from '../pipeline/left.ts';
import type { Arrival, Edition, Finding, Form, Grid } from '../pipeline/model.ts';
import type { Reader } from '../pipeline/read/read.ts';
import { run } from '../pipeline/run.ts';

/** Every case is of this period, run on this day. A folder of the year before holds the returns of then, without marks. */
const [PERIOD, BEFORE, AT] = ['2023', '2022', '2024-02-01'];

export interface Outcome {
  readonly edition: Edition;
  /** `adds-up t3.handled_total.* 甲局.csv!D5`; both lists are sorted. */
  readonly due: readonly string[];
  readonly found: readonly string[];
}

/** Strips the marks, reads the rest as it stands, runs the pipeline over it. Nothing is written. */
export const runCase = async (folder: string, forms: readonly Form[], reader: Reader): Promise<Outcome> => {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
  const files = paths.filter(path => path.endsWith('.csv') && path !== 'units.csv');
  const isEarlier = (path: string): boolean => path.startsWith(`${BEFORE}/`);
  const earlier = files.filter(isEarlier).map(path => open(folder, path));
  const returns = files.filter(path => !isEarlier(path)).map(path => open(folder, path));
  const units = open(folder, 'units.csv');
  const roster = rosterOf(await gridIn(units.bytes, reader), 'units.csv');
  const settings = readFileSync(join(folder, 'period.yaml'), 'utf8');
  const plan = planOf(PERIOD, settings, roster, forms, 'period.yaml');
  const form = forms.find(candidate => candidate.id === plan.form) as Form;
  const then = { plan: { ...plan, period: BEFORE }, form, roster, at: AT, previous: null };
  const previous = earlier.length === 0 ? null : await run(arrivalsOf(earlier, reader), then);
  const edition = await run(arrivalsOf(returns, reader), { plan, form, roster, at: AT, previous });
  const missing = units.due.map(({ mark, row }) => `${mark} ${units.records[row]?.[0] ?? ''}`);
  return {
    edition,
    due: [
      ...returns.flatMap(inFile),
      ...missing,
      ...[...settings.matchAll(MARK)].map(([, , mark]) => `${mark} `),
    ].sort(),
    found: edition.findings.map(placed).sort(),
  };
};

const inFile = ({ path, due }: Marked): readonly string[] => due.map(({ mark, cell }) => `${mark} ${path}!${cell}`);

interface Marked {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly records: readonly (readonly string[])[];
  /** `cell` is '' where the mark is of the whole file. */
  readonly due: readonly { readonly mark: string; readonly cell: string; readonly row: number }[];
}

const open = (folder: string, path: string): Marked => {
  const text = readFileSync(join(folder, path), 'utf8');
  const records: readonly string[][] = parse(text, { relax_column_count: true });
  const due = records.flatMap((fields, row) =>
    fields.flatMap((field, column) =>
      [...field.matchAll(MARK)].map(([, ofFile, mark = '']) => ({
        mark,
        cell: ofFile === undefined ? a1(row, column) : '',
        row,
      })),
    ),
  );
  return { path, bytes: Buffer.from(text.replace(MARK, '').replace(/^\n$/u, '')), records, due };
};

/** `«adds-up t3.handled_total.*»`, `«file: is-recognised other-period»`, `«is-filled total-filled 已说明»`; in a comment of period.yaml, of the sums. */
const MARK = /«(file: )?([a-z-]+ [^«»]+)»/gu;

async function* arrivalsOf(returns: readonly Marked[], reader: Reader): AsyncGenerator<Arrival> {
  for (const { path, bytes } of returns) {
    if (bytes.length === 0) {
      yield { delivery: { path, sha256: '', size: 0 }, ignored: EMPTY };
      continue;
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    yield { delivery: { path, sha256, size: bytes.length }, reading: await reader.read(bytes) };
  }
}

const gridIn = async (bytes: Uint8Array, reader: Reader): Promise<Grid> => {
  const reading = await reader.read(bytes);
  if (reading.kind === 'refused') throw new Error(`units.csv: ${reading.refusal}`);
  return reading.grid;
};

const placed = ({ check, rule, status, place: { ref, unit } }: Finding): string => {
  const what = `${check} ${rule}${status === 'explained' ? ' 已说明' : ''}`;
  return ref === null ? `${what} ${unit ?? ''}` : `${what} ${ref.file}!${ref.cell}`;
};
