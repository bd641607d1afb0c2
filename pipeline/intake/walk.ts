// What lies in a folder: regular files in it and below, by path; all else is named and never followed.
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../fault.ts';
import { unopened } from '../left.ts';
import { type Identity, identityOf, type Stat } from './identity.ts';

/** `path` is relative to the folder, with `/`. `obstacle`: why it must not be opened, in Chinese, or null. */
export interface Entry {
  readonly path: string;
  /** Where it lies on disk: a name that is not UTF-8 can be opened by its bytes only. */
  readonly at: Buffer;
  readonly size: number;
  /** Which file it was when the folder was listed, and in which state. */
  readonly identity: Identity;
  readonly obstacle: string | null;
}

const DEEPEST = 8;

/** All entries below `folder`, sorted by path. A folder that cannot be read is a Fault: unreachable is not empty. */
export const walk = (folder: string): readonly Entry[] => {
  const found: Entry[] = [];
  const visit = (place: Buffer, below: string, depth: number): void => {
    for (const name of namesIn(place, join(folder, below))) {
      const path = below === '' ? textOf(name) : `${below}/${textOf(name)}`;
      const at = Buffer.concat([place, SLASH, name]);
      const stat = statAt(at);
      if (stat === undefined) continue;
      if (typeof stat === 'string') found.push({ path, at, size: 0, identity: '', obstacle: unopened(stat) });
      else if (stat.isDirectory() && depth < DEEPEST) visit(at, path, depth + 1);
      else found.push({ path, at, size: Number(stat.size), identity: identityOf(stat), obstacle: obstacleOf(stat) });
    }
  };
  visit(Buffer.from(folder), '', 0);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
};

/** What the disk says where it does not tell. */
const statAt = (at: Buffer): Stat | string | undefined => {
  try {
    return lstatSync(at, { throwIfNoEntry: false, bigint: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    return code;
  }
};

const SLASH = Buffer.from('/');

const obstacleOf = (stat: Stat): string | null => {
  if (stat.isFile()) return null;
  if (stat.isDirectory()) return '文件夹嵌套过深，未打开';
  return stat.isSymbolicLink() ? '是链接，不是文件，未打开' : '不是普通文件，未打开';
};

const namesIn = (place: Buffer, folder: string): readonly Buffer[] => {
  try {
    return readdirSync(place, { encoding: 'buffer' });
  } catch (error) {
    throw new Fault(`the folder cannot be read: ${(error as Error).message}`, folder);
  }
};

// Chinese Windows names files in GB18030, and a share or an archive may hand such names on as they are.
const textOf = (name: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(name);
  } catch {
    return new TextDecoder('gb18030').decode(name);
  }
};
