// What is remembered of files: their admissions by content, path and what was asked, and by content what another process read.
import type { Admitted } from '../admit-safely.ts';
import { keyOf, type Memory } from '../ledger/memory.ts';
import type { Delivery, Reading, RefusalKind } from '../model.ts';
import { packed, unpacked } from '../packed.ts';
import type { Limits } from '../read/limits.ts';
import type { Asked } from './asked.ts';
import { unpackedAdmission } from './packed-admission.ts';
import type { Parcel } from './parcel.ts';

export interface Recollection {
  readonly admitted: (delivery: Delivery) => Admitted | undefined;
  readonly reading: (delivery: Delivery) => Reading | undefined;
  readonly keepAdmitted: (delivery: Delivery, parcel: Parcel) => void;
  readonly keepReading: (delivery: Delivery, reading: Reading) => void;
}

export const recollectionOf = (memory: Memory, limits: Limits, { plan, form, roster }: Asked): Recollection => {
  const how = JSON.stringify(limits);
  const what = keyOf('admission', how, JSON.stringify([form.hash, plan, roster]));
  const ofReading = ({ sha256 }: Delivery): string => keyOf('reading', how, sha256);
  const ofAdmission = ({ path, sha256 }: Delivery): string => keyOf(what, path, sha256);
  const recalled = <T>(key: string, unpack: (bytes: Uint8Array) => T): T | undefined => {
    const bytes = memory.recall(key);
    try {
      return bytes === undefined ? undefined : unpack(bytes);
    } catch {
      // Damaged: it is worked out anew.
      return undefined;
    }
  };
  return {
    admitted: delivery => recalled(ofAdmission(delivery), bytes => unpackedAdmission(bytes, form, delivery)),
    reading: delivery => recalled(ofReading(delivery), bytes => unpacked(bytes) as Reading),
    keepAdmitted: (delivery, { admitted, isLasting }) => {
      if (isLasting) memory.remember(ofAdmission(delivery), admitted);
    },
    keepReading: (delivery, reading) => {
      if (!isPassing(reading)) memory.remember(ofReading(delivery), packed(reading));
    },
  };
};

/** These tell of the machine and the moment, and not only of the bytes. */
const PASSING: readonly RefusalKind[] = ['too-slow', 'crashed'];

const isPassing = (reading: Reading): boolean => reading.kind === 'refused' && PASSING.includes(reading.refusal);
