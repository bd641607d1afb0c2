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
  /** How many files can be read at once. */
  readonly cores: number;
  /** The folder of the program; `templates` is the one of the forms in it. */
  readonly root: string;
  readonly templates: string;
}
