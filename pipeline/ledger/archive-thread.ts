// The thread that archives the files it is handed, until it is handed null.
import { parentPort, workerData } from 'node:worker_threads';
import { archiveAll } from './archive.ts';
import type { Errand, Offered } from './archive-ahead.ts';

const { output, done } = workerData as Errand;

parentPort?.on('message', (offered: readonly Offered[] | null) => {
  if (offered === null) {
    parentPort?.close();
    return;
  }
  const bytesOf = new Map(offered.map(({ delivery, bytes }) => [delivery.sha256, bytes] as const));
  const deliveries = offered.map(({ delivery }) => delivery);
  archiveAll(deliveries, ({ sha256 }) => bytesOf.get(sha256) ?? null, output);
  for (const { bytes } of offered) Atomics.add(done, 0, bytes.length);
});
