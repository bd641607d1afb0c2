// Opens what a command asked for and closes it whatever happens.
import { Fault } from '../fault.ts';
import { type House, openHouse, type Places } from '../house.ts';
import type { Period } from '../model.ts';
import { limitsFor, type Source } from './source.ts';
import type { Surroundings } from './surroundings.ts';

/** What only a run has: what it read before, what its editions say they were made from, and who keeps what came. */
export type Kept = Pick<Places, 'memory' | 'program' | 'came'>;

export const withHouse = async <T>(
  source: Source,
  { templates, log, progress, cores }: Surroundings,
  act: (house: House) => Promise<T>,
  { memory = null, ...kept }: Kept = {},
): Promise<T> => {
  const places = { input: source.input, templates, memory, workers: source.workers ?? cores, ...kept };
  const house = await openHouse(places, source.at, log, progress, limitsFor(source));
  try {
    return await act(house);
  } finally {
    await house.close();
    memory?.close();
  }
};

export const periodsOf = ({ periods }: House, input: string): readonly Period[] => {
  if (periods.length === 0) throw new Fault('there is no period folder like 2025 to make an edition of', input);
  return periods;
};
