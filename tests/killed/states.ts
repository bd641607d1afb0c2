// The output folder as a run left it, what is seen in it, and what a run after one that was stopped must make of it.
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { audit } from '../../pipeline/ledger/audit.ts';
import { contentOf, folderWith } from '../files.ts';
import { DISK, intercept } from './calls.ts';
import { editions, type Worked, write } from './writing.ts';

export type Seen = Readonly<Record<string, string>>;

/** The edition as a person finds it; between two renames it is away, and lies whole beside. */
export const seenIn = (output: string): Seen => {
  const folder = ['2025', '.2025.old'].map(name => join(output, name)).find(existsSync);
  return folder === undefined ? {} : contentOf(folder);
};

const pathsIn = (output: string): readonly string[] => Object.keys(contentOf(output));

/** Not waiting for the platters. */
export const quickly = async (output: string, worked: Worked): Promise<readonly string[]> => {
  const end = intercept(DISK.changing, () => {});
  try {
    return await write(output, worked);
  } finally {
    end();
  }
};

export interface Stage {
  /** A new output folder in which the first edition lies. */
  readonly begun: () => string;
  readonly next: Worked;
  readonly old: Seen;
  readonly new: Seen;
  /** A run that is not disturbed gives the second edition, and nothing lies about; the audit is content. */
  readonly expectRecovery: (output: string) => Promise<void>;
}

export const stageOf = async (documents: number): Promise<Stage> => {
  const [first, next] = editions(documents);
  const [before, after] = [folderWith(), folderWith()];
  await quickly(before, first);
  await quickly(after, first);
  await quickly(after, next);
  const due = { seen: seenIn(after), paths: pathsIn(after) };
  return {
    begun: () => {
      const output = folderWith();
      cpSync(before, output, { recursive: true });
      return output;
    },
    next,
    old: seenIn(before),
    new: due.seen,
    expectRecovery: async output => {
      expect(await quickly(output, next)).toEqual([]);
      expect(seenIn(output)).toEqual(due.seen);
      expect(pathsIn(output)).toEqual(due.paths);
      expect(readdirSync(output).filter(name => name.startsWith('.'))).toEqual([]);
      expect(audit(output).differences).toEqual([]);
    },
  };
};
