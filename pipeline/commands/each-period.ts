// Several periods of one run, one after the other, and how the run ends by them.
import { Fault } from '../fault.ts';
import type { Edition, Period } from '../model.ts';
import { EXIT } from './exit.ts';
import type { Surroundings } from './surroundings.ts';

/** Those that could be made: a period whose settings are wrong does not keep the others from their editions. */
export const eachPeriod = async (
  wanted: readonly Period[],
  { log }: Surroundings,
  make: (name: Period) => Promise<Edition>,
): Promise<readonly Edition[]> => {
  const editions: Edition[] = [];
  for (const name of wanted) {
    try {
      editions.push(await make(name));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      log.error({ period: name, place: error.place }, error.message);
    }
  }
  return editions;
};

export const codeOf = (editions: readonly Edition[], wanted: readonly Period[], isStrict: boolean): number => {
  if (editions.length < wanted.length) return EXIT.noEdition;
  const fatal = editions.some(({ findings }) =>
    findings.some(({ severity, status }) => severity === 'fatal' && status === 'open'),
  );
  return isStrict && fatal ? EXIT.fatalFindings : EXIT.done;
};
