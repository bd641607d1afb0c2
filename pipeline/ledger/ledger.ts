// What the record of a run is, and what a store of such records does. The one store we have is sqlite.ts.
// It never settles which return counts: that is told by the files alone, so that a run without it gives the same edition.
import type { Period } from '../model.ts';

/** sha256 in hexadecimal. */
export type Hash = string;

/** A file as it lay in the period's folder. `ignored`: why it was not opened, else ''. `sha256` is '' for one not opened. */
export interface RecordedFile {
  readonly path: string;
  readonly sha256: Hash;
  readonly size: number;
  readonly ignored: string;
}

/** One run for one period. What is long is a content, named by its hash: JSON, kept once however often it recurs. */
export interface Run {
  /** The time given to the run. */
  readonly time: string;
  readonly version: string;
  readonly period: Period;
  /** Whether its edition was written; else it was only read for the year after it. */
  readonly delivered: boolean;
  readonly form: { readonly id: string; readonly hash: Hash };
  readonly limits: Readonly<Record<string, number>>;
  /** In the archive. `settings` is null where there was no period.yaml. */
  readonly roster: { readonly name: string; readonly sha256: Hash };
  readonly settings: Hash | null;
  /** The run that read the year before, by its number. */
  readonly previous: number | null;
  /** Contents: `RecordedFile[]`; `Hash[]` of contents that hold the figures of a return each (see `entry.ts`); findings; explanations; path → sha256 of the documents. */
  readonly inputs: Hash;
  readonly observations: Hash;
  readonly findings: Hash;
  readonly explanations: Hash;
  readonly documents: Hash;
}

/** `chain` is the sha256 of the chain value before it and of `text`, the run as JSON. */
export interface ChainedRun {
  readonly number: number;
  readonly text: string;
  readonly chain: Hash;
}

export interface RecordedDelivery {
  readonly sha256: Hash;
  readonly size: number;
  readonly firstSeen: string;
}

export interface Entry {
  readonly run: Run;
  readonly deliveries: readonly RecordedDelivery[];
}

/** What is added together. Contents are kept one by one, so that those of a large district need not be held at once. */
export interface Addition {
  readonly keep: (content: string) => Hash;
  /** Gives the number of the run. */
  readonly add: (entry: Entry) => number;
}

export interface Ledger {
  /** All that `act` adds is added, or nothing. */
  readonly addTogether: (act: (addition: Addition) => void) => void;
  /** Ascending. */
  readonly runs: () => readonly ChainedRun[];
  readonly content: (hash: Hash) => string | null;
  readonly contents: () => Iterable<readonly [Hash, string | null]>;
  readonly deliveries: () => readonly RecordedDelivery[];
  readonly close: () => void;
}
