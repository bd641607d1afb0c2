// `schedule`: stays up and runs on time, each run with its own time and with all that is loaded anew.
import { keepTime } from '../schedule/schedule.ts';
import { inChina } from '../time.ts';
import { EXIT } from './exit.ts';
import { keepApart } from './output-folder.ts';
import { type RunOptions, run } from './run.ts';
import type { Surroundings } from './surroundings.ts';

export type ScheduleOptions = Omit<RunOptions, 'at' | 'ifChanged'>;

/** Ends when it is told to stop. A run that fails is logged, and the next time tries again. */
export const schedule = async (pattern: string, options: ScheduleOptions, around: Surroundings): Promise<number> => {
  keepApart(options);
  // Of the code that was loaded, before a later version lies on the disk.
  around.program();
  const act = async (next: Date | null): Promise<void> => {
    const now = { at: inChina(around.now()), ifChanged: true };
    await around.guarded(() => run({ ...options, ...now }, around, next === null ? null : inChina(next)));
  };
  await keepTime(pattern, act, around.log, around.untilStopped());
  return EXIT.done;
};
