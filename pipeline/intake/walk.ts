// What lies in a folder: regular files in it and below, by path; all else is named and never followed.
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../fault.ts';

/** `path` is relative to the folder, with `/`. `obstacle`: why it must not be opened, in Chinese, or null. */
export interface Entry {
  readonly path: string;
  readonly size: number;
  readonly obstacle: string | null;
}

const DEEPEST = 8;

/** All entries below `folder`, sorted by path. A folder that cannot be read is a Fault: unreachable is not empty. */
export const walk = (folder: string): readonly Entry[] => {
  const found: Entry[] = [];
  const visit = (below: string, depth: number): void => {
    for (const name of namesIn(join(folder, below))) {
      const path = below === '' ? name : `${below}/${name}`;
      const stat = lstatSync(join(folder, path), { throwIfNoEntry: false });
      if (stat === undefined) continue;
      if (stat.isDirectory() && depth < DEEPEST) visit(path, depth + 1);
      else found.push({ path, size: stat.size, obstacle: obstacleOf(stat) });
    }
  };
  visit('', 0);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
};

const obstacleOf = (stat: { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean }): string | null => {
  if (stat.isFile()) return null;
  if (stat.isDirectory()) return '文件夹嵌套过深，未打开';
  return stat.isSymbolicLink() ? '是链接，不是文件，未打开' : '不是普通文件，未打开';
};

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new Fault(`the folder cannot be read: ${(error as Error).message}`, folder);
  }
};
