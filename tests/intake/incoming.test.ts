// Files as they come: fingerprint, reading, and what is nobody's return.
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countDeliveries, incoming } from '../../pipeline/intake/incoming.ts';
import type { Incoming } from '../../pipeline/intake/input.ts';
import { walk } from '../../pipeline/intake/walk.ts';
import { folderWith } from '../files.ts';

const comeFrom = (folder: string, largest = 1_000, entries = walk(folder)): readonly Incoming[] => [
  ...incoming(entries, largest, () => {}),
];

const told = (all: readonly Incoming[]): readonly string[] =>
  all.map(one => `${one.delivery.path}: ${'bytes' in one ? new TextDecoder().decode(one.bytes) : ignoredOr(one)}`);

const ignoredOr = (one: Exclude<Incoming, { readonly bytes: Uint8Array }>): string =>
  'ignored' in one ? one.ignored : one.reading.kind === 'refused' ? one.reading.refusal : '';

test('a file comes with its fingerprint and its bytes', () => {
  const [arrival] = comeFrom(folderWith({ 'a.csv': '年报' }));
  expect(arrival?.delivery).toEqual({
    path: 'a.csv',
    sha256: createHash('sha256').update('年报').digest('hex'),
    size: 6,
  });
  expect(told(arrival === undefined ? [] : [arrival])).toEqual(['a.csv: 年报']);
});

test('what programs leave behind is ignored unopened, and named', () => {
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
  const all = comeFrom(folderWith(Object.fromEntries(names.map(name => [name, 'x']))));
  expect(all.map(({ delivery }) => delivery.path)).toEqual([...names].sort());
  expect(all.every(arrival => 'ignored' in arrival && arrival.delivery.sha256 === '')).toBe(true);
  expect(told(all)).toContain('~$教育局.xlsx: 是打开文件时的临时锁文件，不是报表');
  expect(told(all)).toContain('b.part: 是临时文件或没有传完的文件，留待下次运行');
  expect(told(all)).toContain('部门/Thumbs.db: 是系统文件，不是报表');
});

test('the house’s own files of a period are no deliveries; the like of them deeper down are', () => {
  const folder = folderWith({
    'period.yaml': '',
    'README.md': '',
    'readme.zh-CN.md': '',
    'readme 教育局.xlsx': '',
    '部门/period.yaml': '',
  });
  expect(comeFrom(folder).map(({ delivery }) => delivery.path)).toEqual(['readme 教育局.xlsx', '部门/period.yaml']);
  expect(countDeliveries(walk(folder))).toBe(2);
});

test('a file beyond the limit is fingerprinted and not loaded', () => {
  const [arrival] = comeFrom(folderWith({ 'a.csv': '12345' }), 4);
  expect(arrival?.delivery).toMatchObject({ sha256: createHash('sha256').update('12345').digest('hex'), size: 5 });
  expect(told(arrival === undefined ? [] : [arrival])).toEqual(['a.csv: too-large']);
});

test('a file without a byte may be a copy that has only begun: it waits for the next run', () => {
  const folder = folderWith({ '教育局.xlsx': '', '~$教育局.xlsx': '', 'a.part': '' });
  expect(told(comeFrom(folder))).toEqual([
    'a.part: 是临时文件或没有传完的文件，留待下次运行',
    '~$教育局.xlsx: 是打开文件时的临时锁文件，不是报表',
    '教育局.xlsx: 文件是空的（0 字节），可能还在复制，留待下次运行',
  ]);
});

test('a file that is gone when it is opened waits for the next run, and the others are read', () => {
  const folder = folderWith({ 'a.csv': 'a', 'b.csv': 'b' });
  const entries = walk(folder);
  rmSync(join(folder, 'a.csv'));
  expect(told(comeFrom(folder, 1_000, entries))).toEqual(['a.csv: 文件打不开（ENOENT），留待下次运行', 'b.csv: b']);
});
