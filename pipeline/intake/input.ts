// Where returns come from, as the house sees it: the folder in which they lie, or the archive with what lay there once.
import type { Arrival, Delivery, Period } from '../model.ts';

/** A file that came, with its bytes; or what is known of one that is not to be read. */
export type Incoming = { readonly delivery: Delivery; readonly bytes: Uint8Array } | Arrival;

/** A file of the house itself, the roster or the settings of a period. `place` names it in faults. */
export interface Source {
  readonly place: string;
  readonly bytes: Uint8Array;
}

/** What lies in a period's folder. */
export interface Listing {
  /** How many of the files are deliveries. */
  readonly count: number;
  /** `largest`: bytes beyond which a file is not loaded. `seen` is told of each file before it is opened. */
  readonly incoming: (largest: number, seen: (path: string) => void) => Iterable<Incoming>;
  /** The same without what was written to since it was listed; null where nothing was. */
  readonly withoutChanged: () => Listing | null;
  /** The bytes of a delivery; null for one that is gone or changed since it was read. */
  readonly original: (delivery: Delivery) => Uint8Array | null;
}

export interface Input {
  /** Names the whole in faults. */
  readonly place: string;
  /** The periods for which there are returns, ascending. */
  readonly periods: readonly Period[];
  readonly roster: Source;
  /** `settings` is null where period.yaml is not there. */
  readonly period: (period: Period) => {
    readonly place: string;
    readonly settings: Source | null;
    readonly listing: Listing;
  };
}
