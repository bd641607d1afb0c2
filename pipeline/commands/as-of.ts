// `run --as-of`: the editions as they were at a time, beside the current ones; nothing is recorded of it.
import { join } from 'node:path';
import { deliver } from '../deliver/deliver.ts';
import { Fault } from '../fault.ts';
import { openHouse } from '../house.ts';
import { type Past, pastOf } from '../ledger/past.ts';
import { templatesIn } from '../ledger/program.ts';
import type { Edition, Period } from '../model.ts';
import { limitsOf } from '../read/limits.ts';
import { VERSION } from '../render/data.ts';
import { sha256 } from '../sha256.ts';
import { summary } from '../terminal/summary.ts';
import { codeOf, eachPeriod, openFatalIn } from './each-period.ts';
import type { RunOptions } from './run.ts';
import type { Surroundings } from './surroundings.ts';

export const runAsOf = async (options: RunOptions, asOf: string, around: Surroundings): Promise<number> => {
  const past = pastOf(options.output, asOf);
  const wanted = options.period.length > 0 ? options.period : [...past.keys()].sort();
  if (wanted.length === 0) throw new Fault(`no edition was written up to ${asOf}`, options.output);
  const folder = join(options.output, '截至', asOf.replaceAll(':', ''));
  const program = sha256(around.program() + templatesIn(around.templates));
  const made = await eachPeriod(wanted, around, name => rebuild(name, past.get(name), folder, program, around));
  return codeOf(
    made.map(one => ('made' in one ? openFatalIn(one.made) : null)),
    options.strict,
  );
};

const rebuild = async (
  name: Period,
  past: Past | undefined,
  folder: string,
  program: string,
  { templates, log, print }: Surroundings,
): Promise<Edition> => {
  if (past === undefined) throw new Fault('no edition of this period was written up to that time', name);
  const { run: then } = past;
  const limits = { ...limitsOf({}), ...then.limits };
  const house = await openHouse({ input: past.input(), templates, program }, then.time, log, () => {}, limits);
  try {
    const edition = await house.edition(name);
    const hashes = new Map<string, string>();
    await deliver(house.documents(edition), folder, name, { staged: (path, hash) => hashes.set(path, hash) });
    const [was, is] = [then, { version: VERSION, form: edition.form }].map(
      ({ version, form }) => `${version} ${form.hash}`,
    );
    const differing = past.differing(hashes);
    if (differing.length > 0)
      log.warn({ period: name, differing, was, is }, 'rebuilt, but these documents are not those written then');
    print(summary(edition, join(folder, name)));
    return edition;
  } finally {
    await house.close();
  }
};
