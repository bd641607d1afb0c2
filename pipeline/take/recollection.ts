// What is remembered of files: their readings by content, and their admissions by content, path and what was asked.
import type { Admitted } from '../admit-safely.ts';
import { keyOf, type Memory } from '../ledger/memory.ts';
import type { Delivery, Reading } from '../model.ts';
import type { Limits } from '../read/limits.ts';
import type { Asked } from './asked.ts';
import type { Parcel } from './parcel.ts';

export interface Recollection {
  readonly admitted: (delivery: Delivery) => Admitted | undefined;
  readonly reading: (delivery: Delivery) => Reading | undefined;
  readonly keep: (delivery: Delivery, parcel: Parcel) => void;
}

export const recollectionOf = (memory: Memory, limits: Limits, { plan, form, roster }: Asked): Recollection => {
  const how = JSON.stringify(limits);
  const what = keyOf('admission', how, JSON.stringify([form.hash, plan, roster]));
  const ofReading = ({ sha256 }: Delivery): string => keyOf('reading', how, sha256);
  const ofAdmission = ({ path, sha256 }: Delivery): string => keyOf(what, path, sha256);
  return {
    admitted: delivery => memory.recall(ofAdmission(delivery)) as Admitted | undefined,
    reading: delivery => memory.recall(ofReading(delivery)) as Reading | undefined,
    keep: (delivery, { admitted, isLasting, reading }) => {
      if (reading !== null) memory.remember(ofReading(delivery), reading);
      if (isLasting) memory.remember(ofAdmission(delivery), admitted);
    },
  };
};
