// The thread that archives what it is handed, one after the other, until it is handed null.
import { parentPort, workerData } from 'node:worker_threads';
import { archiveAll } from './archive.ts';
import type { Errand, Offered } from './archive-ahead.ts';

const { output, done } = workerData as Errand;

parentPort?.on('message', (offered: Offered | null) => {
  if (offered === null) {
    parentPort?.close();
    return;
  }
  const { delivery, bytes } = offered;
  archiveAll([delivery], () => bytes, output);
  Atomics.add(done, 0, bytes.length);
});
