// Files are taken in their order by any number of threads, once, and one that kills a thread costs itself.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Admitted } from '../../pipeline/admit-safely.ts';
import { loadForms } from '../../pipeline/forms/load.ts';
import { incoming } from '../../pipeline/intake/incoming.ts';
import type { Incoming } from '../../pipeline/intake/input.ts';
import { planOf } from '../../pipeline/intake/plan.ts';
import { rosterOf } from '../../pipeline/intake/roster.ts';
import { walk } from '../../pipeline/intake/walk.ts';
import { type Memory, openMemory } from '../../pipeline/ledger/memory.ts';
import type { Form, Reading } from '../../pipeline/model.ts';
import { defaultLimits, type Limits } from '../../pipeline/read/limits.ts';
import { openReader, type Reader } from '../../pipeline/read/read.ts';
import { sha256 } from '../../pipeline/sha256.ts';
import type { Asked } from '../../pipeline/take/asked.ts';
import { openTaker } from '../../pipeline/take/take.ts';
import { folderWith } from '../files.ts';

const ROOT = join(import.meta.dirname, '../..');
const FORMS = loadForms(join(ROOT, 'templates'));

const reader = openReader();
afterAll(() => reader.close());

const askedFor = async (period: string): Promise<Asked> => {
  const reading = await reader.read(readFileSync(join(ROOT, 'input/units.csv')));
  if (reading.kind === 'refused') throw new Error(reading.detail);
  const roster = rosterOf(reading.grid, 'units.csv');
  const plan = planOf(period, readFileSync(join(ROOT, `input/${period}/period.yaml`), 'utf8'), roster, FORMS, '');
  return { plan, roster, form: FORMS.find(({ id }) => id === plan.form) as Form };
};

interface Trial {
  readonly workers?: number;
  readonly memory?: Memory | null;
  readonly limits?: Limits;
  readonly with?: Reader;
}

const takenOf = async (
  files: Iterable<Incoming>,
  asked: Asked,
  { workers = 2, memory = null, limits = defaultLimits, with: other = reader }: Trial = {},
): Promise<readonly Admitted[]> => {
  const taker = openTaker({ reader: other, limits, memory, workers, few: 0 });
  const all: Admitted[] = [];
  try {
    for await (const one of taker.take(files, asked)) all.push(one);
  } finally {
    await taker.close();
  }
  return all;
};

const deliveryOf = (one: Admitted) => ('candidate' in one ? one.candidate.ret.delivery : one.judgement.delivery);
const openedMemory = (): Memory => openMemory(join(folderWith(), 'cache.sqlite'), 'a') as Memory;
const came = (path: string, bytes: Uint8Array): Incoming => ({
  delivery: { path, sha256: sha256(bytes), size: bytes.length },
  bytes,
});

describe('the sample of 2017', async () => {
  const asked = await askedFor('2017');
  const files = [...incoming(walk(join(ROOT, 'input/2017')), defaultLimits.file, () => {})];
  const alone = await takenOf(files, asked, { workers: 1 });

  test('comes in the order of its files', () => {
    expect(alone.map(deliveryOf)).toEqual(files.map(({ delivery }) => delivery));
    expect(alone.filter(one => 'candidate' in one).length).toBeGreaterThan(20);
  });

  test('is the same by several threads, with and without a memory, new and full', async () => {
    expect(await takenOf(files, asked, { workers: 4 })).toEqual(alone);
    const memory = openedMemory();
    for (const _ of ['new', 'full']) expect(await takenOf(files, asked, { memory })).toEqual(alone);
    memory.close();
  });

  test('is taken from the memory without its bytes', async () => {
    const memory = openedMemory();
    await takenOf(files, asked, { memory });
    const gone = files.map(one => ('bytes' in one ? { ...one, bytes: new Uint8Array() } : one));
    const isGrid = (one: Admitted): boolean => 'candidate' in one;
    for (const workers of [1, 2])
      expect((await takenOf(gone, asked, { memory, workers })).filter(isGrid)).toEqual(alone.filter(isGrid));
    memory.close();
  });

  test('is admitted anew for another roster, and what another process read is not read again', async () => {
    const memory = openedMemory();
    await takenOf(files, asked, { memory });
    const blind: Reader = { ...reader, readApart: refusal };
    const filed = alone.flatMap(one => ('candidate' in one ? [one.candidate.ret.unit] : []));
    const fewer = { ...asked, roster: asked.roster.filter(({ code }) => code !== filed[0]) };
    const found = await takenOf(files, fewer, { memory, workers: 1, with: blind });
    expect(found).toEqual(await takenOf(files, fewer, { workers: 1 }));
    expect(found).not.toEqual(alone);
    memory.close();
  });
});

const refusal = async (): Promise<Reading> => {
  throw new Error('this file was to be recalled');
};

/** How a file of the old kinds begins, which is read in another process. */
const OLE2 = Buffer.from('d0cf11e0a1b11ae1', 'hex');

test('the same bytes are read once in another process for the same limits, but a reading that depends on the moment each time', async () => {
  const asked = await askedFor('2017');
  const memory = openedMemory();
  const readings: string[] = [];
  const readOnce = (refusal: 'damaged' | 'too-slow', limits: Limits): Promise<readonly Admitted[]> => {
    const read = async (): Promise<Reading> => {
      readings.push(refusal);
      return { kind: 'refused', refusal, detail: '' };
    };
    const other = { ...reader, readApart: read };
    return takenOf([came('甲.xls', OLE2)], asked, { workers: 1, memory, limits, with: other });
  };
  const limits = [100, 100, 200].map(file => ({ ...defaultLimits, file }));
  for (const limit of limits) await readOnce('damaged', limit);
  expect(readings).toEqual(['damaged', 'damaged']);
  for (const _ of [1, 2]) await readOnce('too-slow', defaultLimits);
  expect(readings).toEqual(['damaged', 'damaged', 'too-slow', 'too-slow']);
  memory.close();
});

test('a file that a thread dies of is read where it can be stopped, and the others come all the same', async () => {
  const asked = await askedFor('2017');
  const small = Buffer.from('a,b\n');
  const large = Buffer.from('1,2,3,4,5,6,7,8\n'.repeat(60_000));
  const files = [came('1.csv', small), came('2.csv', large), came('3.csv', small), came('4.csv', small)];
  const limits = { ...defaultLimits, heap: 32 };
  const narrow = openReader(limits);
  const found = await takenOf(files, asked, { limits, with: narrow });
  await narrow.close();
  const rules = found.map(one => ('judgement' in one ? (one.judgement.trouble?.rule ?? '') : ''));
  expect(rules).toEqual(['no-table', 'too-large', 'no-table', 'no-table']);
});

test('a file that holds a thread up is given up in time', async () => {
  const asked = await askedFor('2017');
  const large = Buffer.from('1,2,3,4,5,6,7,8\n'.repeat(100_000));
  const limits = { ...defaultLimits, time: 1 };
  const hasty = openReader(limits);
  const [found] = await takenOf([came('1.csv', large)], asked, { limits, with: hasty });
  await hasty.close();
  expect(found !== undefined && 'judgement' in found && found.judgement.trouble?.rule).toBe('too-slow');
});
