// A whole folder put in place of another by renames, and what a run that was stopped between them left.
import { dirname, join } from 'node:path';
import { Fault } from '../fault.ts';
import { codeOf, type Disk, isHeld, statOf, sync } from './disk.ts';
import { writtenIn } from './manifest.ts';
import { signatureOf } from './survey.ts';

/** An edition's folder and its neighbours, which are there only while a run writes. */
export interface Place {
  /** The output folder, which holds the neighbours. */
  readonly output: string;
  readonly target: string;
  /** The new edition while it is written. */
  readonly fresh: string;
  /** The edition before, whole, between the renames. */
  readonly old: string;
  /** The new edition, whole, while it is moved in file by file. */
  readonly move: string;
  /** What is over, while it is removed. */
  readonly gone: string;
}

/** `names`: the period, and the part of it if it is one. */
export const placeOf = (output: string, names: readonly string[]): Place => {
  const hidden = join(output, `.${names.join('.')}`);
  const target = join(output, ...names);
  return {
    output,
    target,
    fresh: `${hidden}.new`,
    old: `${hidden}.old`,
    move: `${hidden}.move`,
    gone: `${hidden}.gone`,
  };
};

/** After this the edition before stands in its place, unless it was being moved in file by file: see `finish`. */
export const recover = (disk: Disk, { output, target, fresh, old, gone }: Place): void => {
  tidy(disk, gone);
  disk.rmSync(fresh, { recursive: true, force: true });
  if (statOf(disk, old) === null) return;
  if (isEmptyFolder(disk, target)) disk.rmdirSync(target);
  if (statOf(disk, target) === null) {
    disk.mkdirSync(dirname(target), { recursive: true });
    disk.renameSync(old, target);
  } else if (writtenIn(disk, target) !== null) remove(disk, old, gone);
  else throw new Fault(`stands where the edition before belongs, which is in ${old}; move one of them away`, target);
  sync(disk, output);
};

const isEmptyFolder = (disk: Disk, path: string): boolean =>
  statOf(disk, path)?.isDirectory() === true && disk.readdirSync(path).length === 0;

/**
 * Between the two renames the folder is absent, and both editions lie whole beside; else everybody sees the old or the new one. False,
 * with the edition before back in its place, where somebody has a file open that keeps the folder from being moved, or where the folder
 * was changed since the `signature` was taken.
 */
export const swap = (disk: Disk, place: Place, signature: string): boolean => {
  const { output, target, fresh, old, gone } = place;
  const hadOld = statOf(disk, target) !== null;
  if (hadOld && !moveAway(disk, place, signature)) return false;
  try {
    disk.renameSync(fresh, target);
  } catch (error) {
    if (hadOld) putBack(disk, place);
    if (hadOld && isHeld(error)) return false;
    throw error;
  }
  try {
    sync(disk, dirname(target));
    sync(disk, output);
  } catch (error) {
    if (codeOf(error) === '') throw error;
    throw new Fault(`the new edition is in place, but the disk failed after that: ${(error as Error).message}`, target);
  }
  if (hadOld) remove(disk, old, gone);
  return true;
};

const moveAway = (disk: Disk, place: Place, signature: string): boolean => {
  const { target, old } = place;
  try {
    disk.renameSync(target, old);
  } catch (error) {
    if (isHeld(error)) return false;
    throw error;
  }
  try {
    if (signatureOf(disk, old) === signature) return true;
  } catch (error) {
    putBack(disk, place);
    throw error;
  }
  putBack(disk, place);
  return false;
};

const putBack = (disk: Disk, { target, old }: Place): void => {
  try {
    disk.renameSync(old, target);
  } catch (error) {
    if (codeOf(error) === '') throw error;
    throw new Fault(
      `the edition before is whole in ${old}; the next run puts it back: ${(error as Error).message}`,
      target,
    );
  }
};

// By another name first, so that what is called old is always whole. The edition is in place: what cannot be removed waits for the next run.
const remove = (disk: Disk, old: string, gone: string): void => {
  try {
    disk.renameSync(old, gone);
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return;
  }
  tidy(disk, gone);
};

/** Removes what nobody needs; where that fails, the next run tries again. */
export const tidy = (disk: Disk, gone: string): void => {
  try {
    disk.rmSync(gone, { recursive: true, force: true });
  } catch (error) {
    if (codeOf(error) === '') throw error;
  }
};
