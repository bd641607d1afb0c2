// Parts → a zip with the same bytes on every run: fixed order, fixed date, no attributes.
import { unzipSync, zipSync } from 'fflate';

/** Parts by path, in the order in which they are to stand. */
export type Parts = ReadonlyMap<string, Uint8Array>;

export const zipOf = (parts: Parts): Uint8Array => zipSync(Object.fromEntries(parts), { level: 6, mtime: DAY });

/** Only for packages that a library of ours has just written; what others sent is opened with the bounds of `read/zip/`. */
export const partsOf = (bytes: Uint8Array): Parts => new Map(Object.entries(unzipSync(bytes)));

// A zip keeps local time; this one is the same on every machine.
const DAY = new Date(1980, 0, 1);
