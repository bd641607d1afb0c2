// What lies in a folder, on a real disk.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Fault } from '../../pipeline/fault.ts';
import { walk } from '../../pipeline/intake/walk.ts';
import { folderWith } from '../files.ts';

const told = (folder: string): readonly string[] =>
  walk(folder).map(({ path, obstacle }) => (obstacle === null ? path : `${path} ${obstacle}`));

test('files are listed by path, nested as people nest them', () => {
  const folder = folderWith({ '部门/教育局.xlsx': 'x', '乡镇/董志镇/年报 (2).xlsx': '', 'b.csv': '1', 'a.csv': '22' });
  expect(walk(folder).map(({ path, size }) => `${path} ${size}`)).toEqual([
    'a.csv 2',
    'b.csv 1',
    '乡镇/董志镇/年报 (2).xlsx 0',
    '部门/教育局.xlsx 1',
  ]);
});

test('an empty folder has nothing', () => {
  expect(walk(folderWith())).toEqual([]);
});

test('links are named and never followed, whether to files, to folders, in a circle or to nothing', () => {
  const folder = folderWith({ 'a.csv': '' });
  const outside = folderWith({ 'secret.csv': '' });
  symlinkSync(join(outside, 'secret.csv'), join(folder, 'file.csv'));
  symlinkSync(outside, join(folder, 'folder'));
  symlinkSync(folder, join(folder, 'circle'));
  symlinkSync('/nowhere', join(folder, 'broken'));
  expect(told(folder)).toEqual([
    'a.csv',
    'broken 是链接，不是文件，未打开',
    'circle 是链接，不是文件，未打开',
    'file.csv 是链接，不是文件，未打开',
    'folder 是链接，不是文件，未打开',
  ]);
});

test('a pipe is named and never opened', () => {
  const folder = folderWith();
  execFileSync('mkfifo', [join(folder, 'pipe.xlsx')]);
  expect(told(folder)).toEqual(['pipe.xlsx 不是普通文件，未打开']);
});

test('folders nested too deep are named', () => {
  const deep = Array.from({ length: 9 }, (_, nth) => `d${nth}`).join('/');
  const folder = folderWith({ [`${deep}/a.csv`]: '', [`${deep.slice(0, -3)}/b.csv`]: '' });
  expect(told(folder)).toEqual([`${deep.slice(0, -3)}/b.csv`, `${deep} 文件夹嵌套过深，未打开`]);
});

test('a name in the encoding of Chinese Windows is read as such, and its file can be opened', () => {
  const folder = folderWith();
  const name = Buffer.from([0xbd, 0xcc, 0xd3, 0xfd, 0xbe, 0xd6, 0x2e, 0x63, 0x73, 0x76]);
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), '教育');
  const [entry] = walk(folder);
  expect(entry?.path).toBe('教育局.csv');
  expect(readFileSync(entry?.at ?? '', 'utf8')).toBe('教育');
});

test('a folder that is not there is a Fault, not an empty one', () => {
  expect(() => walk(join(folderWith(), '2025'))).toThrow(Fault);
});

test.skipIf(process.getuid?.() === 0)('a folder that may not be read is a Fault that names it', () => {
  const folder = folderWith();
  mkdirSync(join(folder, '部门'));
  chmodSync(join(folder, '部门'), 0);
  expect(() => walk(folder)).toThrow(/部门: the folder cannot be read/u);
});
