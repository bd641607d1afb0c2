// Form folders in a temporary place, for tests that change them.
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from '../files.ts';

/** A copy of templates/; a form whose report is not written yet gets an empty page. */
export const copyOfTemplates = (): string => {
  const folder = folderWith();
  cpSync(join(import.meta.dirname, '../../templates'), folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const report = join(folder, name, 'report.hbs');
    if (existsSync(join(folder, name, 'form.yaml')) && !existsSync(report)) writeFileSync(report, '<html></html>');
  }
  return folder;
};

/** Changes one file of a folder; `before` must stand in it. */
export const change = (folder: string, path: string, before: string, after: string): void => {
  const text = readFileSync(join(folder, path), 'utf8');
  if (!text.includes(before)) throw new Error(`${path} does not hold ${before}`);
  writeFileSync(join(folder, path), text.replaceAll(before, after));
};

const ROWS = 'table,id,label,aliases,under,heads,unit,measure,part_of,carries_from';
const COLUMNS = 'table,id,kind,label,aliases,under,part_of';

/** A small sound form `small`: one table, a sum of two; no report. Lines 2 to 4 of rows.csv are total, face, letter. */
export const SMALL = {
  'small/form.yaml': [
    'id: small',
    'title: 小表',
    'since: 2020',
    'tables:',
    '  - id: t',
    '    title: 申请情况',
    'texts:',
    '  - id: overview',
    '    section: 一、概述',
    '    label: 概述',
    'generations:',
    '  - id: old',
    '    title: 旧表',
    '    marks: [受理数]',
    '',
  ].join('\n'),
  'small/rows.csv': [
    ROWS,
    't,total,收到申请数,,,,件,count,,',
    't,face,1.当面申请数,当面,收到申请数,,件,count,total exhaustive,',
    't,letter,2.信函申请数,信函,收到申请数,,件,count,total exhaustive,',
    '',
  ].join('\n'),
  'small/columns.csv': [COLUMNS, 't,value,head,统计数,,,', '*,note,beside,备注,,,', ''].join('\n'),
} as const;

/** SMALL with one file's text replaced in part. */
export const smallWith = (
  path: keyof typeof SMALL,
  before: string,
  after: string,
): Readonly<Record<string, string | Uint8Array>> => {
  if (!SMALL[path].includes(before)) throw new Error(`${path} does not hold ${before}`);
  return { ...SMALL, [path]: SMALL[path].replace(before, after) };
};
