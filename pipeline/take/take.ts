// Files that came → admissions, in the order of the files. What was worked out before of the same bytes is recalled.
import { setImmediate } from 'node:timers/promises';
import { type Admitted, admitSafely } from '../admit-safely.ts';
import type { Incoming } from '../intake/input.ts';
import type { Memory } from '../ledger/memory.ts';
import type { Arrival, Delivery, Reading } from '../model.ts';
import { OLD } from '../read/here.ts';
import type { Limits } from '../read/limits.ts';
import type { Reader } from '../read/read.ts';
import { type Asked, namesOf } from './asked.ts';
import { unpackedAdmission } from './packed-admission.ts';
import { parcelOf } from './parcel.ts';
import { recollectionOf } from './recollection.ts';
import { AHEAD, openThreads, type TakeInThread } from './threads.ts';

export interface Taker {
  readonly take: (incoming: Iterable<Incoming>, asked: Asked) => AsyncGenerator<Admitted>;
  /** Ends the threads. The reader and the memory stay open: they are closed by who opened them. */
  readonly close: () => Promise<void>;
}

export interface Means {
  readonly reader: Reader;
  readonly limits: Limits;
  readonly memory: Memory | null;
  /** How many files may be read at once: by this thread and, beyond 1, by others. */
  readonly workers: number;
  /** Files that are read before threads are started. */
  readonly few?: number;
}

/** Below it one thread is done before another has loaded and is warm: measured with 300 returns on two cores. */
const FEW = 300;

export const openTaker = (means: Means): Taker => {
  const { limits, workers, few = FEW } = means;
  const threads = openThreads(workers - 1, limits);
  let unread = 0;
  const takeApart: TakeApart = (delivery, bytes, asked) => {
    unread += 1;
    return unread > few && threads.haveRoom() ? threads.take(delivery, bytes, asked) : null;
  };
  async function* take(incoming: Iterable<Incoming>, asked: Asked): AsyncGenerator<Admitted> {
    const takeOne = oneTaker(means, asked, takeApart);
    const underWay: Promise<Admitted>[] = [];
    for (const one of incoming) {
      // This thread takes files, too, so that it must listen to the others.
      if (threads.areAtWork()) await setImmediate();
      underWay.push(takeOne(one));
      if (underWay.length > AHEAD * workers) yield underWay.shift() as Promise<Admitted>;
    }
    yield* underWay;
  }
  return { take, close: threads.close };
};

/** Null where this thread is to take it. */
type TakeApart = (...task: Parameters<TakeInThread>) => ReturnType<TakeInThread> | null;

const oneTaker = (
  { reader, limits, memory }: Means,
  asked: Asked,
  takeApart: TakeApart,
): ((one: Incoming) => Promise<Admitted>) => {
  const names = namesOf(asked);
  const recollection = memory === null ? null : recollectionOf(memory, limits, asked);
  const admitHere = (arrival: Arrival): Admitted => admitSafely(arrival, asked.plan, asked.form, names);
  const keepHere = (delivery: Delivery, reading: Reading): Admitted => {
    const admitted = admitHere({ delivery, reading });
    recollection?.keepAdmitted(delivery, parcelOf(reading, admitted, asked.form));
    return admitted;
  };
  // What is read at once is read again sooner than it is recalled.
  const readApart = async (delivery: Delivery, bytes: Uint8Array): Promise<Reading> => {
    const before = recollection?.reading(delivery);
    if (before !== undefined) return before;
    const reading = await reader.readApart(bytes);
    recollection?.keepReading(delivery, reading);
    return reading;
  };
  return async one => {
    if (!('bytes' in one)) return admitHere(one);
    const { delivery, bytes } = one;
    const known = recollection?.admitted(delivery);
    if (known !== undefined) return known;
    const task = takeApart(delivery, bytes, asked);
    if (task === null) {
      const reading = reader.readAtOnce(bytes);
      return keepHere(delivery, reading === OLD ? await readApart(delivery, bytes) : reading);
    }
    const parcel = await task;
    if (parcel === null) return keepHere(delivery, await readApart(delivery, bytes));
    recollection?.keepAdmitted(delivery, parcel);
    return unpackedAdmission(parcel.admitted, asked.form, delivery);
  };
};
