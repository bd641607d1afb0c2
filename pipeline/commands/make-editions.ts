// The editions of a run, one after the other, while no other run writes to the output.
import { join } from 'node:path';
import type { House } from '../house.ts';
import { archiveAhead } from '../ledger/archive-ahead.ts';
import { openKeep } from '../ledger/keep.ts';
import { memoryWhenAsked } from '../ledger/memory.ts';
import type { Period } from '../model.ts';
import { VERSION } from '../render/data.ts';
import { eachPeriod, type Made } from './each-period.ts';
import { alone } from './output-folder.ts';
import type { RunOptions } from './run.ts';
import type { Surroundings } from './surroundings.ts';
import { periodsOf, withHouse } from './with-house.ts';
import { type KeepLater, type Written, writeEdition } from './write-edition.ts';

/** Of all periods wanted, but for those that are left as they are. */
export const makeEditions = (
  options: RunOptions,
  isLeft: (period: Period) => boolean,
  program: string,
  around: Surroundings,
): Promise<readonly Made<Written>[]> => {
  const { input, output, period } = options;
  const ahead = archiveAhead(output);
  const act = async (house: House): Promise<readonly Made<Written>[]> => {
    const wanted = period.length > 0 ? period : periodsOf(house, input);
    const due = wanted.filter(name => !isLeft(name));
    const record = openKeep(house, output, VERSION, around.log.warn.bind(around.log));
    const keep: KeepLater = async (edition, documents) => {
      await ahead.settled();
      record(edition, documents);
    };
    return alone(output, around, () =>
      // Also after an edition that could not be made: nothing is written any more once another run may write.
      eachPeriod(due, around, name => writeEdition(house, name, options, keep, around)).finally(ahead.settled),
    );
  };
  const kept = { memory: memoryWhenAsked(join(output, 'cache.sqlite'), around.program), program, came: ahead.offer };
  return withHouse(options, around, act, kept);
};
