// What main.ts hands to every command: the log, the clock, the terminal and where the house stands.
import type { Progress } from '../house.ts';
import type { Log } from '../log.ts';

export interface Surroundings {
  readonly log: Log;
  /** To standard output. */
  readonly print: (text: string) => void;
  readonly progress: Progress;
  readonly now: () => Date;
  /** Of a clock that only runs forward. */
  readonly milliseconds: () => number;
  /** Of the machine. */
  readonly cores: number;
  /** The most that this process has held so far, in MiB. */
  readonly peakMemory: () => number;
  /** A fingerprint of the code that runs, taken once: what is on disk may be another one by the time of a later run. */
  readonly program: () => string;
  /** Gives the exit code; what is thrown is told by the log and ends with 2. */
  readonly guarded: (act: () => Promise<number>) => Promise<number>;
  /** Aborted when the process is asked to end; being asked twice ends it at once. */
  readonly untilStopped: () => AbortSignal;
  /** The folder of the program; `templates` is the one of the forms in it. */
  readonly root: string;
  readonly templates: string;
}
