// Whether archive and record have what a run would keep.
import { existsSync } from 'node:fs';
import { placeIn } from './archive.ts';
import type { Hash } from './ledger.ts';
import { ledgerIn } from './open.ts';

/** '' stands for a file that was not opened. Whether the bytes are still right is for `audit` to say. */
export const isKept = (output: string, hashes: readonly Hash[]): boolean =>
  existsSync(ledgerIn(output)) && hashes.every(hash => hash === '' || existsSync(placeIn(output, hash)));
