// What lay in the input folder at a run, from its record and the archive.
import { readFileSync } from 'node:fs';
import { Fault } from '../fault.ts';
import type { Incoming, Input, Listing, Source } from '../intake/input.ts';
import type { Period } from '../model.ts';
import { sha256 } from '../sha256.ts';
import { placeIn } from './archive.ts';
import type { Hash, RecordedFile, Run } from './ledger.ts';

export interface RecordedPeriod {
  readonly run: Run;
  readonly files: readonly RecordedFile[];
}

/** `periods`: a run and those of the years before that it led to; they share a roster. */
export const recordedInput = (output: string, periods: readonly RecordedPeriod[], roster: Run['roster']): Input => {
  const byPeriod = new Map<Period, RecordedPeriod>(periods.map(period => [period.run.period, period]));
  return {
    place: output,
    periods: [...byPeriod.keys()].sort(),
    roster: sourceOf(output, roster.sha256, roster.name),
    period: period => {
      const { run, files } = byPeriod.get(period) as RecordedPeriod;
      const name = `${period}/period.yaml`;
      const settings = run.settings === null ? null : sourceOf(output, run.settings, name);
      return { place: settings?.place ?? name, settings, listing: listingOf(output, files, period) };
    },
  };
};

const listingOf = (output: string, files: readonly RecordedFile[], period: Period): Listing => ({
  count: files.length,
  incoming: (largest, seen) => incoming(output, files, period, largest, seen),
  withoutChanged: () => null,
  original: ({ path, sha256 }) => (sha256 === '' ? null : bytesOf(output, sha256, `${period}/${path}`)),
});

function* incoming(
  output: string,
  files: readonly RecordedFile[],
  period: Period,
  largest: number,
  seen: (path: string) => void,
): Generator<Incoming> {
  for (const { path, sha256, size, ignored } of files) {
    seen(path);
    const delivery = { path, sha256, size };
    if (ignored !== '') yield { delivery, ignored };
    // One so large that it was not even fingerprinted was refused then, too.
    else if (sha256 === '' || size > largest)
      yield { delivery, reading: { kind: 'refused', refusal: 'too-large', detail: '' } };
    else yield { delivery, bytes: bytesOf(output, sha256, `${period}/${path}`) };
  }
}

const sourceOf = (output: string, hash: Hash, name: string): Source => ({
  place: `${placeIn(output, hash)} (${name})`,
  bytes: bytesOf(output, hash, name),
});

/** An edition from other bytes than those of that time would be a forgery: a Fault. */
const bytesOf = (output: string, hash: Hash, name: string): Uint8Array => {
  const place = placeIn(output, hash);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(place);
  } catch (error) {
    throw new Fault(`the archive lacks ${name}: ${(error as NodeJS.ErrnoException).code}`, place);
  }
  if (sha256(bytes) !== hash) throw new Fault(`the archive holds other bytes than those of ${name}; see audit`, place);
  return bytes;
};
