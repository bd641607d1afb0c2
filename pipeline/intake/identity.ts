// Which file a name leads to, and in which state: by this it is seen that a file was changed or replaced.
import { type BigIntStats, lstatSync } from 'node:fs';

export type Stat = BigIntStats;

/** Equal for the same regular file with the same content, as far as the disk tells without reading it. */
export type Identity = string;

export const identityOf = ({ dev, ino, size, mtimeNs }: Stat): Identity => `${dev}:${ino}:${size}:${mtimeNs}`;

/** Of what stands at a place now, a link not followed; null where nothing does, or where the disk does not tell. */
export const identityAt = (place: Buffer): Identity | null => {
  try {
    return identityOf(lstatSync(place, { bigint: true }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return null;
  }
};
