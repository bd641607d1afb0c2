// Whether the folder that the returns lie in can be reached: one that went away while it was read is not one in which nothing lies.
import { readdirSync } from 'node:fs';
import { Fault } from '../fault.ts';
import { isUnopened } from '../left.ts';
import type { Incoming } from './input.ts';

/** What the disk gives; a Fault, with what it says, where it gives nothing. */
export const fromDisk = <T>(place: string, take: () => T): T => {
  try {
    return take();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new Fault(`cannot be read: ${(error as Error).message}`, place);
  }
};

/** A Fault where it is not. */
export const stillThere = (folder: string): void => {
  try {
    readdirSync(folder);
  } catch (error) {
    throw new Fault(`the folder went away while its files were read: ${(error as Error).message}`, folder);
  }
};

/** Hands all on. Where not one could be opened it is not a file that is at fault, and no edition may say that nobody has filed. */
export function* withSomeOpened(all: Iterable<Incoming>, folder: string): Generator<Incoming> {
  const closed: string[] = [];
  let isOneOpened = false;
  for (const one of all) {
    if (!('ignored' in one)) isOneOpened = true;
    else if (isUnopened(one.ignored)) closed.push(one.ignored);
    yield one;
  }
  const [first] = closed;
  if (isOneOpened || first === undefined) return;
  throw new Fault(`not one of ${closed.length} files can be opened: ${/[A-Z]+/u.exec(first)?.[0]}`, folder);
}
