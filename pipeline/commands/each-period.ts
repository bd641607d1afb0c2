// Several periods of one run, one after the other, and how the run ends by them.
import { Fault } from '../fault.ts';
import type { Edition, Period } from '../model.ts';
import { EXIT } from './exit.ts';
import type { Surroundings } from './surroundings.ts';

/** What became of a period that was to be made. */
export type Made<T> =
  | { readonly period: Period; readonly made: T }
  | { readonly period: Period; readonly fault: Fault };

/** A period whose settings are wrong does not keep the others from their editions. */
export const eachPeriod = async <T>(
  wanted: readonly Period[],
  { log }: Surroundings,
  make: (period: Period) => Promise<T>,
): Promise<readonly Made<T>[]> => {
  const all: Made<T>[] = [];
  for (const period of wanted) {
    try {
      all.push({ period, made: await make(period) });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      log.error({ period, place: error.place }, error.message);
      all.push({ period, fault: error });
    }
  }
  return all;
};

/** `openFatal`: of each edition, how many fatal findings are open; null where it could not be made. */
export const codeOf = (openFatal: readonly (number | null)[], isStrict: boolean): number => {
  if (openFatal.includes(null)) return EXIT.noEdition;
  return isStrict && openFatal.some(count => count !== null && count > 0) ? EXIT.fatalFindings : EXIT.done;
};

export const openFatalIn = ({ findings }: Edition): number =>
  findings.filter(({ severity, status }) => severity === 'fatal' && status === 'open').length;
