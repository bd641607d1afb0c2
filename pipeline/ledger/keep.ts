// After an edition is delivered: its files into the archive, itself into the ledger, and the years before it too. Costs at most a warning.
import type { Delivery, Edition } from '../model.ts';
import { sha256 } from '../sha256.ts';
import { archiveAll, type Unkept } from './archive.ts';
import { type Basis, entryOf } from './entry.ts';
import type { Hash } from './ledger.ts';
import { withLedger } from './open.ts';

export interface Made {
  readonly basis: (edition: Edition) => Basis;
  readonly original: (edition: Edition) => (delivery: Delivery) => Uint8Array | null;
}

/** `documents`: the sha256 of each that was written, by path. */
export type Keep = (edition: Edition, documents: ReadonlyMap<string, Hash>) => void;

/** `warn` is told what could not be kept. Each edition is recorded once by what this gives. */
export const openKeep = (
  made: Made,
  output: string,
  version: string,
  warn: (what: object, message: string) => void,
): Keep => {
  const numbers = new Map<Edition, number>();
  return (edition, documents) => {
    const chain = withYearsBefore(edition).filter(one => one === edition || !numbers.has(one));
    for (const one of chain)
      for (const { path, reason } of archiveEdition(one, made, output))
        warn({ period: one.plan.period, path, reason }, 'this file could not be kept in the archive');
    try {
      const aside = withLedger(output, ledger =>
        ledger.addTogether(({ keep, add }) => {
          for (const one of chain) {
            const previous = one.previous === null ? null : (numbers.get(one.previous) ?? null);
            const written = one === edition ? documents : null;
            numbers.set(one, add(entryOf(one, made.basis(one), written, previous, version, keep)));
          }
        }),
      );
      if (aside !== null) warn(aside, 'the ledger could not be used and was set aside; a new one was begun');
    } catch (error) {
      for (const one of chain) numbers.delete(one);
      warn(
        { period: edition.plan.period, reason: (error as Error).message },
        'this run could not be recorded in the ledger',
      );
    }
  };
};

/** The earliest first. */
const withYearsBefore = (edition: Edition): readonly Edition[] =>
  edition.previous === null ? [edition] : [...withYearsBefore(edition.previous), edition];

const archiveEdition = (edition: Edition, made: Made, output: string): readonly Unkept[] => {
  const { roster, settings } = made.basis(edition);
  const own = [
    ['the roster', roster.bytes],
    ['period.yaml', settings?.bytes ?? null],
  ] as const;
  const sources = own.flatMap(([path, bytes]) =>
    bytes === null ? [] : archiveAll([{ path, sha256: sha256(bytes), size: bytes.length }], () => bytes, output),
  );
  const deliveries = edition.judgements.map(({ delivery }) => delivery);
  return [...sources, ...archiveAll(deliveries, made.original(edition), output)];
};
