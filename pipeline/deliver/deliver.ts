// Documents → output/<period>/: written beside, then swapped in whole. What people put or changed there stays.
import { dirname, join } from 'node:path';
import { Fault } from '../fault.ts';
import type { Period } from '../model.ts';
import { codeOf, copy, type Disk, isHeld, realDisk, syncFolders, write } from './disk.ts';
import { finish, moveIn } from './in-place.ts';
import { type Kept, meet } from './kept.ts';
import { MANIFEST, manifestOf } from './manifest.ts';
import { type Documents, stage } from './stage.ts';
import { expectOurs, type Survey, survey } from './survey.ts';
import { type Place, placeOf, recover, swap } from './swap.ts';

export interface Delivery {
  /** A subfolder of the period that is replaced by itself, such as 空白表; a run of the period leaves it alone. */
  readonly part?: string;
  readonly disk?: Disk;
  /** Told of each document, with the sha256 of its bytes. */
  readonly staged?: (path: string, hash: string) => void;
}

/**
 * Replaces the period's folder below `output`, or a part of it. What was there stays until the new one is complete on disk. Files of
 * people are carried over. A document that they edited keeps its name, and the new one lies beside; gives these. Where somebody has a
 * file open that keeps the folder from being replaced, the documents are moved in one by one. A folder that no run wrote is a Fault: it
 * may be somebody's returns.
 */
export const deliver = async (
  documents: Documents,
  output: string,
  period: Period,
  { part, disk = realDisk, staged = () => {} }: Delivery = {},
): Promise<readonly Kept[]> => {
  const place = placeOf(output, part === undefined ? [period] : [period, part]);
  try {
    recoverAll(disk, output, period);
    expectOurs(disk, place.target);
    const hashes = await stage(disk, documents, place.fresh);
    for (const [path, hash] of hashes) staged(path, hash);
    const found = survey(disk, place.target);
    const kept = meet([...hashes.keys()], [...found.theirs, ...found.empty], found.held);
    complete(disk, hashes, kept, found, place);
    const isSwapped = carryOver(disk, kept, found, place) && swap(disk, place, found.signature);
    // What goes aside goes in place, too, and is told by it.
    return isSwapped ? kept : [...kept.filter(({ why }) => why !== 'aside'), ...moveIn(disk, place)];
  } catch (error) {
    throw failure(disk, place, error);
  }
};

// The period's folder first: parts belong into it.
const recoverAll = (disk: Disk, output: string, period: Period): void => {
  disk.mkdirSync(output, { recursive: true });
  const whole = placeOf(output, [period]);
  recover(disk, whole);
  finish(disk, whole);
  const left = disk
    .readdirSync(output)
    .filter(name => name.startsWith(`.${period}.`))
    .map(name => /^\.[^.]+\.(.+)\.(?:new|old|move|gone)$/u.exec(name)?.[1]);
  for (const part of new Set(left)) {
    if (part === undefined) continue;
    recover(disk, placeOf(output, [period, part]));
    finish(disk, placeOf(output, [period, part]));
  }
};

/** Gives the new documents the names that they will have, and adds the manifest. */
const complete = (
  disk: Disk,
  hashes: ReadonlyMap<string, string>,
  kept: readonly Kept[],
  found: Survey,
  { target, fresh }: Place,
): void => {
  const besides = new Map(kept.filter(({ why }) => why !== 'aside').map(({ path, beside }) => [path, beside]));
  // Of one that nobody could read it is not known whose it is: when it is closed it may turn out to be ours.
  const written = new Map([...found.written].filter(([path]) => found.held.has(path)));
  for (const [path, hash] of hashes) {
    const beside = besides.get(path);
    written.set(path, new Set([hash, ...(written.get(path) ?? [])]));
    if (beside === undefined) continue;
    written.set(beside, new Set([hash]));
    disk.renameSync(join(fresh, path), join(fresh, beside));
  }
  write(disk, join(fresh, MANIFEST), manifestOf(written));
  syncFolders(disk, fresh);
  disk.mkdirSync(dirname(target), { recursive: true });
};

/** Copies what people have in the folder. False where something of it cannot be copied, so that the folder has to stay. */
const carryOver = (disk: Disk, kept: readonly Kept[], found: Survey, { target, fresh }: Place): boolean => {
  const asides = new Map(kept.filter(({ why }) => why === 'aside').map(({ path, beside }) => [path, beside]));
  try {
    for (const path of found.theirs) copy(disk, join(target, path), join(fresh, asides.get(path) ?? path));
  } catch (error) {
    if (isHeld(error)) return false;
    throw error;
  }
  for (const path of found.empty) disk.mkdirSync(join(fresh, path), { recursive: true });
  syncFolders(disk, fresh);
  return true;
};

const failure = (disk: Disk, { target, fresh }: Place, error: unknown): unknown => {
  try {
    disk.rmSync(fresh, { recursive: true, force: true });
  } catch {
    // The next run removes it; what matters is why this one failed.
  }
  // The disk says ENOSPC; what is of our own making, while documents are made, has no code or one like ERR_INVALID_STATE.
  if (!/^E[A-Z\d]+$/u.test(codeOf(error))) return error;
  const message = (error as Error).message;
  return new Fault(`the edition could not be written, the one before is unchanged: ${message}`, target);
};
