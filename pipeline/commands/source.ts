// What all commands that read returns are told.
import { type Limits, limitsOf } from '../read/limits.ts';

export interface Source {
  readonly input: string;
  readonly at: string;
  readonly maxFile?: number;
  readonly maxTime?: number;
  /** How many files are read at once. */
  readonly workers?: number;
}

export const limitsFor = ({ maxFile, maxTime }: Source): Limits =>
  limitsOf({
    ...(maxFile === undefined ? {} : { mebibytes: maxFile }),
    ...(maxTime === undefined ? {} : { seconds: maxTime }),
  });
