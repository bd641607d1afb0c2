// What is recalled is what would be worked out anew, and whatever is wrong with the memory costs only time.
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openHouse } from '../../pipeline/house.ts';
import { type Memory, openMemory } from '../../pipeline/ledger/memory.ts';
import { programIn } from '../../pipeline/ledger/program.ts';
import { openLog } from '../../pipeline/log.ts';
import type { Edition } from '../../pipeline/model.ts';
import { packed, packedText, unpacked, unpackedText } from '../../pipeline/packed.ts';
import { folderWith, put } from '../files.ts';

const ROOT = join(import.meta.dirname, '../..');
const place = (): string => join(folderWith(), 'cache.sqlite');
const opened = (path: string, program = 'a'): Memory => openMemory(path, program) as Memory;

const editionWith = async (memory: Memory | null): Promise<Edition> => {
  const places = { input: join(ROOT, 'input'), templates: join(ROOT, 'templates'), memory };
  const house = await openHouse(places, '2024-01-20', openLog('silent'), () => {});
  try {
    return await house.edition('2022');
  } finally {
    await house.close();
  }
};

test('an edition is the same without a memory, with a new, a full and half a one', async () => {
  const path = place();
  const without = await editionWith(null);
  for (const harm of ['', '', `DELETE FROM remembered WHERE key < '8'`, `UPDATE remembered SET packed = x'789c00'`]) {
    if (harm !== '') {
      const database = new DatabaseSync(path);
      database.exec(harm);
      database.close();
    }
    const memory = opened(path);
    expect(await editionWith(memory)).toEqual(without);
    memory.close();
  }
});

test('what goes in comes out, also by another process later', () => {
  const value = fc.oneof(
    fc.jsonValue(),
    fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.integer())).map(pairs => new Map(pairs)),
  );
  const path = place();
  fc.assert(
    fc.property(fc.string(), value, (key, given) => {
      const memory = opened(path);
      memory.remember(key, packed(given));
      const recalled = (from: Memory): unknown => unpacked(from.recall(key) as Uint8Array);
      expect(recalled(memory)).toEqual(given);
      memory.close();
      const later = opened(path);
      expect(recalled(later)).toEqual(given);
      later.close();
    }),
    { numRuns: 20 },
  );
});

test('what another program worked out is forgotten', () => {
  const path = place();
  const memory = opened(path);
  memory.remember('k', packed(1));
  memory.close();
  const other = opened(path, 'b');
  expect(other.recall('k')).toBeUndefined();
  other.close();
});

test('a program is another one when a letter of its source is', () => {
  const root = folderWith({ 'package.json': '{}', 'package-lock.json': '{}', 'pipeline/read/a.ts': 'a' });
  const before = programIn(root);
  expect(programIn(root)).toBe(before);
  put(root, { 'pipeline/read/a.ts': 'b' });
  expect(programIn(root)).not.toBe(before);
});

test('a damaged memory is begun anew, one that another run holds is left alone, and an impossible place is none', () => {
  const path = place();
  writeFileSync(path, 'x'.repeat(9_000));
  const memory = opened(path);
  memory.remember('k', packed(1));
  expect(openMemory(path, 'a')).toBeNull();
  expect(memory.recall('k')).toBeDefined();
  memory.close();
  expect(openMemory(join(path, 'below', 'cache.sqlite'), 'a')).toBeNull();
});

test('a packed text comes back, and not where a byte of it is another one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.integer({ min: 1, max: 255 }), (text, at, change) => {
      const bytes = packedText(text);
      expect(unpackedText(bytes)).toBe(text.toWellFormed());
      const damaged = Uint8Array.from(bytes, (byte, i) => (i === at % bytes.length ? byte ^ change : byte));
      expect(() => unpackedText(damaged)).toThrow();
    }),
  );
});

test('what many wrote together is there when the run ends, and most of it when it is killed', () => {
  const path = place();
  const memory = opened(path);
  const keys = Array.from({ length: 450 }, (_, i) => `${i}`);
  for (const key of keys) memory.remember(key, packedText(key));
  const copy = place();
  for (const beside of ['', '-wal']) copyFileSync(`${path}${beside}`, `${copy}${beside}`);
  const killed = opened(copy);
  const left = keys.filter(key => killed.recall(key) !== undefined);
  expect(left.length).toBeGreaterThanOrEqual(250);
  for (const key of left) expect(unpackedText(killed.recall(key) as Uint8Array)).toBe(key);
  killed.close();
  memory.close();
  const later = opened(path);
  expect(keys.every(key => later.recall(key) !== undefined)).toBe(true);
  later.close();
});
