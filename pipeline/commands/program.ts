// The commands with their arguments and options, as `--help` prints them and the README lists them. The only file that knows commander.
import { join } from 'node:path';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import type { Period } from '../model.ts';
import { isPeriod } from '../period.ts';
import { VERSION } from '../render/data.ts';
import { cronOf } from '../schedule/schedule.ts';
import { inChina, timeOf } from '../time.ts';
import type { BlankOptions } from './blank.ts';
import { EXIT } from './exit.ts';
import type { ExplainOptions } from './explain.ts';
import type { ProofOptions } from './proofread.ts';
import type { RunOptions } from './run.ts';
import type { ScheduleOptions } from './schedule.ts';
import type { Source } from './source.ts';
import type { Surroundings } from './surroundings.ts';

/** Does what the arguments say and gives the exit code; only the code of that command is loaded. Throws what the command throws. */
export const obey = async (args: readonly string[], around: Surroundings): Promise<number> => {
  let code: Promise<number> = Promise.resolve(EXIT.done);
  try {
    const finish = (started: Promise<number>): void => {
      code = started;
    };
    programOf(around, finish).parse(args, { from: 'user' });
  } catch (error) {
    // Commander has said on the terminal what it has to say.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    throw error;
  }
  return code;
};

const programOf = (around: Surroundings, finish: (code: Promise<number>) => void): Command => {
  const commands = new Command('nianbao')
    .description('reads the returns of a period, sums them and renders the annual report')
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError();
  const output = join(around.root, 'output');
  const reading = (name: string, description: string): Command =>
    commands
      .command(name, name === 'run' ? { isDefault: true } : {})
      .description(description)
      .option('--input <folder>', 'the folder with units.csv and the period folders', join(around.root, 'input'))
      .option('--max-file <MiB>', 'the largest file that is read (else 20 MiB)', amount)
      .option('--max-time <seconds>', 'the longest that reading a file may take (else 30 seconds)', amount)
      .option('--workers <number>', 'how many files are read at once (else one fewer than there are cores)', amount);
  const located = (name: string, description: string): Command =>
    reading(name, description).option('--at <time>', 'the time of the run', time, inChina(around.now()));
  const writing = (command: Command): Command =>
    command
      .option('--output <folder>', 'where the editions go', output)
      .option('--period <period>', 'only this period (may be repeated)', periods, [])
      .option('--strict', 'exit with 1 when fatal findings are open', false)
      .option('--no-pdf', 'leave out the report as PDF, which LibreOffice prints')
      .option('--notice <file>', 'what is new for people goes into this file')
      .option('--notify <command>', 'what is new for people goes to the standard input of this command');
  writing(located('run', 'makes the editions of all periods in the input, or of those named'))
    .option('--if-changed', 'leave a period as it is, without a word, if its edition would come out the same', false)
    .option(
      '--as-of <time>',
      'not from the input, but as it was at this time, by record and archive of the output',
      time,
    )
    .action(({ asOf, ...options }: RunOptions & { readonly asOf?: string }) =>
      finish(
        asOf === undefined
          ? import('./run.ts').then(({ run }) => run(options, around))
          : import('./as-of.ts').then(({ runAsOf }) => runAsOf(options, asOf, around)),
      ),
    );
  located('status', 'who has filed, who is missing, what is open')
    .argument('[period]', 'the period; without it the latest', period)
    .action((named: Period | undefined, options: Source) =>
      finish(import('./status.ts').then(({ status }) => status(named, options, around))),
    );
  located('blank', 'blank returns, one a unit, with last year’s figures')
    .argument('<period>', 'the period', period)
    .option('--output <folder>', 'where the editions go', output)
    .option('--unit <code>', 'only this unit')
    .action((named: Period, options: BlankOptions) =>
      finish(import('./blank.ts').then(({ blank }) => blank(named, options, around))),
    );
  located('explain', 'a figure, its units, files, cells and raw texts')
    .argument('<period>', 'the period', period)
    .argument('<item>', 'the figure, such as t3.new_received.total or c_recv')
    .option('--unit <code>', 'only this unit')
    .action((named: Period, item: string, options: ExplainOptions) =>
      finish(import('./explain.ts').then(({ explain }) => explain(named, item, options, around))),
    );
  located('proofread', 'checks the numbers in a written report (.docx, .html, .txt)')
    .argument('<file>', 'the report')
    .option('--period <period>', 'compare with the sums of this period too', period)
    .option('--all', 'print what holds and what is doubtful as well', false)
    .option('--strict', 'exit with 1 when an error of high confidence is found', false)
    .action((file: string, options: ProofOptions) =>
      finish(import('./proofread.ts').then(({ proofreadFile }) => proofreadFile(file, options, around))),
    );
  commands
    .command('audit')
    .description('whether archive, record and editions are still what the runs wrote')
    .option('--output <folder>', 'where the editions are', output)
    .action((options: { readonly output: string }) =>
      finish(import('./audit.ts').then(({ auditOutput }) => auditOutput(options.output, around))),
    );
  commands
    .command('check-forms')
    .description('proves every form folder of templates/')
    .action(() => finish(import('./check-forms.ts').then(({ checkForms }) => checkForms(around))));
  writing(reading('schedule', 'stays up and runs on time where something has changed, never two at once'))
    .argument('<cron>', 'the times in China, such as "0 7 * * *"', cron)
    .action((pattern: string, options: ScheduleOptions) =>
      finish(import('./schedule.ts').then(({ schedule }) => schedule(pattern, options, around))),
    );
  return commands;
};

const period = (text: string): Period => {
  if (!isPeriod(text)) throw new InvalidArgumentError('a period is like 2025, 2025-H1, 2025-Q3 or 2025-07');
  return text;
};

const periods = (text: string, others: readonly Period[]): readonly Period[] => [...others, period(text)];

const time = (text: string): string => {
  const found = timeOf(text);
  if (found === null) throw new InvalidArgumentError('a time is like 2026-01-31 or 2026-01-31T08:00:00+08:00');
  return found;
};

const cron = (text: string): string => {
  try {
    cronOf(text);
    return text;
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
};

const amount = (text: string): number => {
  if (!/^[1-9]\d{0,3}$/u.test(text)) throw new InvalidArgumentError('a whole number from 1 to 9999 is due');
  return Number(text);
};
