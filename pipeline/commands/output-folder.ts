// What is the same wherever a command writes to the output folder.
import { resolve, sep } from 'node:path';
import type { Kept } from '../deliver/kept.ts';
import { withLock } from '../deliver/lock.ts';
import { Fault } from '../fault.ts';
import type { Period } from '../model.ts';
import { inChina } from '../time.ts';
import type { Surroundings } from './surroundings.ts';

// An edition written among the returns would be read as returns, and replace them.
export const keepApart = ({ input, output }: { readonly input: string; readonly output: string }): void => {
  const [from, to] = [input, output].map(folder => `${resolve(folder)}${sep}`) as [string, string];
  if (to.startsWith(from))
    throw new Fault('the output folder lies in the input folder; choose another --output', output);
};

/** Acts while no other run writes there. */
export const alone = <T>(output: string, { now, log }: Surroundings, act: () => Promise<T>): Promise<T> =>
  withLock(output, inChina(now()), (message, holder) => log.warn({ holder }, message), act);

export const logKept = (name: Period, kept: readonly Kept[], { log }: Surroundings): void => {
  for (const { why, path, beside } of kept)
    log.warn({ period: name, why, path, beside }, 'a document has two versions');
};
