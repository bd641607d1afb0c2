// `run`: the editions of all periods in the input, or of those named.
import { templatesIn } from '../ledger/program.ts';
import type { Period } from '../model.ts';
import { sha256 } from '../sha256.ts';
import { codeOf, type Made, openFatalIn } from './each-period.ts';
import { handOn, type NoticeOptions } from './notices.ts';
import { keepApart } from './output-folder.ts';
import type { Source } from './source.ts';
import type { Surroundings } from './surroundings.ts';
import { type Looked, lookAt } from './unchanged.ts';
import { withHealth } from './with-health.ts';
import type { Written } from './write-edition.ts';

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
    const made = looked.isAllUnchanged ? [] : await madeBy(options, looked, program, around);
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

// Most of the code is loaded only where there is something to make.
const madeBy = async (options: RunOptions, { unchanged }: Looked, program: string, around: Surroundings) => {
  const { makeEditions } = await import('./make-editions.ts');
  return makeEditions(options, period => unchanged.has(period), program, around);
};

const openFatalOf = (one: Made<Written>): number | null => ('made' in one ? openFatalIn(one.made.edition) : null);

const healthOf = (one: Made<Written>) =>
  'made' in one
    ? ({ period: one.period, outcome: 'written', error: '' } as const)
    : ({ period: one.period, outcome: 'failed', error: one.fault.message } as const);
