// What was made of a file, as bytes: a thread sends it, the memory keeps it, and only who needs it unpacks it.
import type { Admitted } from '../admit-safely.ts';
import type { Reading, RefusalKind } from '../model.ts';
import { packed } from '../packed.ts';

export interface Parcel {
  readonly admitted: Uint8Array;
  /** Whether the admission may be recalled: that of a refused file costs nothing, and may be another one next time. */
  readonly isLasting: boolean;
  /** Null where it is not to be kept. */
  readonly reading: Uint8Array | null;
}

export const parcelOf = (reading: Reading, admitted: Admitted, keepsReading: boolean): Parcel => ({
  admitted: packed(admitted),
  isLasting: reading.kind === 'grid' && admitted.failure === null,
  reading: keepsReading && !isPassing(reading) ? packed(reading) : null,
});

/** These tell of the machine and the moment, and not only of the bytes. */
const PASSING: readonly RefusalKind[] = ['too-slow', 'crashed'];

const isPassing = (reading: Reading): boolean => reading.kind === 'refused' && PASSING.includes(reading.refusal);
