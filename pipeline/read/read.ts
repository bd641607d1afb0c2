// bytes → Grid, or why not. Never throws: what cannot be read for sure is refused.
import type { Reading } from '../model.ts';
import { openApart } from './apart/apart.ts';
import { OLD, readHere } from './here.ts';
import { defaultLimits, type Limits } from './limits.ts';

export interface Reader {
  readonly read: (bytes: Uint8Array) => Promise<Reading>;
  /** `OLD` where it is for the other process: a large file, or one of the old kinds. */
  readonly readAtOnce: (bytes: Uint8Array) => Reading | typeof OLD;
  /** The same in the other process, whatever the size. */
  readonly readApart: (bytes: Uint8Array) => Promise<Reading>;
  /** Ends the other process, if one was needed. */
  readonly close: () => Promise<void>;
}

/** Small files, which nearly all returns are, are read at once; large and old ones in another process, which can be ended. */
export const openReader = (given: Partial<Limits> = {}): Reader => {
  const limits = { ...defaultLimits, ...given };
  const apart = openApart(limits);
  const readAtOnce = (bytes: Uint8Array): Reading | typeof OLD => readHere(bytes, limits, limits.quick);
  return {
    read: async bytes => {
      const reading = readAtOnce(bytes);
      return reading === OLD ? apart.read(bytes) : reading;
    },
    readAtOnce,
    readApart: apart.read,
    close: apart.close,
  };
};
