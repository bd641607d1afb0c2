// `run`: the editions of all periods in the input, or of those named.
import { join } from 'node:path';
import { addPdf } from '../deliver/add-pdf.ts';
import { deliver } from '../deliver/deliver.ts';
import { stillHeld } from '../deliver/lock.ts';
import type { House } from '../house.ts';
import { type Keep, openKeep } from '../ledger/keep.ts';
import { memoryWhenAsked } from '../ledger/memory.ts';
import { programIn } from '../ledger/program.ts';
import type { Document, Edition, Period } from '../model.ts';
import { periodName } from '../period.ts';
import { VERSION } from '../render/data.ts';
import { wordPath } from '../render/report/report.ts';
import { keptText } from '../terminal/kept.ts';
import { summary } from '../terminal/summary.ts';
import { codeOf, eachPeriod } from './each-period.ts';
import { alone, keepApart, logKept } from './output-folder.ts';
import type { Surroundings } from './surroundings.ts';
import { periodsOf, type Source, withHouse } from './with-house.ts';

export interface RunOptions extends Source {
  readonly output: string;
  readonly period: readonly Period[];
  readonly strict: boolean;
  readonly pdf: boolean;
}

export const run = async (options: RunOptions, around: Surroundings): Promise<number> => {
  keepApart(options);
  const memory = memoryWhenAsked(join(options.output, 'cache.sqlite'), () => programIn(around.root));
  const act = async (house: House): Promise<number> => {
    const wanted = options.period.length > 0 ? options.period : periodsOf(house, options.input);
    const keep = openKeep(house, options.output, VERSION, around.log.warn.bind(around.log));
    const editions = await alone(options.output, around, () =>
      eachPeriod(wanted, around, name => runPeriod(house, name, options, keep, around)),
    );
    return codeOf(editions, wanted, options.strict);
  };
  return withHouse(options, around, act, memory);
};

const runPeriod = async (
  house: House,
  name: Period,
  { output, pdf }: RunOptions,
  keep: Keep,
  around: Surroundings,
): Promise<Edition> => {
  const { log, print, milliseconds } = around;
  const started = milliseconds();
  const edition = await house.edition(name);
  const made = house.documents(edition);
  const documents = pdf ? withPdf(edition, made, join(output, name), around) : made;
  const hashes = new Map<string, string>();
  stillHeld(output);
  const kept = await deliver(documents, output, name, { staged: (path, hash) => hashes.set(path, hash) });
  logKept(name, kept, around);
  keep(edition, hashes);
  log.info({ period: name, ...countsIn(edition), ms: Math.round(milliseconds() - started) }, 'edition written');
  print(summary(edition, join(output, name)) + keptText(kept));
  return edition;
};

const withPdf = (
  { plan, form }: Edition,
  made: AsyncIterable<Document>,
  folder: string,
  { log, print }: Surroundings,
): AsyncIterable<Document> => {
  const path = wordPath(form);
  return addPdf(made, path, folder, without => {
    const reason = without.kind === 'lacking' ? 'there is no LibreOffice on this machine' : without.why;
    log.warn({ period: plan.period, reason }, 'the report was not printed as PDF');
    print(`${periodName(plan.period)}：没有生成 PDF。请用 Word 或 WPS 打开 ${path}，另存为 PDF。\n`);
  });
};

const countsIn = ({ plan, returns, judgements, findings }: Edition) => ({
  units: plan.units.length,
  filed: returns.length,
  files: judgements.length,
  findings: findings.length,
  fatal: findings.filter(({ severity }) => severity === 'fatal').length,
});
