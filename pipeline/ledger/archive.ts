// The bytes of every delivery, kept under their sha256 below output/archive/: what a unit overwrites or deletes is still there.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
): readonly Unkept[] => {
  const fresh = join(output, ARCHIVE, UNFINISHED);
  const folders = new Set<string>();
  const unkept = deliveries.flatMap(({ path, sha256, size }) => {
    const place = placeIn(output, sha256);
    if (sha256 === '' || existsSync(place)) return [];
    const bytes = original({ path, sha256, size });
    if (bytes === null) return [{ path, reason: 'it is gone or was changed while the run went on' }];
    const reason = keep(bytes, place, fresh);
    if (reason !== null) return [{ path, reason }];
    folders.add(dirname(place));
    return [];
  });
  quietly(() => rmSync(fresh, { force: true }));
  for (const folder of folders) quietly(() => sync(folder));
  return unkept;
};

/** The folder below the output. */
export const ARCHIVE = 'archive';

/** In it, what is being written: of a run that is stopped a piece of a file may stay there until the next run. */
export const UNFINISHED = '.new';

/** `output/archive/ab/cdef…`: nothing of a file's own name goes into it. */
export const placeIn = (output: string, sha256: string): string =>
  join(output, ARCHIVE, sha256.slice(0, 2), sha256.slice(2));

// Under another name until it is whole: a run that is stopped leaves no half file under a fingerprint.
const keep = (bytes: Uint8Array, place: string, fresh: string): string | null => {
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

// That the names last, too, where the power fails; some platforms sync no folder.
const sync = (folder: string): void => {
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
};

const quietly = (act: () => void): void => {
  try {
    act();
  } catch {
    // The file itself is kept, or the reason why not is told.
  }
};
