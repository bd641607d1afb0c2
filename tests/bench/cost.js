// Loaded before a measured program: at its end it writes its seconds of processor and its peak of memory, in KiB, to the file that COST names.
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const tell = () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeFileSync(process.env['COST'] ?? '', `${(userCPUTime + systemCPUTime) / 1e6} ${maxRSS}`);
};

if (isMainThread) process.on('exit', tell);
