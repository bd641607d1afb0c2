// The bytes of every delivery, kept under their sha256 below output/archive/: what a unit overwrites or deletes is still there.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Delivery } from '../model.ts';

/** What could not be kept, with the reason in English; the edition does not depend on it. */
export interface Unkept {
  readonly path: string;
  readonly reason: string;
}

/** Keeps each delivery once. `original` gives its bytes, or null where the file is gone or changed since it was read. */
export const archiveAll = (
  deliveries: readonly Delivery[],
  original: (delivery: Delivery) => Uint8Array | null,
  output: string,
): readonly Unkept[] =>
  deliveries.flatMap(delivery => {
    if (delivery.sha256 === '') return [];
    const place = placeIn(output, delivery.sha256);
    if (existsSync(place)) return [];
    const bytes = original(delivery);
    if (bytes === null) return [{ path: delivery.path, reason: 'it is gone or was changed while the run went on' }];
    const reason = keep(bytes, place);
    return reason === null ? [] : [{ path: delivery.path, reason }];
  });

/** The folder below the output. */
export const ARCHIVE = 'archive';

/** `output/archive/ab/cdef…`: nothing of a file's own name goes into it. */
export const placeIn = (output: string, sha256: string): string =>
  join(output, ARCHIVE, sha256.slice(0, 2), sha256.slice(2));

// Under another name until it is whole: a run that is stopped leaves no half file under a fingerprint.
const keep = (bytes: Uint8Array, place: string): string | null => {
  const fresh = `${place}.new`;
  try {
    mkdirSync(dirname(place), { recursive: true });
    rmSync(fresh, { force: true });
    writeFileSync(fresh, bytes, { mode: 0o444, flush: true });
    renameSync(fresh, place);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
};
