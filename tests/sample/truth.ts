// The true figures of the sample: what a reader must find in each unit's accepted return, cell by cell.
import { readFileSync } from 'node:fs';
import type { Answers } from './answer.ts';

/** Unit → `table.row.column` → amount as a decimal string; null: blank, unreadable, or not in the file. */
export type Truth = Readonly<Record<string, Readonly<Record<string, string | null>>>>;

export const TRUTH_FOLDER = new URL('./truth/', import.meta.url);

export function truthOf(period: string): Truth {
  return JSON.parse(readFileSync(new URL(`${period}.json`, TRUTH_FOLDER), 'utf8'));
}

export function asTruth(answers: Answers): Readonly<Record<string, string | null>> {
  return Object.fromEntries([...answers].map(([item, answer]) => [item, answer.truth]));
}

/** One unit a line block, one figure a line: diffs stay readable. */
export function truthJson(truth: Truth): string {
  const sorted = Object.fromEntries(
    Object.keys(truth)
      .sort()
      .map(unit => [unit, truth[unit]]),
  );
  return `${JSON.stringify(sorted, null, 1)}\n`;
}
