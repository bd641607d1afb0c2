// Documents → output/<period>/: written beside, then swapped in whole. What people put or changed there stays.
import { dirname, join } from 'node:path';
import { Fault } from '../fault.ts';
import type { Document, Period } from '../model.ts';
import { codeOf, copy, type Disk, realDisk, sync, write } from './disk.ts';
import { type Kept, meet } from './kept.ts';
import { MANIFEST, manifestOf, sha256 } from './manifest.ts';
import { type Survey, survey } from './survey.ts';
import { type Place, placeOf, recover, swap } from './swap.ts';

/** One by one, so that many large documents need not be held at once. */
export type Documents = Iterable<Document> | AsyncIterable<Document>;

export interface Delivery {
  /** A subfolder of the period that is replaced by itself, such as 空白表; a run of the period leaves it alone. */
  readonly part?: string;
  readonly disk?: Disk;
}

/**
 * Replaces the period's folder below `output`, or a part of it. What was there stays until the new one is complete on disk. Files of
 * people are carried over. A document that they edited keeps its name, and the new one lies beside; gives these. A folder that no run
 * wrote is a Fault: it may be somebody's returns.
 */
export const deliver = async (
  documents: Documents,
  output: string,
  period: Period,
  { part, disk = realDisk }: Delivery = {},
): Promise<readonly Kept[]> => {
  const place = placeOf(output, part === undefined ? [period] : [period, part]);
  try {
    recoverAll(disk, output, period);
    survey(disk, place.target);
    const hashes = await stage(disk, documents, place.fresh);
    const kept = complete(disk, hashes, place);
    swap(disk, place);
    return kept;
  } catch (error) {
    throw failure(disk, place, error);
  }
};

// The period's folder first: parts belong into it.
const recoverAll = (disk: Disk, output: string, period: Period): void => {
  disk.mkdirSync(output, { recursive: true });
  recover(disk, placeOf(output, [period]));
  const left = disk
    .readdirSync(output)
    .filter(name => name.startsWith(`.${period}.`))
    .map(name => /^\.[^.]+\.(.+)\.(?:new|old|gone)$/u.exec(name)?.[1]);
  for (const part of new Set(left)) if (part !== undefined) recover(disk, placeOf(output, [period, part]));
};

const stage = async (disk: Disk, documents: Documents, fresh: string): Promise<ReadonlyMap<string, string>> => {
  const hashes = new Map<string, string>();
  disk.mkdirSync(fresh);
  for await (const { path, bytes } of documents) {
    write(disk, join(fresh, path), bytes);
    hashes.set(path, sha256(bytes));
  }
  return hashes;
};

/** Adds to the new documents what people have in the folder, and the manifest. */
const complete = (disk: Disk, hashes: ReadonlyMap<string, string>, { target, fresh }: Place): readonly Kept[] => {
  const found: Survey = survey(disk, target);
  const kept = meet([...hashes.keys()], found.theirs);
  const named = new Map(kept.map(({ why, path, beside }) => [why === 'aside' ? `their ${path}` : path, beside]));
  const written = new Map<string, ReadonlySet<string>>();
  for (const [path, hash] of hashes) {
    const beside = named.get(path);
    written.set(path, new Set([hash]));
    if (beside === undefined) continue;
    written.set(beside, new Set([hash]));
    disk.renameSync(join(fresh, path), join(fresh, beside));
  }
  for (const path of found.theirs) copy(disk, join(target, path), join(fresh, named.get(`their ${path}`) ?? path));
  for (const path of found.empty) disk.mkdirSync(join(fresh, path), { recursive: true });
  write(disk, join(fresh, MANIFEST), manifestOf(written));
  syncFolders(disk, fresh);
  disk.mkdirSync(dirname(target), { recursive: true });
  return kept;
};

const syncFolders = (disk: Disk, folder: string): void => {
  for (const entry of disk.readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) syncFolders(disk, join(folder, entry.name));
  sync(disk, folder);
};

const failure = (disk: Disk, { target, fresh }: Place, error: unknown): unknown => {
  try {
    disk.rmSync(fresh, { recursive: true, force: true });
  } catch {
    // The next run removes it; what matters is why this one failed.
  }
  if (codeOf(error) === '') return error;
  const message = (error as Error).message;
  return new Fault(`the edition could not be written, the one before is unchanged: ${message}`, target);
};
