// The input folder: the roster, and below it a folder a period with its settings and returns.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../fault.ts';
import type { Period } from '../model.ts';
import { isPeriod } from '../period.ts';
import { countDeliveries, incoming } from './incoming.ts';
import type { Input, Listing, Source } from './input.ts';
import { originalsOf } from './originals.ts';
import { fromDisk, stillThere, withSomeOpened } from './reachable.ts';
import { heldBack } from './unsettled.ts';
import { type Entry, walk } from './walk.ts';

/** `warn` is told of what lies there and is not read. */
export const folderInput = (folder: string, warn: (what: object, message: string) => void): Input => ({
  place: folder,
  periods: periodsIn(folder, warn),
  roster: rosterIn(folder, warn),
  period: period => {
    const place = join(folder, period);
    // Blanks are wanted before the first return is there.
    const entries = existsSync(place) ? walk(place) : [];
    const settings = join(place, settingsIn(entries, place));
    return {
      place: settings,
      settings: existsSync(settings) ? sourceAt(settings) : null,
      listing: listingOf(entries, place),
    };
  },
});

const listingOf = (entries: readonly Entry[], place: string): Listing => ({
  count: countDeliveries(entries),
  incoming: (largest, seen) => withSomeOpened(incoming(entries, largest, seen), place),
  withoutChanged: () => {
    stillThere(place);
    const rest = heldBack(entries);
    return rest === null ? null : listingOf(rest, place);
  },
  original: originalsOf(entries),
});

const periodsIn = (input: string, warn: (what: object, message: string) => void): readonly Period[] => {
  if (!existsSync(input))
    throw new Fault('there is no such input folder; an unreachable share is not an empty one', input);
  const entries = fromDisk(input, () => readdirSync(input, { withFileTypes: true }));
  for (const entry of entries) {
    if (entry.isDirectory() ? isPeriod(entry.name) : /^(?:units\.|readme|\.)/iu.test(entry.name)) continue;
    warn({ entry: entry.name }, 'lies beside the period folders and is not read');
  }
  return entries
    .filter(entry => entry.isDirectory() && isPeriod(entry.name))
    .map(entry => entry.name)
    .sort();
};

const rosterIn = (input: string, warn: (what: object, message: string) => void): Source => {
  const [path, other] = ['units.csv', 'units.xlsx'].map(name => join(input, name)).filter(existsSync);
  if (path === undefined) throw new Fault('the roster of units is missing', join(input, 'units.csv'));
  if (other !== undefined) warn({ read: path, unread: other }, 'there are two rosters, and one is not read');
  return sourceAt(path);
};

// Settings under a name that nobody reads would let another form or no date stand without a word.
const settingsIn = (entries: readonly Entry[], folder: string): string => {
  const misnamed = entries.find(({ path }) => /^period\.ya?ml(?:\.txt)?$/iu.test(path) && path !== 'period.yaml');
  if (misnamed !== undefined) throw new Fault('is to be named period.yaml', join(folder, misnamed.path));
  return 'period.yaml';
};

const sourceAt = (place: string): Source => ({ place, bytes: fromDisk(place, () => readFileSync(place)) });
