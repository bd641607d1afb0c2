// One run at a time writes to an output folder: a lock file in it says whose turn it is. That of a killed run is taken over.
import fs from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { kill, pid } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '../fault.ts';
import { makeFolder } from '../make-folder.ts';

export interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

/** In milliseconds: how long to wait for another run, how often the holder gives a sign of life, how long without one it is gone. */
export interface Patience {
  readonly wait: number;
  readonly beat: number;
  readonly gone: number;
}

const PATIENCE: Patience = { wait: 60_000, beat: 10_000, gone: 600_000 };
const LOCK = '.nianbao.lock';
const PAUSE = 250;

/** By this process, which can tell its own locks from those of another that had its number. */
const held = new Set<string>();

/** Acts while nobody else does in this folder; `told` hears of others. A Fault where another run does not end in time. */
export const withLock = async <T>(
  output: string,
  since: string,
  told: (message: string, holder: Holder | null) => void,
  act: () => Promise<T>,
  patience: Patience = PATIENCE,
): Promise<T> => {
  const lock = join(output, LOCK);
  const text = JSON.stringify({ pid, host: hostname(), since } satisfies Holder);
  await asFault(output, () => take(lock, text, told, patience));
  const beating = setInterval(() => beat(lock, text), patience.beat);
  try {
    return await act();
  } finally {
    clearInterval(beating);
    held.delete(lock);
    release(lock, text);
  }
};

/** A Fault where the lock that this process has in the folder is there no more: the folder was moved away, or a share went, and came as another. */
export const stillHeld = (output: string): void => {
  const lock = join(output, LOCK);
  if (!held.has(lock) || fs.existsSync(lock)) return;
  throw new Fault(
    'the lock of this run is gone: the output folder was taken away or replaced while it went on; nothing was written',
    output,
  );
};

const release = (lock: string, text: string): void => {
  try {
    if (textIn(lock) === text) fs.rmSync(lock, { force: true });
  } catch {
    // What the run did or why it failed is what matters; the next run sees that the holder of this lock is no more.
  }
};

const asFault = async (output: string, act: () => Promise<void>): Promise<void> => {
  try {
    makeFolder(output);
    await act();
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault(`the output folder cannot be written to: ${(error as Error).message}`, output);
  }
};

const take = async (
  lock: string,
  text: string,
  told: (message: string, holder: Holder | null) => void,
  { wait, beat: interval, gone }: Patience,
): Promise<void> => {
  for (let waited = 0; !create(lock, text); waited += PAUSE) {
    const theirs = textIn(lock);
    if (theirs === null) continue;
    const holder = holderOf(theirs);
    // Of a machine that slept the sign of life is old, too, but a new one comes soon.
    // One that is not whole for so long was being written by a run that was stopped there.
    const isSilent = waited > 2 * interval && (holder === null || ageOf(lock) > gone);
    const isGone = isDead(holder, lock) || isSilent;
    if (isGone && remove(lock, theirs)) told('the lock of a run that is no more was taken over', holder);
    if (isGone) continue;
    if (waited === 0) told('another run is writing to the output folder; waiting for it', holder);
    if (waited >= wait)
      throw new Fault(`another run is writing to the output folder (${theirs}); try again later`, lock);
    await pause(PAUSE);
  }
};

/** False where the lock is there already. */
const create = (lock: string, text: string): boolean => {
  try {
    fs.writeFileSync(lock, text, { flag: 'wx' });
    held.add(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

const textIn = (path: string): string | null => {
  try {
    return fs.readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

/** Null for one that was not written whole. */
const holderOf = (text: string): Holder | null => {
  try {
    const holder: Partial<Holder> | null = JSON.parse(text);
    const { pid: process, host, since } = holder ?? {};
    return Number.isInteger(process) && typeof host === 'string'
      ? ({ pid: process, host, since: String(since) } as Holder)
      : null;
  } catch {
    return null;
  }
};

const isDead = (holder: Holder | null, lock: string): boolean => {
  if (holder === null || holder.host !== hostname() || holder.pid <= 0) return false;
  if (holder.pid === pid) return !held.has(lock);
  try {
    kill(holder.pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
};

// By the clock of the disk, which may be another machine's: the time of a file written just now.
const ageOf = (lock: string): number => {
  const probe = `${lock}.${hostname()}.${pid}`;
  fs.writeFileSync(probe, '');
  const now = fs.statSync(probe).mtimeMs;
  fs.rmSync(probe, { force: true });
  return now - (fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? now);
};

/** False where another run was quicker: its lock is put back. */
const remove = (lock: string, theirs: string): boolean => {
  const aside = `${lock}.old.${hostname()}.${pid}`;
  try {
    fs.renameSync(lock, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
  const isTheirs = textIn(aside) === theirs;
  if (!isTheirs) fs.copyFileSync(aside, lock, fs.constants.COPYFILE_EXCL);
  fs.rmSync(aside, { force: true });
  return isTheirs;
};

/** Writes the same anew, so that the time of the file says that its holder lives. */
const beat = (lock: string, text: string): void => {
  try {
    if (textIn(lock) === text) fs.writeFileSync(lock, text, { flag: 'r+' });
  } catch {
    // An unreachable share is told by what the run writes.
  }
};
