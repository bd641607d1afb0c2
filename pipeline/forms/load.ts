// The forms of the house: templates/ read from disk. The only file of forms/ that touches it.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../fault.ts';
import type { Form } from '../model.ts';
import { readXlsxSync } from '../read/read-sync.ts';
import { assembleForm, type Draft, extendDraft } from './assemble.ts';
import { parseColumns } from './columns.ts';
import { csvLines } from './csv-lines.ts';
import { decodeText } from './decode.ts';
import type { Located } from './located.ts';
import { type Outline, parseOutline } from './outline.ts';
import type { Line } from './records.ts';
import { parseRows } from './rows.ts';
import { parseRules } from './rules.ts';
import { sheetLines } from './sheet-lines.ts';

/**
 * The forms below `folder`, by id. A subfolder is a form if it holds form.yaml. A mistake in one is thrown as a Fault with its
 * file and line.
 */
export const loadForms = (folder: string): readonly Form[] => {
  const drafts = new Map(formFolders(folder).map(name => [name, readDraft(folder, name)] as const));
  return [...drafts.keys()].map(id => assembleForm(complete(id, drafts, [])));
};

const formFolders = (folder: string): readonly string[] => {
  if (!existsSync(folder)) throw new Fault('there is no such folder of forms', folder);
  const names = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name);
  const lost = names.find(name => tablesOf(join(folder, name), 'rows').length > 0 && !isForm(folder, name));
  if (lost !== undefined) throw new Fault('form.yaml is missing', join(folder, lost));
  return names.filter(name => isForm(folder, name)).sort();
};

const isForm = (folder: string, name: string): boolean => existsSync(join(folder, name, 'form.yaml'));

const readDraft = (folder: string, name: string): Draft => {
  const path = (file: string): string => join(folder, name, file);
  const text = (file: string): string => decodeText(readFileSync(path(file)), path(file));
  const outline = parseOutline(text('form.yaml'), path('form.yaml'), name);
  return {
    outline,
    rows: readTable(join(folder, name), 'rows', parseRows),
    columns: readTable(join(folder, name), 'columns', parseColumns),
    rules: readTable(join(folder, name), 'rules', parseRules),
    report: readReport(outline, path, text),
    hash: hashFolder(join(folder, name)),
  };
};

/** The files of a form folder that hold the table `name`: none, one, or two, which is one too many. */
const tablesOf = (folder: string, name: string): readonly string[] =>
  [`${name}.csv`, `${name}.xlsx`].map(file => join(folder, file)).filter(path => existsSync(path));

const readTable = <T>(
  folder: string,
  name: string,
  parse: (lines: readonly Line[], file: string) => readonly Located<T>[],
): readonly Located<T>[] => {
  const [file, second] = tablesOf(folder, name);
  if (file === undefined) return [];
  if (second !== undefined) throw new Fault(`stands beside ${name}.csv; which of them counts? Take one away`, second);
  const bytes = readFileSync(file);
  const lines = file.endsWith('.xlsx')
    ? sheetLines(readXlsxSync(bytes), file)
    : csvLines(decodeText(bytes, file), file);
  return parse(lines, file);
};

const readReport = (
  outline: Outline,
  path: (file: string) => string,
  text: (file: string) => string,
): Draft['report'] => {
  if (outline.report === null) return null;
  const { template, path: target } = outline.report.value;
  if (!existsSync(path(template))) throw new Fault(`the report template ${template} is missing`, outline.report.place);
  return { path: target, source: text(template) };
};

/** A draft with all it inherits; `above` holds the ids of the forms that led here. */
const complete = (id: string, drafts: ReadonlyMap<string, Draft>, above: readonly string[]): Draft => {
  const own = drafts.get(id);
  if (own === undefined) throw new Fault(`there is no form "${id}"`);
  const parent = own.outline.extends;
  if (parent === null) return own;
  const chain = [...above, id];
  if (chain.includes(parent.value)) {
    throw new Fault(`extends goes round in a circle: ${[...chain, parent.value].join(' → ')}`, parent.place);
  }
  if (!drafts.has(parent.value)) throw new Fault(`extends "${parent.value}", but there is no such form`, parent.place);
  const base = complete(parent.value, drafts, chain);
  const hash = createHash('sha256').update(own.hash).update(base.hash).digest('hex');
  return extendDraft(base, { ...own, hash });
};

// Names and lengths go in too: the same bytes under other names are another form. Lock and hidden files are none of it.
const hashFolder = (folder: string): string => {
  const hash = createHash('sha256');
  const names = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isFile() && !/^[.~]/u.test(entry.name))
    .map(entry => entry.name)
    .sort();
  for (const name of names) {
    const bytes = readFileSync(join(folder, name));
    hash.update(`${name}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
};
