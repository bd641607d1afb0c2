// Stays up and acts on time, never twice at once.
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

/** Acts at each time of `pattern` until `stop` is aborted, and then once the act under way is over. */
export const keepTime = async (
  pattern: string,
  act: () => Promise<void>,
  log: Log,
  stop: AbortSignal,
): Promise<void> => {
  const cron = cronOf(pattern);
  let underWay: Promise<void> | null = null;
  const tick = (): void => {
    if (underWay !== null) {
      log.warn('the run before is still under way; this time is left out');
      return;
    }
    underWay = act()
      .catch(error => log.error({ err: error }, 'a scheduled run failed'))
      .finally(() => {
        underWay = null;
        log.debug({ next: nextOf(cron) }, 'waiting');
      });
  };
  const job = new Cron(pattern, { timezone: 'Asia/Shanghai' }, tick);
  log.info({ pattern, next: nextOf(cron) }, 'waiting');
  await new Promise<void>(resolve => {
    if (stop.aborted) resolve();
    else stop.addEventListener('abort', () => resolve(), { once: true });
  });
  job.stop();
  await underWay;
};

const nextOf = (cron: Cron): string | null => cron.nextRun()?.toISOString() ?? null;
