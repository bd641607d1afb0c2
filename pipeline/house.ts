// The edges put together: templates/, input/ and a reader in, editions and their documents out.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from './fault.ts';
import { decodeText } from './forms/decode.ts';
import { loadForms } from './forms/load.ts';
import { arrivals, countDeliveries } from './intake/arrivals.ts';
import { originalsOf } from './intake/originals.ts';
import { planOf } from './intake/plan.ts';
import { rosterOf } from './intake/roster.ts';
import { heldBack } from './intake/unsettled.ts';
import { type Entry, walk } from './intake/walk.ts';
import { loadSolver } from './localize/solver.ts';
import type { Log } from './log.ts';
import type { Delivery, Document, Edition, Form, Period, Unit } from './model.ts';
import { isPeriod, yearBefore } from './period.ts';
import { defaultLimits, type Limits } from './read/limits.ts';
import { openReader, type Reader } from './read/read.ts';
import { blankReturns } from './render/blank/blank.ts';
import { FORMATS } from './render/formats.ts';
import { loadKit } from './render/kit.ts';
import { checkReport } from './render/report/report.ts';
import { run } from './run.ts';

export interface Places {
  readonly input: string;
  readonly templates: string;
}

/** Told what is being read: `done` of `all` files of a period. */
export type Progress = (period: Period, path: string, done: number, all: number) => void;

export interface House {
  readonly forms: readonly Form[];
  /** The period folders of the input, ascending. */
  readonly periods: readonly Period[];
  /** The edition of a period; that of the year before is made first where its folder is there. */
  readonly edition: (period: Period) => Promise<Edition>;
  readonly documents: (edition: Edition) => Promise<readonly Document[]>;
  /** The bytes of an edition's deliveries; null for one that is gone or changed since it was read. */
  readonly original: (edition: Edition) => (delivery: Delivery) => Uint8Array | null;
  /** Blank returns of a period, whose folder need not be there yet: of all units due, or of the one with a code. */
  readonly blanks: (period: Period, unit: string | null) => Promise<readonly Document[]>;
  readonly close: () => Promise<void>;
}

/** Opens what a run needs; anything missing or wrong in the house itself is a Fault before any return is read. */
export const openHouse = async (
  places: Places,
  at: string,
  log: Log,
  progress: Progress,
  limits: Limits = defaultLimits,
): Promise<House> => {
  const forms = loadForms(places.templates);
  const kit = loadKit(places.templates);
  const periods = periodsIn(places.input, log);
  const reader = openReader(limits);
  const roster = await readRoster(places.input, reader, log);
  const editions = new Map<Period, Promise<Edition>>();
  const proven = new Set<Form>();
  const entriesOf = new Map<Period, readonly Entry[]>();
  const edition = (period: Period): Promise<Edition> => {
    const made = editions.get(period) ?? make(period);
    editions.set(period, made);
    return made;
  };
  // A year whose own settings are wrong is said when it is asked for; it must not cost the year after it.
  const withoutPrevious = (error: unknown): null => {
    if (!(error instanceof Fault)) throw error;
    log.warn({ place: error.place }, `the year before is left out: ${error.message}`);
    return null;
  };
  const editionBefore = async (period: Period): Promise<Edition | null> => {
    const before = yearBefore(period);
    return periods.includes(before) ? edition(before).catch(withoutPrevious) : null;
  };
  const assignmentOf = (period: Period) => {
    const folder = join(places.input, period);
    const entries = existsSync(folder) ? walk(folder) : [];
    const settings = join(folder, settingsIn(entries, folder));
    const plan = planOf(period, textOf(settings), roster, forms, settings);
    return { entries, plan, form: forms.find(candidate => candidate.id === plan.form) as Form };
  };
  const make = async (period: Period): Promise<Edition> => {
    if (!periods.includes(period)) throw new Fault(`there is no folder for ${period}`, join(places.input, period));
    const previous = await editionBefore(period);
    const { entries, plan, form } = assignmentOf(period);
    entriesOf.set(period, entries);
    if (!proven.has(form)) checkReport(form, kit);
    proven.add(form);
    // What was written to while it was read is left for the next run; the others are taken once more, without it.
    const settled = async (listed: readonly Entry[]): Promise<Edition> => {
      let done = 0;
      const seen = (path: string): void => progress(period, path, ++done, countDeliveries(listed));
      const incoming = arrivals(listed, reader, limits.file, seen);
      const taken = await run(incoming, { plan, form, roster, at, previous, loadSolver });
      const without = heldBack(listed);
      return without === null ? taken : settled(without);
    };
    const made = await settled(entries);
    for (const failure of made.failures) log.error({ period, failure }, 'our own code failed here');
    return made;
  };
  const original: House['original'] = made => originalsOf(entriesOf.get(made.plan.period) ?? []);
  const documents = async (made: Edition): Promise<readonly Document[]> => {
    const all: Document[] = [];
    for (const format of FORMATS) all.push(...(await format.render(made, kit, original(made))));
    return all;
  };
  const blanks = async (period: Period, code: string | null): Promise<readonly Document[]> => {
    const { plan, form } = assignmentOf(period);
    const units = plan.units.filter(unit => code === null || unit.code === code);
    if (units.length === 0) throw new Fault(`no return is due from unit "${code}" for ${period}`, places.input);
    return blankReturns({ plan, form, at, previous: await editionBefore(period) }, units);
  };
  return { forms, periods, edition, documents, original, blanks, close: () => reader.close() };
};

const periodsIn = (input: string, log: Log): readonly Period[] => {
  if (!existsSync(input))
    throw new Fault('there is no such input folder; an unreachable share is not an empty one', input);
  const entries = readdirSync(input, { withFileTypes: true });
  for (const entry of entries) {
    if (entry.isDirectory() ? isPeriod(entry.name) : /^(?:units\.|readme|\.)/iu.test(entry.name)) continue;
    log.warn({ entry: entry.name }, 'lies beside the period folders and is not read');
  }
  return entries
    .filter(entry => entry.isDirectory() && isPeriod(entry.name))
    .map(entry => entry.name)
    .sort();
};

const readRoster = async (input: string, reader: Reader, log: Log): Promise<readonly Unit[]> => {
  const [path, other] = ['units.csv', 'units.xlsx'].map(name => join(input, name)).filter(existsSync);
  if (path === undefined) throw new Fault('the roster of units is missing', join(input, 'units.csv'));
  if (other !== undefined) log.warn({ read: path, unread: other }, 'there are two rosters, and one is not read');
  const reading = await reader.read(readFileSync(path));
  if (reading.kind === 'refused')
    throw new Fault(`the roster cannot be read (${reading.refusal}) ${reading.detail}`, path);
  return rosterOf(reading.grid, path);
};

// Settings under a name that nobody reads would let another form or no date stand without a word.
const settingsIn = (entries: readonly Entry[], folder: string): string => {
  const misnamed = entries.find(({ path }) => /^period\.ya?ml(?:\.txt)?$/iu.test(path) && path !== 'period.yaml');
  if (misnamed !== undefined) throw new Fault('is to be named period.yaml', join(folder, misnamed.path));
  return 'period.yaml';
};

const textOf = (path: string): string | null => (existsSync(path) ? decodeText(readFileSync(path), path) : null);
