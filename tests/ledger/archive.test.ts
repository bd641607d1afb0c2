// What was once delivered stays, whatever becomes of the folder.
import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { archiveAll, placeIn } from '../../pipeline/ledger/archive.ts';
import { contentOf, folderWith } from '../files.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const delivery = (path: string, text: string) => ({
  path,
  sha256: createHash('sha256').update(text).digest('hex'),
  size: bytesOf(text).length,
});

test('a return that was overwritten is there beside the one that replaced it, each once and read-only', () => {
  const output = folderWith();
  const [first, second] = [delivery('../=甲局\n.xlsx', '一'), delivery('../=甲局\n.xlsx', '二')];
  expect(archiveAll([first, { ...first, path: '副本.xlsx' }], () => bytesOf('一'), output)).toEqual([]);
  expect(archiveAll([second], () => bytesOf('二'), output)).toEqual([]);
  expect(Object.values(contentOf(output)).sort()).toEqual(['一', '二'].sort());
  for (const path of Object.keys(contentOf(output))) expect(path).toMatch(/^archive\/[0-9a-f]{2}\/[0-9a-f]{62}$/u);
  expect(readFileSync(placeIn(output, first.sha256), 'utf8')).toBe('一');
  expect(statSync(placeIn(output, first.sha256)).mode & 0o222).toBe(0);
});

test('what is gone before it is kept, or finds no room, is named and stops nothing', () => {
  const output = folderWith();
  const lost = delivery('甲局.xlsx', '一');
  expect(archiveAll([lost], () => null, output).map(({ path }) => path)).toEqual(['甲局.xlsx']);
  writeFileSync(join(output, 'archive'), '');
  expect(archiveAll([lost], () => bytesOf('一'), output).map(({ path }) => path)).toEqual(['甲局.xlsx']);
});

test('a file that was never opened has no bytes to keep', () => {
  const output = folderWith();
  expect(archiveAll([{ path: '~$甲局.xlsx', sha256: '', size: 1 }], () => bytesOf('x'), output)).toEqual([]);
  expect(contentOf(output)).toEqual({});
});
