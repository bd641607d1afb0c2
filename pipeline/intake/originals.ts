// The bytes of a file once more, for what is made from the unit's own workbook.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Delivery } from '../model.ts';
import type { Entry } from './walk.ts';

/** Gives null for a file that is gone or was changed since it was read: what is said of it would not be true of its new content. */
export const originalsOf = (entries: readonly Entry[]): ((delivery: Delivery) => Uint8Array | null) => {
  const placeOf = new Map(entries.map(({ path, at }) => [path, at] as const));
  return ({ path, sha256 }) => {
    const at = placeOf.get(path);
    if (at === undefined) return null;
    try {
      const bytes = readFileSync(at);
      return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null;
    } catch {
      return null;
    }
  };
};
