// What a monitor needs to know of the last run, whatever it wrote: outside of the editions, since it is another one each time.
import type { Period } from '../model.ts';

/** `written`: at least one edition; `unchanged`: none, since nothing had changed; `failed`: one that was due could not be made. */
export type RunOutcome = 'written' | 'unchanged' | 'failed';

export interface PeriodHealth {
  readonly period: Period;
  readonly outcome: RunOutcome;
  /** Why it failed, in English, else ''. */
  readonly error: string;
}

/** A run, as it tells of itself. */
export interface RunHealth {
  readonly nianbao: string;
  readonly started: string;
  readonly ended: string;
  readonly seconds: number;
  /** Of the process since its start. */
  readonly peak_memory_mib: number;
  readonly outcome: RunOutcome;
  readonly exit: number;
  /** Why no period at all could be looked at, in English, else ''. */
  readonly error: string;
  readonly periods: readonly PeriodHealth[];
  /** When the schedule runs again; null for a single run. */
  readonly next: string | null;
  /** A notice that could not be handed on, for the next run to try again; else ''. */
  readonly unsent_notice: string;
}

/** What is told of the runs before it, too. */
export interface Health extends RunHealth {
  readonly failed_in_a_row: number;
  /** The last run that did not fail, and the last that wrote an edition, by their end; null where none is known. */
  readonly last_good: string | null;
  readonly last_written: string | null;
}

export const healthAfter = (before: Partial<Health>, run: RunHealth): Health => {
  const hasFailed = run.outcome === 'failed';
  return {
    ...run,
    failed_in_a_row: hasFailed ? (before.failed_in_a_row ?? 0) + 1 : 0,
    last_good: hasFailed ? (before.last_good ?? null) : run.ended,
    last_written: run.periods.some(({ outcome }) => outcome === 'written') ? run.ended : (before.last_written ?? null),
  };
};

/** From the text of the file: only what a later run asks of it, and nothing of a file that is not ours. */
export const healthIn = (text: string): Partial<Health> => {
  try {
    const { failed_in_a_row: failed, last_good, last_written, unsent_notice } = JSON.parse(text);
    return {
      ...(Number.isSafeInteger(failed) ? { failed_in_a_row: failed } : {}),
      ...(typeof last_good === 'string' ? { last_good } : {}),
      ...(typeof last_written === 'string' ? { last_written } : {}),
      ...(typeof unsent_notice === 'string' ? { unsent_notice } : {}),
    };
  } catch {
    return {};
  }
};
