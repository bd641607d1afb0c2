// Originals go into the archive by a thread of its own while the returns are read, so that nobody waits for the disk at the end.
// What it does not do, for whatever reason, is done or told by `archiveAll` when the edition is kept.
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { threadEnvironment } from '../compiled.ts';
import type { Delivery } from '../model.ts';
import { placeIn } from './archive.ts';

export interface Ahead {
  /** The bytes of a file that came. Never waits, and never throws. */
  readonly offer: (delivery: Delivery, bytes: Uint8Array) => void;
  /** When all that was offered is done; the thread has ended then. Never rejects. */
  readonly settled: () => Promise<void>;
}

export interface Offered {
  readonly delivery: Delivery;
  readonly bytes: Uint8Array;
}

/** What the thread is started with. */
export interface Errand {
  readonly output: string;
  /** One number: the bytes that are done with. Messages would not be heard while a file is read. */
  readonly done: Int32Array;
}

/** Bytes that may wait for a slow disk. */
const MOST = 64 * 2 ** 20;

/** Files handed over together: to wake a thread takes longer than to hand it some more. */
const TOGETHER = 16;

const ENTRY = new URL('./archive-thread.ts', import.meta.url);

export const archiveAhead = (output: string): Ahead => {
  let running: { readonly worker: Worker; readonly ended: Promise<void> } | null = null;
  let offered = 0;
  let done = new Int32Array(new SharedArrayBuffer(4));
  let waiting: Offered[] = [];

  const start = (): void => {
    done = new Int32Array(new SharedArrayBuffer(4));
    offered = 0;
    const worker = new Worker(ENTRY, {
      env: threadEnvironment(),
      workerData: { output, done } satisfies Errand,
    });
    // Its end follows, and that is all that anybody waits for.
    worker.on('error', () => {});
    const ended = new Promise<void>(end => worker.on('exit', () => end()));
    running = { worker, ended };
  };

  const handOver = (): void => {
    running?.worker.postMessage(waiting);
    waiting = [];
  };

  return {
    offer: (delivery, bytes) => {
      if (existsSync(placeIn(output, delivery.sha256))) return;
      if (running === null) start();
      if (offered - Atomics.load(done, 0) + bytes.length > MOST) return;
      offered += bytes.length;
      waiting.push({ delivery, bytes });
      if (waiting.length === TOGETHER) handOver();
    },
    settled: async () => {
      handOver();
      running?.worker.postMessage(null);
      await running?.ended;
      running = null;
    },
  };
};
