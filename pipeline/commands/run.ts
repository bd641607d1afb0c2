// `run`: the editions of all periods in the input, or of those named.
import { join } from 'node:path';
import type { House } from '../house.ts';
import { openKeep } from '../ledger/keep.ts';
import { memoryWhenAsked } from '../ledger/memory.ts';
import { templatesIn } from '../ledger/program.ts';
import type { Period } from '../model.ts';
import { VERSION } from '../render/data.ts';
import { sha256 } from '../sha256.ts';
import { codeOf, eachPeriod, type Made, openFatalIn } from './each-period.ts';
import { handOn, type NoticeOptions } from './notices.ts';
import { alone, keepApart } from './output-folder.ts';
import type { Surroundings } from './surroundings.ts';
import { type Looked, lookAt } from './unchanged.ts';
import { withHealth } from './with-health.ts';
import { periodsOf, type Source, withHouse } from './with-house.ts';
import { type Written, writeEdition } from './write-edition.ts';

export interface RunOptions extends Source, NoticeOptions {
  readonly output: string;
  readonly period: readonly Period[];
  readonly strict: boolean;
  readonly pdf: boolean;
  /** A period whose edition would come out the same is left as it is. */
  readonly ifChanged?: boolean;
}

/** `next`: when a schedule runs again. */
export const run = async (options: RunOptions, around: Surroundings, next: string | null = null): Promise<number> => {
  keepApart(options);
  return withHealth(options.output, next, around, async ({ unsent_notice: unsent = '' }) => {
    const program = sha256(around.program() + templatesIn(around.templates));
    const looked = options.ifChanged === true ? await lookAt(options, program, around) : NOT_LOOKED;
    const made = looked.isAllUnchanged ? [] : await makeAll(options, looked, program, around);
    const notices = made.map(one => ('made' in one ? one.made.notice : ''));
    return {
      code: codeOf(
        [...[...looked.unchanged.values()].map(({ openFatal }) => openFatal), ...made.map(openFatalOf)],
        options.strict,
      ),
      periods: [
        ...[...looked.unchanged.keys()].map(period => ({ period, outcome: 'unchanged', error: '' }) as const),
        ...made.map(healthOf),
      ],
      unsent: await handOn(unsent, notices, options, around),
    };
  });
};

const NOT_LOOKED: Looked = { unchanged: new Map(), isAllUnchanged: false };

const makeAll = (
  options: RunOptions,
  { unchanged }: Looked,
  program: string,
  around: Surroundings,
): Promise<readonly Made<Written>[]> => {
  const { input, output, period } = options;
  const act = async (house: House): Promise<readonly Made<Written>[]> => {
    const wanted = period.length > 0 ? period : periodsOf(house, input);
    const due = wanted.filter(name => !unchanged.has(name));
    const keep = openKeep(house, output, VERSION, around.log.warn.bind(around.log));
    return alone(output, around, () =>
      eachPeriod(due, around, name => writeEdition(house, name, options, keep, around)),
    );
  };
  return withHouse(options, around, act, {
    memory: memoryWhenAsked(join(output, 'cache.sqlite'), around.program),
    program,
  });
};

const openFatalOf = (one: Made<Written>): number | null => ('made' in one ? openFatalIn(one.made.edition) : null);

const healthOf = (one: Made<Written>) =>
  'made' in one
    ? ({ period: one.period, outcome: 'written', error: '' } as const)
    : ({ period: one.period, outcome: 'failed', error: one.fault.message } as const);
