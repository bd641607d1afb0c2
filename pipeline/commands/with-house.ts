// Opens what a command asked for and closes it whatever happens.
import { Fault } from '../fault.ts';
import { type House, openHouse, type Places } from '../house.ts';
import type { Period } from '../model.ts';
import { limitsFor, type Source } from './source.ts';
import type { Surroundings } from './surroundings.ts';

/** What only a run has: what it read before, what its editions say they were made from, and who keeps what came. */
export type Kept = Pick<Places, 'memory' | 'program' | 'came'>;

/** One core archives, compiles and collects garbage meanwhile: measured on two, where a second reader gains nothing. */
const SPARE = 1;

export const withHouse = async <T>(
  source: Source,
  { templates, log, progress, cores }: Surroundings,
  act: (house: House) => Promise<T>,
  { memory = null, ...kept }: Kept = {},
): Promise<T> => {
  const workers = source.workers ?? Math.max(1, cores - SPARE);
  const places = { input: source.input, templates, memory, workers, ...kept };
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
