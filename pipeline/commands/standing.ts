// The edition that lies in the output, as its data/run.json tells it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Period } from '../model.ts';

export interface Standing {
  /** The time of the run that made it. */
  readonly at: string;
  readonly due: string | null;
  readonly madeFrom: string | null;
  readonly openFatal: number;
}

/** The text of the record; null where there is none. */
export const recordText = (output: string, period: Period): string | null => {
  try {
    return readFileSync(join(output, period, 'data', 'run.json'), 'utf8');
  } catch {
    return null;
  }
};

/** Null where the record is none, or one of an earlier version that says less. */
export const standingOf = (record: string | null): Standing | null => {
  try {
    const { at, due, made_from: madeFrom, health } = JSON.parse(record ?? 'null');
    const openFatal = health.open.fatal;
    const isSound = typeof at === 'string' && isTextOrNull(due) && isTextOrNull(madeFrom);
    return isSound && Number.isInteger(openFatal) ? { at, due, madeFrom, openFatal } : null;
  } catch {
    return null;
  }
};

const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';

/** Whether the period's last day for returns is over: all that an edition says of today hangs on it. */
export const isLate = ({ due }: Pick<Standing, 'due'>, at: string): boolean => due !== null && at.slice(0, 10) > due;
