// Opens what a command asked for and closes it whatever happens.
import { Fault } from '../fault.ts';
import { type House, openHouse } from '../house.ts';
import type { Memory } from '../ledger/memory.ts';
import type { Period } from '../model.ts';
import { limitsOf } from '../read/limits.ts';
import type { Surroundings } from './surroundings.ts';

/** What all commands that read returns are told. */
export interface Source {
  readonly input: string;
  readonly at: string;
  readonly maxFile?: number;
  readonly maxTime?: number;
  readonly workers?: number;
}

export const withHouse = async <T>(
  { input, at, maxFile, maxTime, workers }: Source,
  { templates, log, progress, cores }: Surroundings,
  act: (house: House) => Promise<T>,
  memory: Memory | null = null,
): Promise<T> => {
  const limits = limitsOf({
    ...(maxFile === undefined ? {} : { mebibytes: maxFile }),
    ...(maxTime === undefined ? {} : { seconds: maxTime }),
  });
  const house = await openHouse({ input, templates, memory, workers: workers ?? cores }, at, log, progress, limits);
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
