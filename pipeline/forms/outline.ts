// form.yaml: what a form is called, when it serves, its tables and texts, and what its older generations look like.
import { Fault } from '../fault.ts';
import type { FormText, Generation, Label, OlderRow, Once, Topic } from '../model.ts';
import { type Located, requireId, requireUnique } from './located.ts';
import {
  itemPaths,
  openYaml,
  optionalText,
  optionalYear,
  type Path,
  requireKeys,
  requireText,
  requireYear,
  textList,
  type YamlSource,
} from './yaml-source.ts';

export interface TableTitle {
  readonly id: string;
  readonly title: Label;
}

export interface Outline {
  readonly id: string;
  readonly title: string;
  readonly since: number;
  readonly until: number | null;
  readonly extends: Located<string> | null;
  readonly tables: readonly Located<TableTitle>[];
  readonly texts: readonly Located<FormText>[];
  readonly generations: readonly Located<Generation>[];
  readonly olderRows: readonly Located<OlderRow>[];
  readonly once: readonly Located<Once>[];
  readonly report: Located<{ readonly template: string; readonly path: string }> | null;
}

/** `file` is the path that faults name; `folder` the name of the form's folder, which is also its id. */
export const parseOutline = (text: string, file: string, folder: string): Outline => {
  const source = openYaml(text, file);
  requireKeys(source, [], KEYS);
  const id = requireText(source, ['id']);
  if (id !== folder) throw new Fault(`id is "${id}", but the folder is called "${folder}"`, source.place(['id']));
  const since = requireYear(source, ['since']);
  const until = optionalYear(source, ['until']);
  if (until !== null && until < since) throw new Fault(`ends ${until}, before it begins`, source.place(['until']));
  return {
    id,
    title: requireText(source, ['title']),
    since,
    until,
    extends: parseExtends(source),
    tables: requireUnique(
      itemPaths(source, ['tables']).map(path => parseTable(source, path)),
      'table',
    ),
    texts: requireUnique(
      itemPaths(source, ['texts']).map(path => parseText(source, path)),
      'text',
    ),
    generations: requireUnique(
      itemPaths(source, ['generations']).map(path => parseGeneration(source, path)),
      'generation',
    ),
    olderRows: requireUnique(
      itemPaths(source, ['older_rows']).map(path => parseOlderRow(source, path)),
      'older row',
    ),
    once: requireUnique(
      itemPaths(source, ['once']).map(path => parseOnce(source, path)),
      'once',
    ),
    report: parseReport(source),
  };
};

const KEYS = [
  'id',
  'title',
  'since',
  'until',
  'extends',
  'tables',
  'texts',
  'generations',
  'older_rows',
  'once',
  'report',
];

const parseExtends = (source: YamlSource): Located<string> | null => {
  const base = optionalText(source, ['extends']);
  return base === null ? null : { key: base, place: source.place(['extends']), value: base };
};

const parseTable = (source: YamlSource, path: Path): Located<TableTitle> => {
  requireKeys(source, path, ['id', 'title', 'aliases']);
  const place = source.place(path);
  const id = requireId(requireText(source, [...path, 'id']), 'table', place);
  const title = { text: requireText(source, [...path, 'title']), aliases: textList(source, [...path, 'aliases']) };
  return { key: id, place, value: { id, title } };
};

const parseText = (source: YamlSource, path: Path): Located<FormText> => {
  requireKeys(source, path, ['id', 'section', 'label', 'aliases', 'asks']);
  const place = source.place(path);
  const id = requireId(requireText(source, [...path, 'id']), 'text', place);
  const label = { text: requireText(source, [...path, 'label']), aliases: textList(source, [...path, 'aliases']) };
  const section = requireText(source, [...path, 'section']);
  const asks = itemPaths(source, [...path, 'asks']).map(topic => parseTopic(source, topic));
  return { key: id, place, value: { id, section, label, asks } };
};

const TOPICS: readonly Topic[] = ['overview', 'problems', 'fee'];

const parseTopic = (source: YamlSource, path: Path): Topic => {
  const text = requireText(source, path);
  const topic = TOPICS.find(known => known === text);
  if (topic === undefined) throw new Fault(`asks names "${text}"; known are ${TOPICS.join(', ')}`, source.place(path));
  return topic;
};

const parseGeneration = (source: YamlSource, path: Path): Located<Generation> => {
  requireKeys(source, path, ['id', 'title', 'marks']);
  const id = requireText(source, [...path, 'id']);
  const marks = textList(source, [...path, 'marks']);
  const place = source.place(path);
  if (marks.length === 0) throw new Fault(`generation "${id}" has no marks; nothing would tell it`, place);
  return { key: id, place, value: { id, title: requireText(source, [...path, 'title']), marks } };
};

const parseOlderRow = (source: YamlSource, path: Path): Located<OlderRow> => {
  requireKeys(source, path, ['label', 'table', 'row', 'note']);
  const value = {
    label: requireText(source, [...path, 'label']),
    table: requireText(source, [...path, 'table']),
    row: requireText(source, [...path, 'row']),
    note: requireText(source, [...path, 'note']),
  };
  return { key: `${value.table} ${value.label}`, place: source.place(path), value };
};

const parseOnce = (source: YamlSource, path: Path): Located<Once> => {
  requireKeys(source, path, ['id', 'figures', 'why', 'suggestion']);
  const place = source.place(path);
  const id = requireText(source, [...path, 'id']);
  const figures = textList(source, [...path, 'figures']);
  if (figures.length === 0) throw new Fault(`once "${id}" names no figures`, place);
  const why = requireText(source, [...path, 'why']);
  return { key: id, place, value: { id, figures, why, suggestion: requireText(source, [...path, 'suggestion']) } };
};

const parseReport = (source: YamlSource): Outline['report'] => {
  const at: Path = ['report'];
  if (source.at(at) === undefined || source.at(at) === null) return null;
  requireKeys(source, at, ['template', 'path']);
  const template = requireText(source, [...at, 'template']);
  const path = requireText(source, [...at, 'path']);
  if (/[\\/]/u.test(template)) throw new Fault('is to be a file of this folder', source.place([...at, 'template']));
  if (/^\/|\\|(?:^|\/)\.\.(?:\/|$)/u.test(path)) {
    throw new Fault(`"${path}" leads out of the output folder`, source.place([...at, 'path']));
  }
  return { key: 'report', place: source.place([...at, 'template']), value: { template, path } };
};
