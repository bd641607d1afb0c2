// What a run writes, all of it and in its order: cache, lock, edition, archive, record. What it works out beforehand is given.
import { join } from 'node:path';
import { deliver } from '../../pipeline/deliver/deliver.ts';
import { stillHeld, withLock } from '../../pipeline/deliver/lock.ts';
import { openKeep } from '../../pipeline/ledger/keep.ts';
import { openMemory } from '../../pipeline/ledger/memory.ts';
import type { Document, Edition } from '../../pipeline/model.ts';
import { edition } from '../ledger/kept.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export interface Worked {
  readonly edition: Edition;
  readonly documents: readonly Document[];
  /** The bytes of the returns, by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly roster: string;
}

const worked = (nth: number, files: Readonly<Record<string, string>>, count: number): Worked => ({
  edition: edition(files, { at: `2026-02-0${nth}` }),
  documents: Array.from({ length: count }, (_, i) => ({
    path: i % 3 === 0 ? `data/${i}.csv` : i % 3 === 1 ? `退回/${i}.xlsx` : `${i}.docx`,
    bytes: bytesOf(`第${nth}版第${i}件`.repeat(20)),
  })),
  files,
  roster: `名册 ${nth}`,
});

/** The edition that lies there, and one with another roster, a corrected return and a new one. `count`: of how many documents. */
export const editions = (count: number): readonly [Worked, Worked] => [
  worked(1, { '甲局.csv': '甲一', '乙局.csv': '乙一' }, count),
  worked(2, { '甲局.csv': '甲二', '乙局.csv': '乙一', '丙局.csv': '丙一' }, count + 1),
];

/** A lock that was half written need not be waited for as long as in earnest. */
const PATIENCE = { wait: 20_000, beat: 500, gone: 600_000 };

/** The warnings of the run. Throws what ends it. */
export const write = async (output: string, worked: Worked): Promise<readonly string[]> => {
  const { edition, documents, files, roster } = worked;
  const told: string[] = [];
  const original = () => (delivery: { readonly path: string }) => bytesOf(files[delivery.path] ?? '');
  const basis = () => ({ roster: { place: 'units.csv', bytes: bytesOf(roster) }, settings: null, limits: {} });
  const memory = openMemory(join(output, 'cache.sqlite'), 'program');
  const act = async (): Promise<void> => {
    stillHeld(output);
    await deliver(documents, output, '2025');
    const keep = openKeep({ basis, original }, output, '0.1.0', (what, message) => {
      told.push(`${message} ${JSON.stringify(what)}`);
    });
    keep(edition, documents);
  };
  try {
    for (const path of Object.keys(files)) memory?.remember(path, files[path]);
    await withLock(output, edition.at, () => {}, act, PATIENCE);
  } finally {
    memory?.close();
  }
  return told;
};
