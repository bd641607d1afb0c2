// A fingerprint of all that an edition is made from, but for the day: where it is the same, the same edition would be made again.
import type { Delivery, Judgement } from './model.ts';
import { sha256 } from './sha256.ts';

/** What decides an edition beside the files of its period. */
export interface Circumstances {
  /** Stands for the code and for what lies in templates/, to the letter. */
  readonly program: string;
  readonly limits: object;
  readonly roster: Uint8Array;
  /** Of period.yaml; null where there is none. */
  readonly settings: Uint8Array | null;
}

/** A file as it lay in the period's folder. `ignored`: why it was not opened, else ''. */
export interface Received extends Delivery {
  readonly ignored: string;
}

/** As a judgement tells it. */
export const receivedOf = ({ delivery, status, reason }: Judgement): Received => ({
  ...delivery,
  ignored: status === 'ignored' && delivery.sha256 === '' ? reason : '',
});

/** `before`: the same of the year before, or null where there is none. The order of the files does not matter. */
export const madeFrom = (
  { program, limits, roster, settings }: Circumstances,
  files: readonly Received[],
  before: string | null,
): string => {
  const lines = files.map(({ path, sha256: hash, size, ignored }) => JSON.stringify([path, hash, size, ignored]));
  const own = [program, limits, sha256(roster), settings === null ? null : sha256(settings), lines.sort(), before];
  return sha256(JSON.stringify(own));
};

/** Whether a reading failed for want of time or by an accident, so that another run may make something else of the same file. */
export const wasDisturbed = ({ trouble }: Judgement): boolean =>
  trouble?.check === 'is-readable' && ['too-slow', 'crashed'].includes(trouble.rule);
