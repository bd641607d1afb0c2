// Documents → output/<period>/: written beside, then swapped in whole. What people put or changed there stays.
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { Fault } from '../fault.ts';
import type { Document, Period } from '../model.ts';
import { foreignIn, manifestOf } from './manifest.ts';

/**
 * Replaces the period's folder below `output`. What was there stays until the new one is complete on disk. Files of people are
 * carried over; a document that they edited lies beside the new one as `…（人工修改）`. Gives the paths of those. A folder that no
 * run wrote is a Fault: it may be somebody's returns. With a `part`, only that subfolder is replaced; a run leaves it alone.
 */
export const deliver = (
  documents: readonly Document[],
  output: string,
  period: Period,
  { part }: { readonly part?: string } = {},
): readonly string[] => {
  const target = join(output, period, part ?? '');
  const name = part === undefined ? period : `${period}.${part}`;
  const fresh = join(output, `.${name}.new`);
  const old = join(output, `.${name}.old`);
  try {
    recover(target, fresh, old);
    const foreign = foreignIn(target);
    if (foreign === null)
      throw new Fault('this folder was not written by nianbao; move it away, or choose another --output', target);
    for (const { path, bytes } of [...documents, manifestOf(documents)]) write(join(fresh, path), bytes);
    const taken = new Set(documents.map(({ path }) => path));
    for (const path of foreign.added) copy(target, fresh, path, taken.has(path) ? besideName(path, taken) : path);
    for (const path of foreign.edited)
      copy(target, fresh, path, besideName(path, new Set([...taken, ...foreign.added])));
    mkdirSync(dirname(target), { recursive: true });
    swap(target, fresh, old);
    rmSync(old, { recursive: true, force: true });
    return foreign.edited;
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
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
  if (existsSync(old)) mkdirSync(dirname(target), { recursive: true });
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

/** `年度报告（人工修改）.html`, with a number where that is taken. */
const besideName = (path: string, taken: ReadonlySet<string>): string => {
  const extension = extname(path);
  const base = join(dirname(path), basename(path, extension));
  for (let count = 1; ; count += 1) {
    const name = `${base}（人工修改${count === 1 ? '' : count}）${extension}`;
    if (!taken.has(name)) return name;
  }
};

const copy = (from: string, to: string, path: string, name: string): void => {
  mkdirSync(dirname(join(to, name)), { recursive: true });
  copyFileSync(join(from, path), join(to, name));
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
