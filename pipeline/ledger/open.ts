// The ledger of an output folder. One that cannot serve is set aside, so that it never stops a run.
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from './ledger.ts';
import { openSqlite, Unusable } from './sqlite.ts';

export const ledgerIn = (output: string): string => join(output, 'ledger.sqlite');

/** Where an unusable ledger was put, and why. */
export interface SetAside {
  readonly to: string;
  readonly reason: string;
}

/** Does `act` with the ledger; once more with a new one where the old one turns out to be unusable. Throws what the disk says. */
export const withLedger = (output: string, act: (ledger: Ledger) => void): SetAside | null => {
  mkdirSync(output, { recursive: true });
  try {
    once(output, act);
    return null;
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    const to = setAside(ledgerIn(output), error.why);
    once(output, act);
    return { to, reason: error.message };
  }
};

const once = (output: string, act: (ledger: Ledger) => void): void => {
  const ledger = openSqlite(ledgerIn(output), 'write');
  try {
    act(ledger);
  } finally {
    ledger.close();
  }
};

// What SQLite keeps beside the file goes with it: it must not be applied to the new one.
const setAside = (path: string, why: string): string => {
  let count = 1;
  while (existsSync(`${path}.${why}-${count}`)) count += 1;
  for (const beside of ['-wal', '-shm', '-journal', ''])
    if (existsSync(`${path}${beside}`)) renameSync(`${path}${beside}`, `${path}.${why}-${count}${beside}`);
  return `${path}.${why}-${count}`;
};
