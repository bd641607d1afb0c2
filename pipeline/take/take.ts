// Files that came → admissions, in the order of the files. What was worked out before of the same bytes is recalled.
import { type Admitted, admitSafely } from '../admit-safely.ts';
import type { Incoming } from '../intake/input.ts';
import type { Memory } from '../ledger/memory.ts';
import type { Arrival, Delivery, Reading } from '../model.ts';
import { unpacked } from '../packed.ts';
import { isQuick } from '../read/here.ts';
import type { Limits } from '../read/limits.ts';
import type { Reader } from '../read/read.ts';
import { type Asked, namesOf } from './asked.ts';
import { parcelOf } from './parcel.ts';
import { recollectionOf } from './recollection.ts';
import { openThreads, type TakeInThread } from './threads.ts';

export interface Taker {
  readonly take: (incoming: Iterable<Incoming>, asked: Asked) => AsyncGenerator<Admitted>;
  /** Ends the threads. The reader and the memory stay open: they are closed by who opened them. */
  readonly close: () => Promise<void>;
}

export interface Means {
  readonly reader: Reader;
  readonly limits: Limits;
  readonly memory: Memory | null;
  /** How many files may be read at once; 1: by this thread alone. */
  readonly workers: number;
  /** Files that are read before threads are started. */
  readonly few?: number;
}

/** Below it one thread is done before two have loaded and are warm: measured with 300 returns on two cores. */
const FEW = 300;
/** Files under way for each thread, so that none has to wait for its next. */
const AHEAD = 3;

export const openTaker = (means: Means): Taker => {
  const { limits, memory, workers, few = FEW } = means;
  const threads = openThreads(workers, limits, memory !== null);
  let unread = 0;
  const takeApart: TakeApart = (delivery, bytes, asked) => {
    if (workers === 1 || !isQuick(bytes, limits)) return null;
    unread += 1;
    return unread > few ? threads.take(delivery, bytes, asked) : null;
  };
  async function* take(incoming: Iterable<Incoming>, asked: Asked): AsyncGenerator<Admitted> {
    const takeOne = oneTaker(means, asked, takeApart);
    const underWay: Promise<Admitted>[] = [];
    for (const one of incoming) {
      underWay.push(takeOne(one));
      if (underWay.length > AHEAD * workers) yield underWay.shift() as Promise<Admitted>;
    }
    yield* underWay;
  }
  return { take, close: threads.close };
};

/** Null where the file is not for the threads. */
type TakeApart = (...task: Parameters<TakeInThread>) => ReturnType<TakeInThread> | null;

const oneTaker = (
  { reader, limits, memory }: Means,
  asked: Asked,
  takeApart: TakeApart,
): ((one: Incoming) => Promise<Admitted>) => {
  const names = namesOf(asked);
  const recollection = memory === null ? null : recollectionOf(memory, limits, asked);
  const admitHere = (arrival: Arrival): Admitted => admitSafely(arrival, asked.plan, asked.form, names);
  const keepHere = (delivery: Delivery, reading: Reading, isNew: boolean): Admitted => {
    const admitted = admitHere({ delivery, reading });
    recollection?.keep(delivery, parcelOf(reading, admitted, isNew));
    return admitted;
  };
  return async one => {
    if (!('bytes' in one)) return admitHere(one);
    const { delivery, bytes } = one;
    const known = recollection?.admitted(delivery);
    if (known !== undefined) return known;
    const before = recollection?.reading(delivery);
    if (before !== undefined) return keepHere(delivery, before, false);
    const task = takeApart(delivery, bytes, asked);
    if (task === null) return keepHere(delivery, await reader.read(bytes), true);
    const parcel = await task;
    if (parcel === null) return keepHere(delivery, await reader.readApart(bytes), true);
    recollection?.keep(delivery, parcel);
    return unpacked(parcel.admitted) as Admitted;
  };
};
