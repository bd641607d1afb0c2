// Disks that do what a real one does now and then: fail, stop for good, or keep a file that somebody has open.
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Disk, realDisk } from '../../pipeline/deliver/disk.ts';

/** Called before each call of the disk, with how many came before it. */
export type Before = (call: Call) => void;

export interface Call {
  readonly nth: number;
  readonly name: keyof Disk;
  readonly args: readonly unknown[];
  /** Of the arguments those that are texts. */
  readonly paths: readonly string[];
}

/** A real disk that does not wait for the platters, so that thousands of editions can be written in a test. */
export const diskWith = (before: Before): Disk => {
  let nth = 0;
  return new Proxy(realDisk, {
    get:
      (disk, name: keyof Disk) =>
      (...args: readonly unknown[]) => {
        nth += 1;
        before({ nth: nth - 1, name, args, paths: args.filter(arg => typeof arg === 'string') });

        if (name === 'fsync') return queueMicrotask(args[1] as () => void);
        return name === 'fsyncSync' ? undefined : (disk[name] as (...all: readonly unknown[]) => unknown)(...args);
      },
  });
};

export const quick = (): Disk => diskWith(() => undefined);

export const failure = (code: string): Error => Object.assign(new Error(`${code}: as the test wants it`), { code });

const CHANGING = ['renameSync', 'unlinkSync', 'rmSync', 'rmdirSync'];

/** Files and folders that cannot be renamed, replaced or removed, as on Windows while somebody has them open. */
export const isHeldAt = (held: readonly string[], { name, paths }: Call): boolean =>
  CHANGING.includes(name) && paths.some(path => held.includes(path));

/** With these open, and so their folders. */
export const diskHolding = (held: readonly string[], before: Before = () => undefined): Disk =>
  diskWith(call => {
    before(call);
    if (isHeldAt(held, call)) throw failure('EBUSY');
  });

/** What a call that takes its time has done when it is cut off. */
export const halfDone = ({ name, args }: Call): void => {
  const [first, second] = args;
  if (name === 'writeFileSync') writeFileSync(first as number, (second as Uint8Array).subarray(0, 7));
  if (name !== 'rmSync') return;
  const [some] = namesIn(String(first));
  if (some !== undefined) rmSync(join(String(first), some), { recursive: true });
};

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};
