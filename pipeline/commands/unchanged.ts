// Which periods a run may leave as they are: their editions were made of what lies in the input now, and stand as they were written.
import { intactIn } from '../deliver/intact.ts';
import { hasPrinter } from '../deliver/print-pdf.ts';
import { Fault } from '../fault.ts';
import { folderInput } from '../intake/folder.ts';
import type { Input } from '../intake/input.ts';
import { receivedIn } from '../intake/received.ts';
import { isKept } from '../ledger/is-kept.ts';
import { madeFrom } from '../made-from.ts';
import type { Period } from '../model.ts';
import { yearBefore } from '../period.ts';
import type { Limits } from '../read/limits.ts';
import { sha256 } from '../sha256.ts';
import type { RunOptions } from './run.ts';
import { limitsFor } from './source.ts';
import { isLate, recordText, type Standing, standingOf } from './standing.ts';
import type { Surroundings } from './surroundings.ts';

export interface Looked {
  readonly unchanged: ReadonlyMap<Period, Standing>;
  readonly isAllUnchanged: boolean;
}

/** Silent: what lies wrong in the input is told by the run that follows. Throws a Fault where the input cannot be reached. */
export const lookAt = async (options: RunOptions, program: string, { log }: Surroundings): Promise<Looked> => {
  const input = folderInput(options.input, () => {});
  const now = presentIn(input, limitsFor(options), program);
  const unchanged = new Map<Period, Standing>();
  const wanted = options.period.length > 0 ? options.period : input.periods;
  for (const period of wanted) {
    const standing = standingOf(recordText(options.output, period));
    if (standing === null || standing.madeFrom === null || !(await stands(standing, period, options))) continue;
    const present = await now(period);
    if (present?.madeFrom !== standing.madeFrom || !isKept(options.output, present.hashes)) continue;
    log.debug({ period, at: standing.at }, 'nothing has changed since this edition was made');
    unchanged.set(period, standing);
  }
  return { unchanged, isAllUnchanged: wanted.length > 0 && wanted.every(period => unchanged.has(period)) };
};

const stands = async (standing: Standing, period: Period, { output, at, pdf }: RunOptions): Promise<boolean> => {
  if (isLate(standing, standing.at) !== isLate(standing, at)) return false;
  const found = intactIn(output, period);
  if (found === null) return false;
  return found.hasPdf === pdf || (pdf && !(await hasPrinter()));
};

interface Present {
  readonly madeFrom: string;
  /** Of all that it would be made from and that the archive keeps. */
  readonly hashes: readonly string[];
}

/** What an edition of a period would be made from now; null where its folder is at fault. */
const presentIn = (input: Input, limits: Limits, program: string): ((period: Period) => Promise<Present | null>) => {
  const known = new Map<Period, Promise<Present | null>>();
  const look = async (period: Period): Promise<Present | null> => {
    try {
      const { settings, listing } = input.period(period);
      const files = receivedIn(listing, limits.file);
      const roster = input.roster.bytes;
      const before = yearBefore(period);
      const previous = input.periods.includes(before) ? await present(before) : null;
      const circumstances = { program, limits, roster, settings: settings?.bytes ?? null };
      const own = [roster, ...(settings === null ? [] : [settings.bytes])].map(bytes => sha256(bytes));
      return {
        madeFrom: madeFrom(circumstances, files, previous?.madeFrom ?? null),
        hashes: [...own, ...files.map(file => file.sha256), ...(previous?.hashes ?? [])],
      };
    } catch (error) {
      if (error instanceof Fault) return null;
      throw error;
    }
  };
  const present = (period: Period): Promise<Present | null> => {
    const looked = known.get(period) ?? look(period);
    known.set(period, looked);
    return looked;
  };
  return present;
};
