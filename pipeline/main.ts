// The process: clock, terminal, log and exit code; the only place that catches a Fault. What the commands do stands in commands/.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXIT } from './commands/exit.ts';
import { obey } from './commands/program.ts';
import type { Surroundings } from './commands/surroundings.ts';
import { Fault, isOfDisk } from './fault.ts';
import { programIn } from './ledger/program.ts';
import { openLog } from './log.ts';
import { terminalProgress } from './terminal/progress.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const log = openLog();
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
let program: string | null = null;
const milliseconds = (): number => performance.now();

const around: Surroundings = {
  log,
  print: text => process.stdout.write(text),
  progress: terminalProgress(process.stderr, milliseconds),
  now: () => new Date(),
  milliseconds,
  cores: availableParallelism(),
  peakMemory: () => Math.round(process.resourceUsage().maxRSS / 1_024),
  program: () => {
    program ??= programIn(root);
    return program;
  },
  guarded: act => guarded(act),
  untilStopped: () => untilStopped(),
  root,
  templates: join(root, 'templates'),
};

const guarded = async (act: () => Promise<number>): Promise<number> => {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Fault) log.error({ place: error.place }, error.message);
    else if (isOfDisk(error)) log.error({ place: error.path ?? null }, `the disk refused: ${error.message}`);
    else log.error({ err: error }, 'nianbao itself failed; please send this log to its maintainer');
    return EXIT.noEdition;
  }
};

// Asked once more, the process ends as one without these handlers does.
const untilStopped = (): AbortSignal => {
  const stop = new AbortController();
  const end = (): void => {
    for (const signal of SIGNALS) process.off(signal, end);
    stop.abort();
  };
  for (const signal of SIGNALS) process.on(signal, end);
  return stop.signal;
};

// `nianbao status | head` closes the pipe before we have said all.
process.stdout.on('error', error =>
  process.exit((error as NodeJS.ErrnoException).code === 'EPIPE' ? EXIT.done : EXIT.noEdition),
);

process.exitCode = await guarded(() => obey(process.argv.slice(2), around));
