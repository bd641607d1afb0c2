// What people put or changed in an output folder stays, under its name.
import { mkdirSync, readlinkSync, renameSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deliver } from '../../pipeline/deliver/deliver.ts';
import { Fault } from '../../pipeline/fault.ts';
import { contentOf, folderWith, put } from '../files.ts';
import { AFTER, BEFORE, documents, editionIn, entries, outputWith, type Texts } from './edition.ts';

const REPORT = { why: 'edited', path: '年度报告.docx', beside: '年度报告（新）.docx' };

const run = (output: string, files: Texts = AFTER) => deliver(documents(files), output, '2025');

describe('a document that people edited', () => {
  const edited = async (): Promise<string> => {
    const output = await outputWith();
    put(join(output, '2025'), { '年度报告.docx': '改过' });
    return output;
  };

  test('keeps its name run after run, and one new one lies beside', async () => {
    const output = await edited();
    for (const text of ['一', '二', '三']) {
      expect(await run(output, { ...AFTER, '年度报告.docx': text })).toEqual([REPORT]);
      expect(editionIn(output)).toEqual({ ...AFTER, '年度报告.docx': '改过', '年度报告（新）.docx': text });
    }
  });

  test.each([
    ['deleted', (folder: string) => rmSync(join(folder, '年度报告.docx')), {}],
    [
      'given another name',
      (folder: string) => renameSync(join(folder, '年度报告.docx'), join(folder, '年度报告定稿.docx')),
      { '年度报告定稿.docx': '改过' },
    ],
    [
      'replaced by the new one',
      (folder: string) => renameSync(join(folder, '年度报告（新）.docx'), join(folder, '年度报告.docx')),
      {},
    ],
  ])('and is then %s: the next new one has the plain name again', async (_, change, kept) => {
    const output = await edited();
    await run(output);
    change(join(output, '2025'));
    expect(await run(output, { ...AFTER, '年度报告.docx': '更新' })).toEqual([]);
    expect(editionIn(output)).toEqual({ ...AFTER, ...kept, '年度报告.docx': '更新' });
  });

  test('is not replaced by a new one that was edited, too', async () => {
    const output = await edited();
    await run(output);
    put(join(output, '2025'), { '年度报告（新）.docx': '也改过' });
    expect(await run(output)).toEqual([{ ...REPORT, beside: '年度报告（新2）.docx' }]);
    const both = { '年度报告.docx': '改过', '年度报告（新）.docx': '也改过' };
    expect(editionIn(output)).toEqual({ ...AFTER, ...both, '年度报告（新2）.docx': '新' });
  });

  test('stays when the run makes it no more', async () => {
    const output = await outputWith();
    put(join(output, '2025'), { '退回/教育局.xlsx': '填了' });
    expect(await run(output)).toEqual([]);
    expect(editionIn(output)).toEqual({ ...AFTER, '退回/教育局.xlsx': '填了' });
    expect(await run(output, BEFORE)).toMatchObject([{ path: '退回/教育局.xlsx' }]);
  });

  test('goes aside if it is for programs or the overview', async () => {
    const files = { ...AFTER, '总览.html': '览' };
    const output = await outputWith(files);
    put(join(output, '2025'), { '总览.html': '改过', 'data/run.json': '{"b":2}' });
    const kept = [
      { why: 'aside', path: 'data/run.json', beside: 'data/run（人工修改）.json' },
      { why: 'aside', path: '总览.html', beside: '总览（人工修改）.html' },
    ];
    expect(await run(output, files)).toEqual(kept);
    const aside = { '总览（人工修改）.html': '改过', 'data/run（人工修改）.json': '{"b":2}' };
    expect(editionIn(output)).toEqual({ ...files, ...aside });
    expect(await run(output, files)).toEqual([]);
    put(join(output, '2025'), { '总览.html': '又改' });
    expect(await run(output, files)).toMatchObject([{ beside: '总览（人工修改2）.html' }]);
    expect(editionIn(output)).toMatchObject({ ...aside, '总览（人工修改2）.html': '又改' });
  });
});

describe('what people added', () => {
  test('stays, with its time', async () => {
    const output = await outputWith();
    put(join(output, '2025'), { '批示.txt': '阅', '退回/说明.txt': '改', '~$年度报告.docx': '谁' });
    utimesSync(join(output, '2025/批示.txt'), 1_700_000_000, 1_700_000_000);
    expect(await run(output)).toEqual([]);
    expect(editionIn(output)).toEqual({ ...AFTER, '批示.txt': '阅', '退回/说明.txt': '改', '~$年度报告.docx': '谁' });
    expect(statSync(join(output, '2025/批示.txt')).mtimeMs).toBe(1_700_000_000_000);
  });

  test('under the name of a new document keeps that name', async () => {
    const output = await outputWith();
    put(join(output, '2025'), { '审核清单.xlsx': '自己的' });
    for (const _ of [1, 2])
      expect(await run(output)).toEqual([{ why: 'edited', path: '审核清单.xlsx', beside: '审核清单（新）.xlsx' }]);
    expect(editionIn(output)).toEqual({ ...AFTER, '审核清单.xlsx': '自己的', '审核清单（新）.xlsx': 'y' });
  });

  test('stays if it is an empty folder', async () => {
    const output = await outputWith();
    mkdirSync(join(output, '2025/存档/一月'), { recursive: true });
    for (const _ of [1, 2]) await run(output);
    expect(entries(join(output, '2025/存档'))).toEqual(['一月']);
    expect(entries(join(output, '2025'))).not.toContain('退回');
  });

  test('stays if it is a link, which is not followed', async () => {
    const elsewhere = folderWith({ 'a.txt': 'a' });
    const output = await outputWith();
    symlinkSync(elsewhere, join(output, '2025/共享'));
    symlinkSync('nowhere', join(output, '2025/审核清单.xlsx'));
    expect(await run(output)).toMatchObject([{ beside: '审核清单（新）.xlsx' }]);
    expect(readlinkSync(join(output, '2025/共享'))).toBe(elsewhere);
    expect(readlinkSync(join(output, '2025/审核清单.xlsx'))).toBe('nowhere');
    expect(contentOf(elsewhere)).toEqual({ 'a.txt': 'a' });
    expect(editionIn(output)['审核清单（新）.xlsx']).toBe('y');
  });

  test('is all there is in a folder that no run wrote: that is left alone', async () => {
    const output = folderWith({ '2025/教育局.xlsx': '报表' });
    await expect(run(output)).rejects.toThrow(/2025: this folder was not written by nianbao/u);
    expect(contentOf(output)).toEqual({ '2025/教育局.xlsx': '报表' });
  });
});

test('a link in place of the edition is left alone', async () => {
  const elsewhere = folderWith({ 'a.txt': 'a' });
  const output = folderWith();
  symlinkSync(elsewhere, join(output, '2025'));
  await expect(run(output)).rejects.toThrow(Fault);
  expect(entries(output)).toEqual(['2025']);
  expect(entries(elsewhere)).toEqual(['a.txt']);
});
