// A whole folder put in place of another by renames, and what a run that was stopped between them left.
import { join } from 'node:path';
import { Fault } from '../fault.ts';
import { type Disk, statOf, sync } from './disk.ts';
import { writtenIn } from './manifest.ts';

/** An edition's folder and its neighbours, which are there only while a run writes. */
export interface Place {
  /** The output folder, which holds the neighbours. */
  readonly output: string;
  readonly target: string;
  /** The new edition while it is written. */
  readonly fresh: string;
  /** The edition before, whole, between the renames. */
  readonly old: string;
  /** The edition before while it is removed. */
  readonly gone: string;
}

/** `names`: the period, and the part of it if it is one. */
export const placeOf = (output: string, names: readonly string[]): Place => {
  const hidden = join(output, `.${names.join('.')}`);
  const target = join(output, ...names);
  return { output, target, fresh: `${hidden}.new`, old: `${hidden}.old`, gone: `${hidden}.gone` };
};

/** After this the edition before stands in its place, and of the neighbours nothing is left. */
export const recover = (disk: Disk, { output, target, fresh, old, gone }: Place): void => {
  for (const left of [gone, fresh]) disk.rmSync(left, { recursive: true, force: true });
  if (statOf(disk, old) === null) return;
  if (isEmptyFolder(disk, target)) disk.rmdirSync(target);
  if (statOf(disk, target) === null) disk.renameSync(old, target);
  else if (writtenIn(disk, target) !== null) remove(disk, old, gone);
  else throw new Fault(`stands where the edition before belongs, which is in ${old}; move one of them away`, target);
  sync(disk, output);
};

const isEmptyFolder = (disk: Disk, path: string): boolean =>
  statOf(disk, path)?.isDirectory() === true && disk.readdirSync(path).length === 0;

/** Between the two renames the folder is absent, and both editions lie whole beside; everybody else sees the old or the new one. */
export const swap = (disk: Disk, { output, target, fresh, old, gone }: Place): void => {
  const hadOld = statOf(disk, target) !== null;
  if (hadOld) disk.renameSync(target, old);
  try {
    disk.renameSync(fresh, target);
  } catch (error) {
    if (hadOld) disk.renameSync(old, target);
    throw error;
  }
  sync(disk, output);
  if (hadOld) remove(disk, old, gone);
};

// By another name first, so that what is called old is always whole.
const remove = (disk: Disk, old: string, gone: string): void => {
  disk.renameSync(old, gone);
  disk.rmSync(gone, { recursive: true, force: true });
};
