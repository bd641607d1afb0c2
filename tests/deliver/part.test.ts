// A part of a period, such as 空白表, is replaced by itself; a run of the period leaves it alone, and it the period.
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deliver } from '../../pipeline/deliver/deliver.ts';
import { Fault } from '../../pipeline/fault.ts';
import { contentOf, folderWith, put } from '../files.ts';
import { AFTER, BEFORE, documents, entries, outputWith, type Texts } from './edition.ts';

const BLANK: Texts = { '教育局.xlsx': '空', '乡镇/董志镇.xlsx': '空' };
const MANIFEST = '.nianbao.sha256';

const blank = (output: string, files: Texts = BLANK) => deliver(documents(files), output, '2025', { part: '空白表' });
const run = (output: string) => deliver(documents(AFTER), output, '2025');
const below = (folder: string, files: Texts): Texts =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
const seen = (output: string): Texts =>
  Object.fromEntries(Object.entries(contentOf(join(output, '2025'))).filter(([path]) => !path.endsWith(MANIFEST)));

test('is written where there is no edition, and again without what is no more', async () => {
  const output = join(folderWith(), '还没有/output');
  expect(await blank(output)).toEqual([]);
  expect(seen(output)).toEqual(below('空白表', BLANK));
  await blank(output, { '教育局.xlsx': '再' });
  expect(seen(output)).toEqual({ '空白表/教育局.xlsx': '再' });
  expect(entries(output)).toEqual(['2025']);
});

test('leaves the edition around it as it is', async () => {
  const output = await outputWith();
  const before = contentOf(join(output, '2025'))[MANIFEST];
  await blank(output);
  expect(seen(output)).toEqual({ ...BEFORE, ...below('空白表', BLANK) });
  expect(contentOf(join(output, '2025'))[MANIFEST]).toBe(before);
});

test('stays through runs of the period, with its list and what people changed in it', async () => {
  const output = folderWith();
  await blank(output);
  put(join(output, '2025/空白表'), { '教育局.xlsx': '填了' });
  const before = below('2025', below('空白表', contentOf(join(output, '2025/空白表'))));
  for (const _ of [1, 2]) expect(await run(output)).toEqual([]);
  expect(contentOf(output)).toMatchObject(before);
  expect(seen(output)).toEqual({ ...AFTER, ...below('空白表', { ...BLANK, '教育局.xlsx': '填了' }) });
  expect(await blank(output)).toEqual([{ why: 'edited', path: '教育局.xlsx', beside: '教育局（新）.xlsx' }]);
  expect(seen(output)).toMatchObject({ '空白表/教育局.xlsx': '填了', '空白表/教育局（新）.xlsx': '空' });
});

test('makes the period a folder of ours, in which what people add stays', async () => {
  const output = folderWith();
  await blank(output);
  put(join(output, '2025'), { '通知.docx': '通知' });
  await run(output);
  expect(seen(output)).toEqual({ ...AFTER, ...below('空白表', BLANK), '通知.docx': '通知' });
});

test('is not put in place of a folder of people', async () => {
  const output = await outputWith();
  put(join(output, '2025/空白表'), { '自己的.xlsx': '自己的' });
  await expect(blank(output)).rejects.toThrow(Fault);
  expect(seen(output)).toEqual({ ...BEFORE, '空白表/自己的.xlsx': '自己的' });
});

test('that was stopped between its renames is put back by either', async () => {
  for (const next of [run, blank]) {
    const output = await outputWith();
    await blank(output);
    renameSync(join(output, '2025/空白表'), join(output, '.2025.空白表.old'));
    await next(output);
    expect(seen(output)).toMatchObject(below('空白表', BLANK));
    expect(entries(output)).toEqual(['2025']);
  }
});

test('of a period that was stopped between its renames comes after the period is put back', async () => {
  const output = await outputWith();
  renameSync(join(output, '2025'), join(output, '.2025.old'));
  await blank(output);
  expect(seen(output)).toEqual({ ...BEFORE, ...below('空白表', BLANK) });
});
