// What was made of a file, as bytes: a thread sends it, the memory keeps it, and only who needs it unpacks it.
import type { Admitted } from '../admit-safely.ts';
import type { Form, Reading } from '../model.ts';
import { packedAdmission } from './packed-admission.ts';

export interface Parcel {
  readonly admitted: Uint8Array;
  /** Whether the admission may be recalled: that of a refused file costs nothing, and may be another one next time. */
  readonly isLasting: boolean;
}

export const parcelOf = (reading: Reading, admitted: Admitted, form: Form): Parcel => ({
  admitted: packedAdmission(admitted, form),
  isLasting: reading.kind === 'grid' && admitted.failure === null,
});
