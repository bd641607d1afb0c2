// Documents → output/<period>/: written beside, then swapped in whole.
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Fault } from '../fault.ts';
import type { Document, Period } from '../model.ts';

/** Replaces the period's folder below `output`. What was there stays until the new one is complete on disk. */
export const deliver = (documents: readonly Document[], output: string, period: Period): void => {
  const target = join(output, period);
  const fresh = join(output, `.${period}.new`);
  const old = join(output, `.${period}.old`);
  try {
    recover(target, fresh, old);
    for (const { path, bytes } of documents) write(join(fresh, path), bytes);
    swap(target, fresh, old);
    rmSync(old, { recursive: true, force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new Fault(
      `the edition could not be written, the one before is unchanged: ${(error as Error).message}`,
      target,
    );
  }
};

// A run that was stopped between the two renames left the last edition under `old`.
const recover = (target: string, fresh: string, old: string): void => {
  rmSync(fresh, { recursive: true, force: true });
  if (!rename(old, target)) rmSync(old, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
};

const swap = (target: string, fresh: string, old: string): void => {
  rename(target, old);
  try {
    renameSync(fresh, target);
  } catch (error) {
    rename(old, target);
    throw error;
  }
};

/** False where `to` is there already or `from` is not. */
const rename = (from: string, to: string): boolean => {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
};

const write = (path: string, bytes: Uint8Array): void => {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};
