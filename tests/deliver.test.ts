// The output folder: an edition whole, or the one before.
import { cpSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deliver } from '../pipeline/deliver/deliver.ts';
import { Fault } from '../pipeline/fault.ts';
import type { Document } from '../pipeline/model.ts';
import { contentOf, folderWith, put } from './files.ts';

const documents = (files: Readonly<Record<string, string>>): readonly Document[] =>
  Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));

const BEFORE = { '年度报告.html': '旧', 'data/run.json': '{}', '退回/教育局.xlsx': 'x' };
const AFTER = { '年度报告.html': '新', 'data/run.json': '{"a":1}', '审核清单.xlsx': 'y' };

/** An output folder as a run left it. */
const outputWith = (files: Readonly<Record<string, string>> = BEFORE): string => {
  const output = folderWith();
  deliver(documents(files), output, '2025');
  return output;
};

/** What a person sees of the edition: all but the list of what was written. */
const editionIn = (output: string): Readonly<Record<string, string>> => {
  const { '.nianbao.sha256': manifest, ...rest } = contentOf(join(output, '2025'));
  expect(manifest).toBeDefined();
  return rest;
};

const entries = (output: string): readonly string[] => readdirSync(output).sort();

test('an edition is written with its folders and Chinese names', () => {
  const output = join(folderWith(), '还没有/output');
  deliver(documents(BEFORE), output, '2025');
  expect(editionIn(output)).toEqual(BEFORE);
  expect(entries(output)).toEqual(['2025']);
});

test('a new edition replaces the old in whole: what it lacks is gone', () => {
  const output = outputWith();
  deliver(documents(AFTER), output, '2025');
  expect(editionIn(output)).toEqual(AFTER);
  expect(entries(output)).toEqual(['2025']);
});

test('other periods and other things in the folder stay', () => {
  const output = outputWith();
  put(output, { '2024/a.txt': 'a', 'README.md': 'b' });
  deliver(documents(AFTER), output, '2025');
  expect(entries(output)).toEqual(['2024', '2025', 'README.md']);
});

test('a document of many megabytes is written whole', () => {
  const output = folderWith();
  const bytes = new Uint8Array(32 * 2 ** 20).fill(65);
  deliver([{ path: 'a.bin', bytes }], output, '2025');
  expect(editionIn(output)['a.bin']?.length).toBe(bytes.length);
});

describe('a failure leaves the old edition', () => {
  test('when a document cannot be written', () => {
    const output = outputWith();
    const clash = documents({ ...AFTER, a: '1', 'a/b': '2' });
    expect(() => deliver(clash, output, '2025')).toThrow(Fault);
    expect(() => deliver(clash, output, '2025')).toThrow(
      /2025: the edition could not be written, the one before is unchanged/u,
    );
    expect(editionIn(output)).toEqual(BEFORE);
  });

  test('when the output is no folder', () => {
    const output = join(folderWith({ output: 'a file' }), 'output');
    expect(() => deliver(documents(AFTER), output, '2025')).toThrow(Fault);
  });

  test('and the next run succeeds', () => {
    const output = outputWith();
    expect(() => deliver(documents({ a: '1', 'a/b': '2' }), output, '2025')).toThrow(Fault);
    deliver(documents(AFTER), output, '2025');
    expect(editionIn(output)).toEqual(AFTER);
    expect(entries(output)).toEqual(['2025']);
  });
});

// A run can be stopped between any two steps; what the next run, which fails or succeeds, then finds and leaves.
describe('after a run was stopped', () => {
  const stops: Readonly<Record<string, (output: string) => void>> = {
    'while it wrote': output => put(join(output, '.2025.new'), { '年度报告.html': '半' }),
    'between moving the old away and the new in': output => {
      put(join(output, '.2025.new'), AFTER);
      renameSync(join(output, '2025'), join(output, '.2025.old'));
    },
    'before the old was removed': output =>
      cpSync(join(output, '2025'), join(output, '.2025.old'), { recursive: true }),
    'while the old was being removed': output => put(join(output, '.2025.old'), { 'data/run.json': '{}' }),
    'while it restored, with an empty folder in place': output => {
      renameSync(join(output, '2025'), join(output, '.2025.old'));
      mkdirSync(join(output, '2025'));
    },
  };

  test.each(Object.entries(stops))('%s: the next edition is whole', (_, stop) => {
    const output = outputWith();
    stop(output);
    deliver(documents(AFTER), output, '2025');
    expect(editionIn(output)).toEqual(AFTER);
    expect(entries(output)).toEqual(['2025']);
  });

  test.each(Object.entries(stops))('%s: a next run that fails leaves the edition before', (_, stop) => {
    const output = outputWith();
    stop(output);
    expect(() => deliver(documents({ a: '1', 'a/b': '2' }), output, '2025')).toThrow(Fault);
    expect(editionIn(output)).toEqual(BEFORE);
  });
});

