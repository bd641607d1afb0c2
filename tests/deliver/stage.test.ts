// What the disk is still busy with while documents are made is waited for, and heard of, before the edition is put in its place.
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { deliver } from '../../pipeline/deliver/deliver.ts';
import { type Disk, realDisk } from '../../pipeline/deliver/disk.ts';
import { Fault } from '../../pipeline/fault.ts';
import type { LongDocument } from '../../pipeline/model.ts';
import { sha256 } from '../../pipeline/sha256.ts';
import { folderWith } from '../files.ts';
import { failure } from './disks.ts';
import { AFTER, BEFORE, documents, editionIn, outputWith } from './edition.ts';

type Told = (error: NodeJS.ErrnoException | null) => void;

/** A disk that has each document only after a while; `log` is what happened to files and folders, in order. */
const slowDisk = (answer: (nth: number) => NodeJS.ErrnoException | null = () => null) => {
  const log: string[] = [];
  let asked = 0;
  const open = new Set<number>();
  const disk: Disk = {
    ...realDisk,
    openSync: ((...args: Parameters<Disk['openSync']>) => {
      const file = realDisk.openSync(...args);
      open.add(file);
      return file;
    }) as Disk['openSync'],
    closeSync: file => {
      open.delete(file);
      realDisk.closeSync(file);
    },
    fsync: ((_: number, told: Told) => {
      const nth = asked;
      asked += 1;
      setTimeout(() => {
        log.push('on disk');
        told(answer(nth));
      }, 20);
    }) as Disk['fsync'],
    renameSync: (...args) => {
      log.push('renamed');
      realDisk.renameSync(...args);
    },
  };
  return { disk, log, open };
};

test('all documents are on the disk before the first rename', async () => {
  const output = await outputWith();
  const { disk, log, open } = slowDisk();
  await deliver(documents(AFTER), output, '2025', { disk });
  expect(log.slice(0, 4)).toEqual(['on disk', 'on disk', 'on disk', 'renamed']);
  expect(editionIn(output)).toEqual(AFTER);
  expect(open.size).toBe(0);
});

test('no more than some dozens are open at a time', async () => {
  const output = folderWith();
  const { disk, open } = slowDisk();
  let most = 0;
  async function* made() {
    for (let nth = 0; nth < 100; nth += 1) {
      yield { path: `${nth}.txt`, bytes: Buffer.from(String(nth)) };
      most = Math.max(most, open.size);
    }
  }
  await deliver(made(), output, '2025', { disk });
  expect(most).toBeLessThan(40);
  expect(Object.keys(editionIn(output))).toHaveLength(100);
});

test.each([0, 2])('a disk that fails at last with document %i leaves the edition, and no file open', async nth => {
  const output = await outputWith();
  const { disk, open } = slowDisk(asked => (asked === nth ? failure('EIO') : null));
  await expect(deliver(documents(AFTER), output, '2025', { disk })).rejects.toThrow(Fault);
  expect(editionIn(output)).toEqual(BEFORE);
  expect(readdirSync(output)).toEqual(['2025']);
  expect(open.size).toBe(0);
});

test('a document in pieces is written and told as one', async () => {
  const output = folderWith();
  const long: LongDocument = { path: 'data/a.csv', pieces: ['甲', '乙\r\n', '丙'].map(text => Buffer.from(text)) };
  const hashes = new Map<string, string>();
  await deliver([long], output, '2025', { staged: (path, hash) => hashes.set(path, hash) });
  expect(editionIn(output)).toEqual({ 'data/a.csv': '甲乙\r\n丙' });
  expect([...hashes]).toEqual([['data/a.csv', sha256('甲乙\r\n丙')]]);
  // Known again by the next run, which finds nothing changed by people.
  expect(await deliver([long], output, '2025')).toEqual([]);
  expect(editionIn(output)).toEqual({ 'data/a.csv': '甲乙\r\n丙' });
});
