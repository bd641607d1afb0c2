// The output folder: an edition whole, or the one before.
import { cpSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deliver } from '../../pipeline/deliver/deliver.ts';
import { Fault } from '../../pipeline/fault.ts';
import type { Document } from '../../pipeline/model.ts';
import { sha256 } from '../../pipeline/sha256.ts';
import { contentOf, folderWith, put } from '../files.ts';
import { AFTER, BEFORE, documents, editionIn, entries, outputWith } from './edition.ts';

test('an edition is written with its folders and Chinese names', async () => {
  const output = join(folderWith(), '还没有/output');
  await deliver(documents(BEFORE), output, '2025');
  expect(editionIn(output)).toEqual(BEFORE);
  expect(entries(output)).toEqual(['2025']);
});

test('a new edition replaces the old in whole: what it lacks is gone', async () => {
  const output = await outputWith();
  await deliver(documents(AFTER), output, '2025');
  expect(editionIn(output)).toEqual(AFTER);
  expect(entries(output)).toEqual(['2025']);
});

test('other periods and other things in the folder stay', async () => {
  const output = await outputWith();
  put(output, { '2024/a.txt': 'a', 'README.md': 'b' });
  await deliver(documents(AFTER), output, '2025');
  expect(entries(output)).toEqual(['2024', '2025', 'README.md']);
});

test('a document of many megabytes is written whole', async () => {
  const output = folderWith();
  const bytes = new Uint8Array(32 * 2 ** 20).fill(65);
  await deliver([{ path: 'a.bin', bytes }], output, '2025');
  expect(editionIn(output)['a.bin']?.length).toBe(bytes.length);
});

test('documents that are made one by one are on disk before the next is made, and told by their hashes', async () => {
  const output = folderWith();
  async function* made(): AsyncGenerator<Document> {
    for (const document of documents(BEFORE)) {
      yield document;
      expect(Object.keys(contentOf(join(output, '.2025.new')))).toContain(document.path);
    }
  }
  const hashes = new Map<string, string>();
  await deliver(made(), output, '2025', { staged: (path, hash) => hashes.set(path, hash) });
  expect(editionIn(output)).toEqual(BEFORE);
  expect([...hashes]).toEqual(documents(BEFORE).map(({ path, bytes }) => [path, sha256(bytes)]));
});

describe('a failure leaves the old edition', () => {
  test('when a document cannot be made, and stays what it is', async () => {
    const output = await outputWith();
    const own = Object.assign(new RangeError('our own mistake'), { code: 'ERR_OUT_OF_RANGE' });
    async function* made(): AsyncGenerator<Document> {
      yield* documents(AFTER).slice(0, 1);
      throw own;
    }
    await expect(deliver(made(), output, '2025')).rejects.toBe(own);
    expect(editionIn(output)).toEqual(BEFORE);
    expect(entries(output)).toEqual(['2025']);
  });

  test('when a document cannot be written', async () => {
    const output = await outputWith();
    const clash = documents({ ...AFTER, a: '1', 'a/b': '2' });
    await expect(deliver(clash, output, '2025')).rejects.toThrow(Fault);
    await expect(deliver(clash, output, '2025')).rejects.toThrow(
      /2025: the edition could not be written, the one before is unchanged/u,
    );
    expect(editionIn(output)).toEqual(BEFORE);
  });

  test('when the output is no folder', async () => {
    const output = join(folderWith({ output: 'a file' }), 'output');
    await expect(deliver(documents(AFTER), output, '2025')).rejects.toThrow(Fault);
  });

  test('and the next run succeeds', async () => {
    const output = await outputWith();
    await expect(deliver(documents({ a: '1', 'a/b': '2' }), output, '2025')).rejects.toThrow(Fault);
    await deliver(documents(AFTER), output, '2025');
    expect(editionIn(output)).toEqual(AFTER);
    expect(entries(output)).toEqual(['2025']);
  });
});

// A run can be stopped between any two steps; what the next run, which fails or succeeds, then finds and leaves.
describe('after a run was stopped', () => {
  const stops: Readonly<Record<string, (output: string) => void>> = {
    'while it wrote': output => put(join(output, '.2025.new'), { '年度报告.docx': '半' }),
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

  test.each(Object.entries(stops))('%s: the next edition is whole', async (_, stop) => {
    const output = await outputWith();
    stop(output);
    await deliver(documents(AFTER), output, '2025');
    expect(editionIn(output)).toEqual(AFTER);
    expect(entries(output)).toEqual(['2025']);
  });

  test.each(Object.entries(stops))('%s: a next run that fails leaves the edition before', async (_, stop) => {
    const output = await outputWith();
    stop(output);
    await expect(deliver(documents({ a: '1', 'a/b': '2' }), output, '2025')).rejects.toThrow(Fault);
    expect(editionIn(output)).toEqual(BEFORE);
  });
});

test('a file in place of the edition is left alone', async () => {
  const output = folderWith({ 2025: 'a file' });
  await expect(deliver(documents(AFTER), output, '2025')).rejects.toThrow(Fault);
  expect(contentOf(output)).toEqual({ 2025: 'a file' });
});
