// Pieces of a document whose size and fingerprint are told elsewhere: taken as they are written, so that they are made once.
import { createHash } from 'node:crypto';

export interface Measured extends Iterable<Uint8Array> {
  /** Of all pieces; made once more where nobody has gone through them yet. */
  readonly measure: () => Measure;
}

interface Measure {
  readonly size: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** `pieces` can be gone through any number of times and are always the same. */
export const measured = (pieces: Iterable<Uint8Array>): Measured => {
  let known: Measure | null = null;
  function* taking(): Generator<Uint8Array, Measure> {
    const hash = createHash('sha256');
    let size = 0;
    for (const piece of pieces) {
      hash.update(piece);
      size += piece.length;
      yield piece;
    }
    known = { size, sha256: hash.digest('hex') };
    return known;
  }
  const measure = (): Measure => {
    const steps = taking();
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) return value;
    }
  };
  return { [Symbol.iterator]: taking, measure: () => known ?? measure() };
};
