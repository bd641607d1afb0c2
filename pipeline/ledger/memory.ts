// What was worked out before from the same bytes by the same program. It may be deleted at any time: only time depends on it.
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeFolder } from '../make-folder.ts';
import { sha256 } from '../sha256.ts';

export interface Memory {
  /** What was remembered under a key, or undefined. It tells by itself whether it is whole. */
  readonly recall: (key: string) => Uint8Array | undefined;
  readonly remember: (key: string, value: Uint8Array) => void;
  readonly close: () => void;
}

/** The key of something made of these parts and nothing else. */
export const keyOf = (...parts: readonly string[]): string => sha256(JSON.stringify(parts));

/** `program` stands for the code that worked it out: what another one left is forgotten. Null where the disk gives no place for it. */
export const openMemory = (path: string, program: string): Memory | null =>
  opened(path, program) ?? afresh(path, program);

/** Opened when it is first asked: a run that ends before it reads anything leaves no trace. */
export const memoryWhenAsked = (path: string, program: () => string): Memory => {
  let opened: { readonly memory: Memory | null } | null = null;
  const memory = (): Memory | null => {
    opened ??= { memory: openMemory(path, program()) };
    return opened.memory;
  };
  return {
    recall: key => memory()?.recall(key),
    remember: (key, value) => memory()?.remember(key, value),
    close: () => opened?.memory?.close(),
  };
};

const afresh = (path: string, program: string): Memory | null => {
  // Damaged, or of another make; one that a run holds open stays, and this run does without.
  try {
    if (isHeld(path)) return null;
    for (const beside of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${beside}`, { force: true });
  } catch {
    return null;
  }
  return opened(path, program);
};

const BUSY = 5;

const isHeld = (path: string): boolean => {
  try {
    const database = new DatabaseSync(path, { timeout: 0 });
    try {
      database.exec('BEGIN IMMEDIATE; ROLLBACK');
    } finally {
      database.close();
    }
    return false;
  } catch (error) {
    return Number((error as { readonly errcode?: number }).errcode) === BUSY;
  }
};

const opened = (path: string, program: string): Memory | null => {
  try {
    makeFolder(dirname(path));
    const database = new DatabaseSync(path, { timeout: 0 });
    try {
      return memoryOf(database, program);
    } catch {
      database.close();
      return null;
    }
  } catch {
    return null;
  }
};

const memoryOf = (database: DatabaseSync, program: string): Memory => {
  // With row ids, since values of some thousand bytes within the index would make it slow.
  database.exec(`
    PRAGMA page_size = 8192; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS remembered (key TEXT PRIMARY KEY, program TEXT NOT NULL, packed BLOB NOT NULL) STRICT;
  `);
  database.prepare('DELETE FROM remembered WHERE program <> ?').run(program);
  const recall = database.prepare('SELECT packed FROM remembered WHERE key = ?');
  let together = 0;
  const remember = database.prepare('INSERT OR REPLACE INTO remembered VALUES (?, ?, ?)');
  return {
    recall: key => {
      const found = quietly(() => recall.get(key)?.['packed']);
      return found instanceof Uint8Array ? found : undefined;
    },
    remember: (key, value) =>
      quietly(() => {
        if (!database.isTransaction) database.exec('BEGIN');
        remember.run(key, program, value);
        together = (together + 1) % TOGETHER;
        if (together === 0) database.exec('COMMIT');
      }),
    close: () => {
      quietly(() => database.isTransaction && database.exec('COMMIT'));
      quietly(() => database.exec('PRAGMA journal_mode = DELETE'));
      quietly(() => database.close());
    },
  };
};

/** How many are written to the disk together: as many may be lost when a run is killed. */
const TOGETHER = 200;

// A full disk or a damaged page costs the time that it would have saved.
const quietly = (act: () => unknown): unknown => {
  try {
    return act();
  } catch {
    return undefined;
  }
};
