// Whether an edition stands as a run left it, so that another run with the same documents would have nothing to put right.
import { join } from 'node:path';
import type { Period } from '../model.ts';
import { type Disk, isHeld, realDisk, statOf } from './disk.ts';
import { isAlwaysOurs, plainName } from './kept.ts';
import { MANIFEST, PENDING, stateAt, type Written, writtenBy } from './manifest.ts';
import { placeOf } from './swap.ts';

export interface Intact {
  readonly hasPdf: boolean;
}

/**
 * Null where a document is gone or a run was stopped, where somebody edited what is not for people to edit, and where a document that
 * lies beside (`…（新）`) could have its name by now. What people edited or have open stays as it is.
 */
export const intactIn = (output: string, period: Period, disk: Disk = realDisk): Intact | null => {
  try {
    const { target, fresh, old, move } = placeOf(output, [period]);
    if ([fresh, old, move, join(target, PENDING)].some(path => statOf(disk, path) !== null)) return null;
    const written = writtenBy(disk.readFileSync(join(target, MANIFEST), 'utf8'));
    const paths = [...written.keys()];
    if (paths.length === 0 || !paths.every(path => isInPlace(disk, target, path, written))) return null;
    return { hasPdf: paths.some(path => path.endsWith('.pdf')) };
  } catch {
    return null;
  }
};

const isInPlace = (disk: Disk, target: string, path: string, written: Written): boolean => {
  if (statOf(disk, join(target, path)) === null) return false;
  const state = (name: string) => stateAt(disk, join(target, name), written.get(name) ?? new Set());
  if (isAlwaysOurs(path)) return state(path) === 'ours';
  const plain = plainName(path);
  if (plain === path || !written.has(plain)) return true;
  return ['theirs', 'held'].includes(state(plain)) || isOpen(disk, join(target, plain));
};

// Word and Excel let others read what they have open, and not write to it.
const isOpen = (disk: Disk, path: string): boolean => {
  try {
    disk.closeSync(disk.openSync(path, 'r+'));
    return false;
  } catch (error) {
    return isHeld(error);
  }
};
