// Several threads that read and admit. One that dies or hangs costs nothing: its files are read in the other process, with its limits.
import { Worker } from 'node:worker_threads';
import { threadEnvironment } from '../compiled.ts';
import type { Delivery } from '../model.ts';
import type { Limits } from '../read/limits.ts';
import type { Asked } from './asked.ts';
import type { Parcel } from './parcel.ts';
import type { Answer, Task } from './thread.ts';

/** Gives null where no thread can do it: a large file, one of the old kinds, or one of which a thread died. Never throws. */
export type TakeInThread = (delivery: Delivery, bytes: Uint8Array, asked: Asked) => Promise<Parcel | null>;

export interface Threads {
  readonly take: TakeInThread;
  /** Whether one of them may be handed a file before it has done what it was handed. */
  readonly haveRoom: () => boolean;
  readonly areAtWork: () => boolean;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly done: (parcel: Parcel | null) => void;
  readonly timer: NodeJS.Timeout;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
  /** What its last task was for. */
  asked: Asked | null;
}

/** Files under way for each thread, so that none has to wait for its next. */
export const AHEAD = 3;

const ENTRY = new URL('./thread.ts', import.meta.url);

/** Threads are started when they are first needed. */
export const openThreads = (count: number, limits: Limits): Threads => {
  const threads = new Set<Thread>();
  let number = 0;

  const start = (): Thread => {
    const worker = new Worker(ENTRY, {
      env: threadEnvironment(),
      resourceLimits: { maxOldGenerationSizeMb: limits.heap },
    });
    const thread: Thread = { worker, waiting: new Map(), asked: null };
    threads.add(thread);
    worker.on('message', (answer: Answer) => {
      const one = thread.waiting.get(answer.number);
      thread.waiting.delete(answer.number);
      clearTimeout(one?.timer);
      one?.done(answer.parcel);
    });
    // Its end follows, and tells those who wait.
    worker.on('error', () => {});
    worker.on('exit', () => {
      threads.delete(thread);
      for (const { done, timer } of thread.waiting.values()) {
        clearTimeout(timer);
        done(null);
      }
    });
    return thread;
  };

  const least = (): Thread => {
    const [idlest] = [...threads].sort((a, b) => a.waiting.size - b.waiting.size);
    if (idlest === undefined || (idlest.waiting.size > 0 && threads.size < count)) return start();
    return idlest;
  };

  return {
    take: (delivery, bytes, asked) =>
      new Promise(done => {
        const thread = least();
        const timer = setTimeout(() => thread.worker.terminate(), limits.time);
        number += 1;
        thread.waiting.set(number, { done, timer });
        const news = thread.asked === asked ? null : asked;
        thread.asked = asked;
        thread.worker.postMessage({ number, delivery, bytes, limits, asked: news } satisfies Task);
      }),
    haveRoom: () => threads.size < count || [...threads].some(({ waiting }) => waiting.size < AHEAD),
    areAtWork: () => [...threads].some(({ waiting }) => waiting.size > 0),
    close: async () => {
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
};
