// Time by the processor and not by the clock: machines are shared, and other tests run beside.
import process from 'node:process';

/** Milliseconds that this thread has worked so far. */
export const processorTime = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};
