// Files as they come: fingerprint, reading, and what is nobody's return.
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { arrivals, countDeliveries } from '../../pipeline/intake/arrivals.ts';
import { walk } from '../../pipeline/intake/walk.ts';
import type { Arrival, Reading } from '../../pipeline/model.ts';
import { folderWith } from '../files.ts';

const EMPTY: Reading = { kind: 'refused', refusal: 'empty', detail: '' };

/** Says what it was given to read, as the detail of a refusal. */
const echo = {
  read: async (bytes: Uint8Array): Promise<Reading> => ({ ...EMPTY, detail: new TextDecoder().decode(bytes) }),
};

const arrive = async (folder: string, largest = 1_000, entries = walk(folder)): Promise<readonly Arrival[]> => {
  const all: Arrival[] = [];
  for await (const arrival of arrivals(entries, echo, largest, () => {})) all.push(arrival);
  return all;
};

const told = (all: readonly Arrival[]): readonly string[] =>
  all.map(arrival => {
    const what =
      'ignored' in arrival
        ? arrival.ignored
        : arrival.reading.kind === 'refused'
          ? `${arrival.reading.refusal} ${arrival.reading.detail}`
          : '';
    return `${arrival.delivery.path}: ${what}`;
  });

test('a file comes with its fingerprint and its reading', async () => {
  const [arrival] = await arrive(folderWith({ 'a.csv': '年报' }));
  expect(arrival?.delivery).toEqual({
    path: 'a.csv',
    sha256: createHash('sha256').update('年报').digest('hex'),
    size: 6,
  });
  expect(told(arrival === undefined ? [] : [arrival])).toEqual(['a.csv: empty 年报']);
});

test('what programs leave behind is ignored unopened, and named', async () => {
  const names = [
    '~$教育局.xlsx',
    '.~lock.a.xlsx#',
    '部门/Thumbs.db',
    'desktop.ini',
    '.DS_Store',
    '._a.xlsx',
    'a.xlsx.tmp',
    'b.part',
    'c.crdownload',
  ];
  const all = await arrive(folderWith(Object.fromEntries(names.map(name => [name, 'x']))));
  expect(all.map(({ delivery }) => delivery.path)).toEqual([...names].sort());
  expect(all.every(arrival => 'ignored' in arrival && arrival.delivery.sha256 === '')).toBe(true);
  expect(told(all)).toContain('~$教育局.xlsx: 是打开文件时的临时锁文件，不是报表');
  expect(told(all)).toContain('b.part: 是临时文件或没有传完的文件，留待下次运行');
  expect(told(all)).toContain('部门/Thumbs.db: 是系统文件，不是报表');
});

test('the house’s own files of a period are no deliveries; the like of them deeper down are', async () => {
  const folder = folderWith({
    'period.yaml': '',
    'README.md': '',
    'readme.zh-CN.md': '',
    'readme 教育局.xlsx': '',
    '部门/period.yaml': '',
  });
  expect((await arrive(folder)).map(({ delivery }) => delivery.path)).toEqual([
    'readme 教育局.xlsx',
    '部门/period.yaml',
  ]);
  expect(countDeliveries(walk(folder))).toBe(2);
});

test('a file beyond the limit is fingerprinted and not loaded', async () => {
  const [arrival] = await arrive(folderWith({ 'a.csv': '12345' }), 4);
  expect(arrival?.delivery).toMatchObject({ sha256: createHash('sha256').update('12345').digest('hex'), size: 5 });
  expect(told(arrival === undefined ? [] : [arrival])).toEqual(['a.csv: too-large ']);
});

test('a file without a byte may be a copy that has only begun: it waits for the next run', async () => {
  const folder = folderWith({ '教育局.xlsx': '', '~$教育局.xlsx': '', 'a.part': '' });
  expect(told(await arrive(folder))).toEqual([
    'a.part: 是临时文件或没有传完的文件，留待下次运行',
    '~$教育局.xlsx: 是打开文件时的临时锁文件，不是报表',
    '教育局.xlsx: 文件是空的（0 字节），可能还在复制，留待下次运行',
  ]);
});

test('a file that is gone when it is opened waits for the next run, and the others are read', async () => {
  const folder = folderWith({ 'a.csv': 'a', 'b.csv': 'b' });
  const entries = walk(folder);
  rmSync(join(folder, 'a.csv'));
  expect(told(await arrive(folder, 1_000, entries))).toEqual([
    'a.csv: 文件打不开（ENOENT），留待下次运行',
    'b.csv: empty b',
  ]);
});