describe('what people put into an edition', () => {
  test('stays, and what they changed lies beside the new document', () => {
    const output = outputWith();
    put(join(output, '2025'), { '批示.txt': '阅', '退回/说明.txt': '改', '年度报告.html': '改过' });
    expect(deliver(documents(AFTER), output, '2025')).toEqual(['年度报告.html']);
    const kept = { '批示.txt': '阅', '退回/说明.txt': '改', '年度报告（人工修改）.html': '改过' };
    expect(editionIn(output)).toEqual({ ...AFTER, ...kept });
    expect(deliver(documents(AFTER), output, '2025')).toEqual([]);
    expect(editionIn(output)).toEqual({ ...AFTER, ...kept });
  });

  test('that was changed again does not replace what was kept before', () => {
    const output = outputWith();
    for (const text of ['一', '二']) {
      put(join(output, '2025'), { '年度报告.html': text });
      deliver(documents(AFTER), output, '2025');
    }
    expect(editionIn(output)).toEqual({
      ...AFTER,
      '年度报告（人工修改）.html': '一',
      '年度报告（人工修改2）.html': '二',
    });
  });

  test('under the name of a new document lies beside it', () => {
    const output = outputWith();
    put(join(output, '2025'), { '审核清单.xlsx': '自己的' });
    deliver(documents(AFTER), output, '2025');
    expect(editionIn(output)).toEqual({ ...AFTER, '审核清单（人工修改）.xlsx': '自己的' });
  });

  test('is all there is in a folder that no run wrote: that is left alone', () => {
    const output = folderWith({ '2025/教育局.xlsx': '报表' });
    expect(() => deliver(documents(AFTER), output, '2025')).toThrow(/2025: this folder was not written by nianbao/u);
    expect(contentOf(join(output, '2025'))).toEqual({ '教育局.xlsx': '报表' });
  });
});

describe('a part of an edition', () => {
  const BLANKS = { '教育局.xlsx': '空', 'README.txt': '说明' };
  const part = '空白表';
  const blanks = (files: Readonly<Record<string, string>>, output: string): readonly string[] =>
    deliver(documents(files), output, '2025', { part });
  const blanksIn = (output: string): Readonly<Record<string, string>> => {
    const { '.nianbao.sha256': manifest, ...rest } = contentOf(join(output, '2025', part));
    expect(manifest).toBeDefined();
    return rest;
  };

  test('may be there before the edition, and stays through it', () => {
    const output = folderWith();
    blanks(BLANKS, output);
    for (const edition of [BEFORE, AFTER]) {
      expect(deliver(documents(edition), output, '2025')).toEqual([]);
      expect(blanksIn(output)).toEqual(BLANKS);
    }
    expect(editionIn(output)).toMatchObject(AFTER);
    expect(entries(output)).toEqual(['2025']);
  });

  test('is replaced alone', () => {
    const output = outputWith();
    blanks(BLANKS, output);
    blanks({ '教育局.xlsx': '新空' }, output);
    expect(blanksIn(output)).toEqual({ '教育局.xlsx': '新空' });
    expect(editionIn(output)).toMatchObject(BEFORE);
  });

  test('does not make a folder of returns one of ours', () => {
    const output = folderWith({ '2025/教育局.xlsx': '报表' });
    blanks(BLANKS, output);
    expect(() => deliver(documents(AFTER), output, '2025')).toThrow(/not written by nianbao/u);
  });

  test('is not written over a folder of somebody else', () => {
    const output = folderWith({ '2025/空白表/教育局.xlsx': '报表' });
    expect(() => blanks(BLANKS, output)).toThrow(/not written by nianbao/u);
  });
});

test('a file in place of the edition is left alone', () => {
  const output = folderWith({ 2025: 'a file' });
  expect(() => deliver(documents(AFTER), output, '2025')).toThrow(Fault);
  expect(contentOf(output)).toEqual({ 2025: 'a file' });
});
