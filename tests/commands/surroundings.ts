// A command in this process, with what it prints and logs at hand and a clock that the test sets.
import { join } from 'node:path';
import type { RunOptions } from '../../pipeline/commands/run.ts';
import type { Surroundings } from '../../pipeline/commands/surroundings.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface Told {
  readonly printed: string[];
  /** What the log was told, but for debug. */
  readonly logged: string[];
}

export const surroundings = (more: Partial<Surroundings> = {}): Surroundings & Told => {
  const printed: string[] = [];
  const logged: string[] = [];
  const tell = (what: unknown, message?: string): void => {
    logged.push(message ?? String(what));
  };
  return {
    printed,
    logged,
    log: { info: tell, warn: tell, error: tell, debug: () => {} } as unknown as Surroundings['log'],
    print: text => printed.push(text),
    progress: () => {},
    now: () => new Date('2026-01-20T00:00:00Z'),
    milliseconds: () => 0,
    cores: 1,
    peakMemory: () => 1,
    program: () => 'a program',
    guarded: act => act(),
    untilStopped: () => new AbortController().signal,
    root: ROOT,
    templates: join(ROOT, 'templates'),
    ...more,
  };
};

export const optionsFor = (input: string, output: string, more: Partial<RunOptions> = {}): RunOptions => ({
  input,
  output,
  at: '2026-01-20',
  period: [],
  strict: false,
  pdf: false,
  ...more,
});
