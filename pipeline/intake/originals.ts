// The bytes of a file once more, for what is made from the unit's own workbook.
import type { Delivery } from '../model.ts';
import { sha256 } from '../sha256.ts';
import { snapshot } from './snapshot.ts';
import type { Entry } from './walk.ts';

/** Gives null for a file that is gone or was changed since it was read: what is said of it would not be true of its new content. */
export const originalsOf = (entries: readonly Entry[]): ((delivery: Delivery) => Uint8Array | null) => {
  const entryOf = new Map(entries.map(entry => [entry.path, entry] as const));
  return ({ path, sha256: known }) => {
    const entry = entryOf.get(path);
    if (entry === undefined) return null;
    try {
      const bytes = snapshot(entry);
      return bytes !== null && sha256(bytes) === known ? bytes : null;
    } catch {
      return null;
    }
  };
};
