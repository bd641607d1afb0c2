// Around a run: output/health.json says how it ended, also where it failed or found nothing to do.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Health, healthAfter, healthIn, type PeriodHealth, type RunOutcome } from '../health/health.ts';
import { VERSION } from '../render/data.ts';
import { replaceFile } from '../replace-file.ts';
import { inChina } from '../time.ts';
import { EXIT } from './exit.ts';
import type { Surroundings } from './surroundings.ts';

export interface Ended {
  readonly code: number;
  readonly periods: readonly PeriodHealth[];
  readonly unsent: string;
}

/** `act` is told what the run before left. What it throws is written down and thrown on. */
export const withHealth = async (
  output: string,
  next: string | null,
  around: Surroundings,
  act: (before: Partial<Health>) => Promise<Ended>,
): Promise<number> => {
  const path = join(output, 'health.json');
  const before = healthAt(path);
  const started = inChina(around.now());
  const began = around.milliseconds();
  const put = (outcome: RunOutcome, error: string, { code, periods, unsent }: Ended): void => {
    // A run that came to nothing before it had a folder leaves none.
    if (!existsSync(output)) return;
    const health = healthAfter(before, {
      nianbao: VERSION,
      started,
      ended: inChina(around.now()),
      seconds: Math.round(around.milliseconds() - began) / 1_000,
      peak_memory_mib: around.peakMemory(),
      outcome,
      exit: code,
      error,
      periods,
      next,
      unsent_notice: unsent,
    });
    try {
      replaceFile(path, `${JSON.stringify(health, null, 2)}\n`);
    } catch (failure) {
      around.log.warn({ reason: (failure as Error).message }, 'health.json could not be written');
    }
  };
  try {
    const ended = await act(before);
    put(outcomeOf(ended), '', ended);
    return ended.code;
  } catch (error) {
    put('failed', (error as Error).message, {
      code: EXIT.noEdition,
      periods: [],
      unsent: before.unsent_notice ?? '',
    });
    throw error;
  }
};

const outcomeOf = ({ code, periods }: Ended): RunOutcome => {
  if (code === EXIT.noEdition) return 'failed';
  return periods.some(({ outcome }) => outcome === 'written') ? 'written' : 'unchanged';
};

const healthAt = (path: string): Partial<Health> => {
  try {
    return healthIn(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
};
