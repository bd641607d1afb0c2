// Stays up and acts on time, never twice at once.
//
// A timer of croner waits at most 30 seconds and then asks the clock. So after a sleep, or a clock that was put forward, the times that
// went by are made up for by one act at waking; of a clock that was put back, a time that comes again is acted on again.
import { Cron } from 'croner';
import { Fault } from '../fault.ts';
import type { Log } from '../log.ts';

/** Throws a Fault for a pattern that is none, or that never comes. Its times are China's. */
export const cronOf = (pattern: string): Cron => {
  const cron = parsed(pattern);
  if (cron.nextRun() === null) throw new Fault(`the schedule "${pattern}" has no time to come`);
  return cron;
};

const parsed = (pattern: string): Cron => {
  try {
    return new Cron(pattern, { timezone: 'Asia/Shanghai', paused: true });
  } catch (error) {
    throw new Fault(`"${pattern}" is no schedule like "0 7 * * *": ${(error as Error).message}`);
  }
};

/** Acts at each time of `pattern` until `stop` is aborted or no time is left, and then once the act under way is over. `act` is told the time after it. */
export const keepTime = async (
  pattern: string,
  act: (next: Date | null) => Promise<void>,
  log: Log,
  stop: AbortSignal,
): Promise<void> => {
  const cron = cronOf(pattern);
  let underWay: Promise<void> | null = null;
  let leftOut = 0;
  const over = new AbortController();
  const tick = (): void => {
    if (cron.nextRun() === null) over.abort();
    if (underWay !== null) {
      leftOut += 1;
      return;
    }
    underWay = act(cron.nextRun())
      .catch(error => log.error({ err: error }, 'a scheduled run failed'))
      .finally(() => {
        underWay = null;
        if (leftOut > 0) log.warn({ times: leftOut }, 'times that came while the run was under way were left out');
        leftOut = 0;
        log.debug({ next: nextOf(cron) }, 'waiting');
      });
  };
  const job = new Cron(pattern, { timezone: 'Asia/Shanghai' }, tick);
  log.info({ pattern, next: nextOf(cron) }, 'waiting');
  await aborted(AbortSignal.any([stop, over.signal]));
  job.stop();
  if (underWay !== null) log.info('stopping after the run under way');
  await underWay;
};

const aborted = (stop: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (stop.aborted) resolve();
    else stop.addEventListener('abort', () => resolve(), { once: true });
  });

const nextOf = (cron: Cron): string | null => cron.nextRun()?.toISOString() ?? null;
