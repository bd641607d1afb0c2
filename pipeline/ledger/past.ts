// The last editions that were written up to a time, and what each was made from.
import { existsSync } from 'node:fs';
import { Fault } from '../fault.ts';
import type { Input } from '../intake/input.ts';
import type { Period } from '../model.ts';
import { sha256 } from '../sha256.ts';
import type { Hash, Ledger, RecordedFile, Run } from './ledger.ts';
import { ledgerIn } from './open.ts';
import { type RecordedPeriod, recordedInput } from './recorded-input.ts';
import { openSqlite, Unusable } from './sqlite.ts';

export interface Past {
  readonly run: Run;
  readonly input: () => Input;
  /** Those that are not, to the byte, the documents written then; `now` gives the sha256 of each by path. */
  readonly differing: (now: ReadonlyMap<string, Hash>) => readonly string[];
}

/** By period. A day means its whole day. Throws a Fault where the record cannot be read. */
export const pastOf = (output: string, time: string): ReadonlyMap<Period, Past> => {
  const path = ledgerIn(output);
  if (!existsSync(path)) throw new Fault('there is no record of runs', path);
  try {
    const ledger = openSqlite(path, 'read');
    try {
      return pastIn(ledger, output, time);
    } finally {
      ledger.close();
    }
  } catch (error) {
    if (error instanceof Unusable || error instanceof SyntaxError)
      throw new Fault(`the record of runs cannot be used: ${error.message}`, path);
    throw error;
  }
};

const pastIn = (ledger: Ledger, output: string, time: string): ReadonlyMap<Period, Past> => {
  const runs = new Map(ledger.runs().map(({ number, text }) => [number, JSON.parse(text) as Run] as const));
  const latest = new Map<Period, Run>();
  for (const run of runs.values()) {
    if (!run.delivered || !isUpTo(run.time, time)) continue;
    if (run.time >= (latest.get(run.period)?.time ?? '')) latest.set(run.period, run);
  }
  const content = <T>(hash: Hash): T => {
    const text = ledger.content(hash);
    if (text === null || sha256(text) !== hash)
      throw new Fault('the record of runs lacks what it speaks of; see audit', ledgerIn(output));
    return JSON.parse(text) as T;
  };
  const withYearsBefore = (run: Run): readonly RecordedPeriod[] => {
    const own = { run, files: content<readonly RecordedFile[]>(run.inputs) };
    const before = run.previous === null ? undefined : runs.get(run.previous);
    // A record that leads round in a circle was forged.
    return before === undefined || before.period >= run.period ? [own] : [own, ...withYearsBefore(before)];
  };
  return new Map(
    [...latest].map(([period, run]) => {
      const periods = withYearsBefore(run);
      const written = new Map(content<readonly (readonly [string, Hash])[]>(run.documents));
      return [period, pastFrom(output, run, periods, written)] as const;
    }),
  );
};

// A day sorts before its hours, so that one given to a run comes first and one asked for includes them all.
const isUpTo = (time: string, end: string): boolean => time <= end || time.startsWith(end);

const pastFrom = (
  output: string,
  run: Run,
  periods: readonly RecordedPeriod[],
  written: ReadonlyMap<string, Hash>,
): Past => ({
  run,
  input: () => recordedInput(output, periods, run.roster),
  differing: now => {
    // What LibreOffice printed is not made anew.
    const made = [...written.keys()].filter(path => now.has(path) || !path.endsWith('.pdf'));
    return [...new Set([...made, ...now.keys()])].filter(path => written.get(path) !== now.get(path)).sort();
  },
});
