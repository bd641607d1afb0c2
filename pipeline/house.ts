// The edges put together: templates/, input/ and a reader in, editions and their documents out.
import { join } from 'node:path';
import { Fault } from './fault.ts';
import { decodeText } from './forms/decode.ts';
import { loadForms } from './forms/load.ts';
import { folderInput } from './intake/folder.ts';
import type { Incoming, Input, Listing, Source } from './intake/input.ts';
import { planOf } from './intake/plan.ts';
import { rosterOf } from './intake/roster.ts';
import type { Memory } from './ledger/memory.ts';
import { loadSolver } from './localize/solver.ts';
import type { Log } from './log.ts';
import type { Delivery, Document, Edition, Form, LongDocument, Period, Unit } from './model.ts';
import { yearBefore } from './period.ts';
import { defaultLimits, type Limits } from './read/limits.ts';
import { openReader, type Reader } from './read/read.ts';
import { blankReturns } from './render/blank/blank.ts';
import { FORMATS } from './render/formats.ts';
import { loadKit } from './render/kit.ts';
import { checkReport } from './render/report/report.ts';
import { editionOf } from './run.ts';
import { openTaker } from './take/take.ts';

export interface Places {
  /** A folder, or what lay in one at another time. */
  readonly input: string | Input;
  readonly templates: string;
  /** Stands for the code and the templates, so that an edition can tell what it was made from. */
  readonly program?: string;
  /** What earlier runs worked out; without it everything is read anew, with the same outcome. */
  readonly memory?: Memory | null;
  /** How many files may be read at once; without it one after another. */
  readonly workers?: number;
  /** Told of each file that is read, with its bytes. */
  readonly came?: (delivery: Delivery, bytes: Uint8Array) => void;
}

/** What an edition was made from, beside the returns. */
export interface Basis {
  readonly roster: Source;
  readonly settings: Source | null;
  readonly limits: Limits;
}

/** Told what is being read: `done` of `all` files of a period. */
export type Progress = (period: Period, path: string, done: number, all: number) => void;

export interface House {
  readonly forms: readonly Form[];
  /** The period folders of the input, ascending. */
  readonly periods: readonly Period[];
  /** The edition of a period; that of the year before is made first where its folder is there. */
  readonly edition: (period: Period) => Promise<Edition>;
  /** Made as they are asked for, so that not all of them are held at once. */
  readonly documents: (edition: Edition) => AsyncIterable<Document | LongDocument>;
  /** The bytes of an edition's deliveries; null for one that is gone or changed since it was read. */
  readonly original: (edition: Edition) => (delivery: Delivery) => Uint8Array | null;
  /**
   * Blank returns of a period, whose folder need not be there yet: of all units due, or of the one with a code and of those
   * whose blanks are `standing`, by path, since they are delivered together.
   */
  readonly blanks: (period: Period, unit: string | null, standing: ReadonlySet<string>) => Promise<readonly Document[]>;
  readonly basis: (edition: Edition) => Basis;
  /** The memory stays open: it is closed by who opened it. */
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
  const input = typeof places.input === 'string' ? folderInput(places.input, log.warn.bind(log)) : places.input;
  const memory = places.memory ?? null;
  const reader = openReader(limits);
  const taker = openTaker({ reader, limits, memory, workers: places.workers ?? 1 });
  const roster = await readRoster(input.roster, reader);
  const editions = new Map<Period, Promise<Edition>>();
  const proven = new Set<Form>();
  const heard = new Map<Period, ReturnType<Input['period']>>();
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
    return input.periods.includes(before) ? edition(before).catch(withoutPrevious) : null;
  };
  const assignmentOf = (period: Period) => {
    const heard = input.period(period);
    const { place, settings } = heard;
    const text = settings === null ? null : decodeText(settings.bytes, place);
    const plan = planOf(period, text, roster, forms, place);
    return { heard, plan, form: forms.find(candidate => candidate.id === plan.form) as Form };
  };
  const make = async (period: Period): Promise<Edition> => {
    if (!input.periods.includes(period)) throw new Fault(`there is no folder for ${period}`, join(input.place, period));
    const previous = await editionBefore(period);
    const { heard: listed, plan, form } = assignmentOf(period);
    const { listing } = listed;
    heard.set(period, listed);
    if (!proven.has(form)) checkReport(form, kit);
    proven.add(form);
    const read = { limits, roster: input.roster.bytes, settings: listed.settings?.bytes ?? null };
    const circumstances = places.program === undefined ? {} : { circumstances: { program: places.program, ...read } };
    const asked = { plan, form, roster };
    const assignment = { ...asked, at, previous, ...circumstances, loadSolver };
    // What was written to while it was read is left for the next run; the others are taken once more, without it.
    const settled = async (listed: Listing): Promise<Edition> => {
      let done = 0;
      const seen = (path: string): void => progress(period, path, ++done, listed.count);
      const incoming = toldOf(listed.incoming(limits.file, seen), places.came);
      const taken = await editionOf(taker.take(incoming, asked), assignment);
      const without = listed.withoutChanged();
      return without === null ? taken : settled(without);
    };
    const made = await settled(listing);
    for (const failure of made.failures) log.error({ period, failure }, 'our own code failed here');
    return made;
  };
  const original: House['original'] = made => heard.get(made.plan.period)?.listing.original ?? (() => null);
  const basis: House['basis'] = made => ({
    roster: input.roster,
    settings: heard.get(made.plan.period)?.settings ?? null,
    limits,
  });
  const documents = async function* (made: Edition): AsyncGenerator<Document | LongDocument> {
    for (const format of FORMATS) yield* await format.render(made, kit, original(made));
  };
  const blanks: House['blanks'] = async (period, code, standing) => {
    const { plan, form } = assignmentOf(period);
    if (code !== null && !plan.units.some(unit => unit.code === code))
      throw new Fault(`no return is due from unit "${code}" for ${period}`, input.place);
    const isWanted = (unit: Unit, path: string): boolean => code === null || unit.code === code || standing.has(path);
    return blankReturns({ plan, form, at, previous: await editionBefore(period) }, isWanted);
  };
  return {
    forms,
    periods: input.periods,
    edition,
    documents,
    original,
    blanks,
    basis,
    close: async () => {
      await taker.close();
      await reader.close();
    },
  };
};

function* toldOf(all: Iterable<Incoming>, came: Places['came']): Generator<Incoming> {
  for (const one of all) {
    if ('bytes' in one) came?.(one.delivery, one.bytes);
    yield one;
  }
}

const readRoster = async ({ place, bytes }: Source, reader: Reader): Promise<readonly Unit[]> => {
  const reading = await reader.read(bytes);
  if (reading.kind === 'refused')
    throw new Fault(`the roster cannot be read (${reading.refusal}) ${reading.detail}`, place);
  return rosterOf(reading.grid, place);
};
