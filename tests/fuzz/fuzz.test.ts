// Some of the mutants of `npm run fuzz`, the same each time.
import { afterAll, expect, test } from 'vitest';
import { openReader } from '../../pipeline/read/read.ts';
import { seeded } from '../bench/random.ts';
import { ORIGINALS } from './originals.ts';
import { tryOne } from './try.ts';

const [here, apart] = [openReader(), openReader({ quick: 0 })];
afterAll(() => Promise.all([here.close(), apart.close()]));

test('all kinds of file are among those that are made wrong', () => {
  const kinds = new Set(ORIGINALS.map(({ name }) => name.slice(name.lastIndexOf('.') + 1)));
  expect([...kinds].sort()).toEqual(expect.arrayContaining(['csv', 'ods', 'xls', 'xlsx']));
});

test.each([
  ['in the process', here],
  ['in the other process', apart],
])('200 files made wrong are read or refused %s, and no run stops', async (_, reader) => {
  const chance = seeded(7);
  const wrong: string[] = [];
  const outcomes = new Set<string>();
  for (let i = 0; i < 200; i++) {
    const trial = await tryOne(reader, chance);
    outcomes.add(trial.outcome);
    if (trial.wrong !== null) wrong.push(`${trial.told}: ${trial.wrong}`);
  }
  expect(wrong).toEqual([]);
  expect([...outcomes]).toEqual(expect.arrayContaining(['read', 'damaged']));
});
