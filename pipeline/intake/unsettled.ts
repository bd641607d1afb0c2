// Files that were being written while a period was read: what was read of them may be half of it.
import { LEFT } from '../left.ts';
import { identityAt } from './identity.ts';
import type { Entry } from './walk.ts';

export const CHANGING = `文件正在写入或刚被改动，${LEFT}`;

/** The entries, with those held back that are not what they were when the folder was listed; null where all are. */
export const heldBack = (entries: readonly Entry[]): readonly Entry[] | null => {
  const checked = entries.map(entry =>
    entry.obstacle !== null || identityAt(entry.at) === entry.identity ? entry : { ...entry, obstacle: CHANGING },
  );
  return checked.some((entry, i) => entry !== entries[i]) ? checked : null;
};
