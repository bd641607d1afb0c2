// The ledger as a file of SQLite. All the SQL of the record stands here.
import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { deflateSync, inflateSync } from 'node:zlib';
import { sha256 } from '../sha256.ts';
import { CHAIN_START, chained } from './hash.ts';
import type { ChainedRun, Entry, Hash, Ledger, RecordedDelivery } from './ledger.ts';

const SCHEMA = 1;
/** 'nian', so that another program's file is not taken for ours. */
const MARK = 0x6e69616e;

const TABLES = ['runs', 'contents', 'deliveries'];
const ONLY_GROWS = TABLES.flatMap(table =>
  ['UPDATE', 'DELETE'].map(
    act =>
      `CREATE TRIGGER ${table}_no_${act} BEFORE ${act} ON ${table} BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;`,
  ),
).join('\n');

// Contents have row ids, since values of some thousand bytes within the index would make it slow.
const CREATE = `
  CREATE TABLE runs (number INTEGER PRIMARY KEY, text TEXT NOT NULL, chain TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE contents (sha256 TEXT PRIMARY KEY, deflated BLOB NOT NULL) STRICT;
  CREATE TABLE deliveries (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, first_seen TEXT NOT NULL) STRICT, WITHOUT ROWID;
  ${ONLY_GROWS}
  PRAGMA application_id = ${MARK};
  PRAGMA user_version = ${SCHEMA};
`;

/** Why a file cannot serve as a ledger: it is damaged, a later version of nianbao made it, or the run that began it was stopped. */
export class Unusable extends Error {
  readonly why: 'damaged' | 'newer' | 'empty';
  constructor(why: Unusable['why'], detail: string) {
    super(detail);
    this.why = why;
  }
}

/** Opened for reading, a ledger that is not there is an error. Throws `Unusable`, or what the disk says. */
export const openSqlite = (path: string, mode: 'write' | 'read'): Ledger =>
  told(() => {
    const database = new DatabaseSync(path, { readOnly: mode === 'read', timeout: 10_000 });
    try {
      prepare(database, mode);
      return ledgerOf(database, mode, path);
    } catch (error) {
      database.close();
      throw error;
    }
  });

const prepare = (database: DatabaseSync, mode: 'write' | 'read'): void => {
  // Alone, no memory is shared beside the file, which a network share could not do.
  if (mode === 'write')
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  const pragma = (name: string): number => Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
  const isNew = pragma('schema_version') === 0 && pragma('user_version') === 0;
  if (isNew && mode === 'read') throw new Unusable('empty', 'no run was recorded in it yet');
  if (isNew) database.exec(`BEGIN IMMEDIATE; ${CREATE} COMMIT`);
  if (pragma('application_id') !== MARK) throw new Unusable('damaged', 'it is no ledger of nianbao');
  if (pragma('user_version') > SCHEMA) throw new Unusable('newer', 'a later version of nianbao made it');
};

const ledgerOf = (database: DatabaseSync, mode: 'write' | 'read', path: string): Ledger => {
  const last = database.prepare('SELECT number, chain FROM runs ORDER BY number DESC LIMIT 1');
  const hasContent = database.prepare('SELECT 1 FROM contents WHERE sha256 = ?');
  const addContent = database.prepare('INSERT INTO contents VALUES (?, ?)');
  const oneContent = database.prepare('SELECT deflated FROM contents WHERE sha256 = ?');
  const keep = (content: string): Hash => {
    const hash = sha256(content);
    if (hasContent.get(hash) === undefined) addContent.run(hash, deflateSync(content, { level: 1 }));
    return hash;
  };
  const add = ({ run, deliveries }: Entry): number => {
    const before = last.get();
    const number = Number(before?.['number'] ?? 0) + 1;
    const text = JSON.stringify(run);
    const addDelivery = database.prepare('INSERT INTO deliveries VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
    for (const { sha256, size, firstSeen } of deliveries) addDelivery.run(sha256, size, firstSeen);
    database
      .prepare('INSERT INTO runs VALUES (?, ?, ?)')
      .run(number, text, chained(String(before?.['chain'] ?? CHAIN_START), text));
    return number;
  };
  return {
    addTogether: act =>
      told(() => {
        database.exec('BEGIN IMMEDIATE');
        try {
          act({ keep, add });
          database.exec('COMMIT');
        } catch (error) {
          if (database.isTransaction) database.exec('ROLLBACK');
          throw error;
        }
      }),
    runs: () =>
      told(() =>
        database
          .prepare('SELECT number, text, chain FROM runs ORDER BY number')
          .all()
          .map(
            (row): ChainedRun => ({
              number: Number(row['number']),
              text: String(row['text']),
              chain: String(row['chain']),
            }),
          ),
      ),
    content: hash => told(() => inflated(oneContent.get(hash)?.['deflated'])),
    contents: () => contentsOf(database),
    deliveries: () =>
      told(() =>
        database
          .prepare('SELECT sha256, size, first_seen FROM deliveries ORDER BY sha256')
          .all()
          .map(
            (row): RecordedDelivery => ({
              sha256: String(row['sha256']),
              size: Number(row['size']),
              firstSeen: String(row['first_seen']),
            }),
          ),
      ),
    close: () => {
      try {
        // At rest it is one file, which can be copied. An audit after a run that was stopped leaves a second, which nobody needs then.
        if (mode === 'write') {
          database.exec('PRAGMA journal_mode = DELETE');
          rmSync(`${path}-shm`, { force: true });
        }
      } catch {
        // What is in the file beside it is not lost, and what went wrong was said where it went wrong.
      }
      database.close();
    },
  };
};

function* contentsOf(database: DatabaseSync): Generator<readonly [Hash, string | null]> {
  const rows = database.prepare('SELECT sha256, deflated FROM contents ORDER BY sha256').iterate();
  for (const row of rows) yield [String(row['sha256']), inflated(row['deflated'])];
}

const inflated = (deflated: unknown): string | null => {
  if (!(deflated instanceof Uint8Array)) return null;
  try {
    return inflateSync(deflated).toString('utf8');
  } catch {
    return null;
  }
};

/** SQLITE_ERROR (a table is not as we made it), SQLITE_CORRUPT, SQLITE_NOTADB. */
const DAMAGE = [1, 11, 26];

const told = <T>(act: () => T): T => {
  try {
    return act();
  } catch (error) {
    const code = Number((error as { readonly errcode?: number }).errcode ?? 0) & 0xff;
    if (DAMAGE.includes(code)) throw new Unusable('damaged', (error as Error).message);
    throw error;
  }
};
