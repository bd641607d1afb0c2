// A file is read whole and from one moment, whatever stands in its place by then.
import { execFileSync } from 'node:child_process';
import { appendFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { originalsOf } from '../../pipeline/intake/originals.ts';
import { readEntry, snapshot } from '../../pipeline/intake/snapshot.ts';
import { CHANGING, heldBack } from '../../pipeline/intake/unsettled.ts';
import { type Entry, walk } from '../../pipeline/intake/walk.ts';
import { folderWith } from '../files.ts';

/** A folder with `a.csv`, and `a.csv` as it was listed before `change` is made. */
const listed = (content: string | Uint8Array, change: (path: string) => void): Entry => {
  const folder = folderWith({ 'a.csv': content });
  const [entry] = walk(folder);
  change(join(folder, 'a.csv'));
  return entry as Entry;
};

test('an untouched file is its bytes, whatever its size', () => {
  const large = Buffer.alloc(3 * 2 ** 20 + 7, '年');
  expect(snapshot(listed(large, () => {}))).toEqual(large);
  expect(snapshot(listed('', () => {}))).toEqual(Buffer.alloc(0));
});

test.each<readonly [string, (path: string) => void]>([
  ['grew', path => appendFileSync(path, 'more')],
  ['shrank', path => writeFileSync(path, 'x')],
  [
    'was rewritten at the same length',
    path => {
      writeFileSync(path, '4321');
      utimesSync(path, 1, 2);
    },
  ],
  [
    'was replaced by another file',
    path => {
      writeFileSync(`${path}.new`, '1234');
      renameSync(`${path}.new`, path);
    },
  ],
  [
    'became a pipe',
    path => {
      rmSync(path);
      execFileSync('mkfifo', [path]);
    },
  ],
  [
    'became a folder',
    path => {
      rmSync(path);
      execFileSync('mkdir', [path]);
    },
  ],
])('a file that %s since it was listed is not taken', (_, change) => {
  expect(snapshot(listed('1234', change))).toBeNull();
});

test('a link in the place of a file is not followed', () => {
  const secret = folderWith({ 'secret.csv': '1234' });
  const entry = listed('1234', path => {
    rmSync(path);
    symlinkSync(join(secret, 'secret.csv'), path);
  });
  expect(() => snapshot(entry)).toThrow(expect.objectContaining({ code: 'ELOOP' }));
});

test('a file that is written to while it is read is not taken', () => {
  const entry = listed(Buffer.alloc(2 ** 21), () => {});
  expect(readEntry(entry, () => appendFileSync(entry.at, 'x'))).toBe(false);
  const other = listed(Buffer.alloc(2 ** 21), () => {});
  expect(readEntry(other, () => writeFileSync(other.at, ''))).toBe(false);
});

test('what changed by the end of the reading is held back, and the rest stands', () => {
  const folder = folderWith({ 'a.csv': '1', 'b.csv': '2', 'c.csv': '3' });
  const entries = walk(folder);
  expect(heldBack(entries)).toBeNull();
  appendFileSync(join(folder, 'a.csv'), '1');
  rmSync(join(folder, 'c.csv'));
  const held = heldBack(entries) ?? [];
  expect(held.map(({ path, obstacle }) => `${path} ${obstacle}`)).toEqual([
    `a.csv ${CHANGING}`,
    'b.csv null',
    `c.csv ${CHANGING}`,
  ]);
  expect(heldBack(held)).toBeNull();
});

test('an original is given only while it is what was read', () => {
  const folder = folderWith({ 'a.csv': '1' });
  const entries = walk(folder);
  const sha256 = '6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b';
  const original = originalsOf(entries);
  expect(original({ path: 'a.csv', sha256, size: 1 })).toEqual(Buffer.from('1'));
  expect(original({ path: 'b.csv', sha256, size: 1 })).toBeNull();
  writeFileSync(join(folder, 'a.csv'), '2');
  expect(original({ path: 'a.csv', sha256, size: 1 })).toBeNull();
});
