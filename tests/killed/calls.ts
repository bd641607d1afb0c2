// Every call of disk and database that a process makes, one after another: a test may fail it, or end the process there.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync, StatementSync } from 'node:sqlite';

export interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
}

type Act = (...args: readonly unknown[]) => unknown;
type Acts = Record<string, Act>;

const CHANGING =
  'closeSync copyFileSync fsync fsyncSync mkdirSync openSync renameSync rmSync rmdirSync unlinkSync utimesSync writeFileSync';
const READING = 'lstatSync readFileSync readSync readdirSync statSync';

/** Of the disk, by name. A file is opened for reading too, and closed. */
export const DISK = { changing: CHANGING.split(' '), all: `${CHANGING} ${READING}`.split(' ') } as const;

/**
 * From now on `before` is told of each call; what it throws the call throws. Nobody waits for the platters, so that thousands of editions
 * can be written in a test. Gives what ends all that.
 */
export const intercept = (names: readonly string[], before: (call: Call) => void): (() => void) => {
  const undo: (() => void)[] = [];
  let isWithin = false;
  const replace = (holder: Acts, name: string): void => {
    const real = holder[name] as Act;
    holder[name] = function (this: unknown, ...args: readonly unknown[]): unknown {
      // One call may be made of others, which are not ours.
      if (isWithin) return real.apply(this, [...args]);
      isWithin = true;
      try {
        before({ name, args });
        if (name === 'fsync') return queueMicrotask(args[1] as () => void);
        return name === 'fsyncSync' ? undefined : real.apply(this, args.map(hurried));
      } finally {
        isWithin = false;
      }
    };
    undo.push(() => {
      holder[name] = real;
    });
  };
  for (const name of names) replace(fs as unknown as Acts, name);
  replace(DatabaseSync.prototype as unknown as Acts, 'exec');
  for (const name of ['get', 'run']) replace(StatementSync.prototype as unknown as Acts, name);
  syncBuiltinESMExports();
  return () => {
    for (const one of undo) one();
    syncBuiltinESMExports();
  };
};

const hurried = (arg: unknown): unknown => {
  if (typeof arg === 'string') return arg.replace(/synchronous = \w+/u, 'synchronous = OFF');
  return typeof arg === 'object' && arg !== null && 'flush' in arg ? { ...arg, flush: false } : arg;
};

/** What a call that takes its time has done when it is cut off. */
export const halfDone = ({ name, args }: Call): void => {
  const [first, second, third] = args;
  if (name === 'writeFileSync') {
    const bytes = Buffer.from(second as string | Uint8Array);
    fs.writeFileSync(first as string, bytes.subarray(0, bytes.length / 2), third as fs.WriteFileOptions);
  }
  if (name !== 'rmSync' || !fs.existsSync(String(first)) || !fs.statSync(String(first)).isDirectory()) return;
  const [some] = fs.readdirSync(String(first));
  if (some !== undefined) fs.rmSync(`${first}/${some}`, { recursive: true });
};
