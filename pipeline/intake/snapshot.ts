// The bytes of a listed file, whole and from one moment, or none.
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { identityOf } from './identity.ts';
import type { Entry } from './walk.ts';

/** Windows has neither; there a pipe or a link does not lie in a folder by accident. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const CHUNK = 2 ** 20;

/** Hands the bytes over piece by piece. False: it is not, or no longer, the file that was listed, and what was handed over is worthless. */
export const readEntry = (entry: Entry, take: (piece: Uint8Array) => void): boolean => {
  // Between listing and opening a link or a pipe may have taken its place: the one must not be followed, the other not waited for.
  const file = openSync(entry.at, FLAGS);
  try {
    const isSame = (): boolean => {
      const stat = fstatSync(file, { bigint: true });
      return stat.isFile() && identityOf(stat) === entry.identity;
    };
    if (!isSame()) return false;
    let left = entry.size;
    while (left > 0) {
      const piece = Buffer.allocUnsafeSlow(Math.min(left, CHUNK));
      const count = readSync(file, piece);
      if (count === 0) return false;
      take(piece.subarray(0, count));
      left -= count;
    }
    return isSame();
  } finally {
    closeSync(file);
  }
};

/** Null where the file was changed or replaced since it was listed, or while it was read. */
export const snapshot = (entry: Entry): Uint8Array | null => {
  const pieces: Uint8Array[] = [];
  const isWhole = readEntry(entry, piece => pieces.push(piece));
  return isWhole ? Buffer.concat(pieces) : null;
};
