#!/usr/bin/env node
// The commands, the clock, the exit code; the only place that catches a Fault.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { addPdf } from './deliver/add-pdf.ts';
import { deliver } from './deliver/deliver.ts';
import type { Kept } from './deliver/kept.ts';
import { type Holder, stillHeld, withLock } from './deliver/lock.ts';
import { Fault, isOfDisk } from './fault.ts';
import { loadForms } from './forms/load.ts';
import { proveForm } from './forms/prove.ts';
import { type House, openHouse } from './house.ts';
import { audit } from './ledger/audit.ts';
import { type Keep, openKeep } from './ledger/keep.ts';
import { type Memory, memoryWhenAsked } from './ledger/memory.ts';
import { type Past, pastOf } from './ledger/past.ts';
import { programIn } from './ledger/program.ts';
import { openLog } from './log.ts';
import type { Document, Edition, Form, Period } from './model.ts';
import { isPeriod, periodName } from './period.ts';
import { isError, proofText } from './proofread/print.ts';
import { proofread } from './proofread/proofread.ts';
import { sumIndexOf } from './proofread/sum-index.ts';
import { readDocument } from './read/document.ts';
import { limitsOf } from './read/limits.ts';
import { VERSION } from './render/data.ts';
import { loadKit } from './render/kit.ts';
import { checkReport, wordPath } from './render/report/report.ts';
import { figuresWithoutRule, proveRules } from './rules/prove.ts';
import { auditText } from './terminal/audit.ts';
import { explainText } from './terminal/explain.ts';
import { keptText } from './terminal/kept.ts';
import { terminalProgress } from './terminal/progress.ts';
import { countsOf, statusText } from './terminal/status.ts';
import { inChina, timeOf } from './time.ts';

const EXIT = { done: 0, fatalFindings: 1, noEdition: 2, differences: 2, usage: 64 } as const;
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TEMPLATES = join(ROOT, 'templates');

const log = openLog();

interface Source {
  readonly input: string;
  readonly at: string;
  readonly maxFile?: number;
  readonly maxTime?: number;
}

interface Options extends Source {
  readonly output: string;
  readonly period: readonly Period[];
  readonly strict: boolean;
  readonly pdf: boolean;
  readonly asOf?: string;
}

const period = (text: string): Period => {
  if (!isPeriod(text)) throw new InvalidArgumentError('a period is like 2025, 2025-H1, 2025-Q3 or 2025-07');
  return text;
};

const time = (text: string): string => {
  const found = timeOf(text);
  if (found === null) throw new InvalidArgumentError('a time is like 2026-01-31 or 2026-01-31T08:00:00+08:00');
  return found;
};

const amount = (text: string): number => {
  if (!/^[1-9]\d{0,3}$/u.test(text)) throw new InvalidArgumentError('a whole number from 1 to 9999 is due');
  return Number(text);
};

const withHouse = async <T>(
  { input, at, maxFile, maxTime }: Source,
  act: (house: House) => Promise<T>,
  memory: Memory | null = null,
): Promise<T> => {
  const progress = terminalProgress(process.stderr, () => performance.now());
  const limits = limitsOf({
    ...(maxFile === undefined ? {} : { mebibytes: maxFile }),
    ...(maxTime === undefined ? {} : { seconds: maxTime }),
  });
  const house = await openHouse({ input, templates: TEMPLATES, memory }, at, log, progress, limits);
  try {
    return await act(house);
  } finally {
    await house.close();
    memory?.close();
  }
};

const run = async (options: Options): Promise<number> => {
  keepApart(options);
  const memory = memoryWhenAsked(join(options.output, 'cache.sqlite'), () => programIn(ROOT));
  const act = async (house: House): Promise<number> => {
    const wanted = options.period.length > 0 ? options.period : periodsOf(house, options.input);
    const keep = openKeep(house, options.output, VERSION, log.warn.bind(log));
    const editions = await withLock(options.output, inChina(new Date()), lockTold, () =>
      eachPeriod(wanted, name => runPeriod(house, name, options, keep)),
    );
    return codeOf(editions, wanted, options);
  };
  return withHouse(options, act, memory);
};

const codeOf = (editions: readonly Edition[], wanted: readonly Period[], { strict }: Options): number => {
  if (editions.length < wanted.length) return EXIT.noEdition;
  const fatal = editions.some(({ findings }) =>
    findings.some(({ severity, status }) => severity === 'fatal' && status === 'open'),
  );
  return strict && fatal ? EXIT.fatalFindings : EXIT.done;
};

/** The editions as they were at a time, beside the current ones; nothing is recorded of it. */
const runAsOf = async (options: Options, asOf: string): Promise<number> => {
  const past = pastOf(options.output, asOf);
  const wanted = options.period.length > 0 ? options.period : [...past.keys()].sort();
  if (wanted.length === 0) throw new Fault(`no edition was written up to ${asOf}`, options.output);
  const folder = join(options.output, '截至', asOf.replaceAll(':', ''));
  const editions = await eachPeriod(wanted, name => rebuild(name, past.get(name), folder));
  return codeOf(editions, wanted, options);
};

const rebuild = async (name: Period, past: Past | undefined, folder: string): Promise<Edition> => {
  if (past === undefined) throw new Fault('no edition of this period was written up to that time', name);
  const { run: then } = past;
  const limits = { ...limitsOf({}), ...then.limits };
  const house = await openHouse({ input: past.input(), templates: TEMPLATES }, then.time, log, () => {}, limits);
  try {
    const edition = await house.edition(name);
    const documents = await house.documents(edition);
    await deliver(documents, folder, name);
    const [was, is] = [then, { version: VERSION, form: edition.form }].map(
      ({ version, form }) => `${version} ${form.hash}`,
    );
    const differing = past.differing(documents);
    if (differing.length > 0)
      log.warn({ period: name, differing, was, is }, 'rebuilt, but these documents are not those written then');
    process.stdout.write(summary(edition, join(folder, name)));
    return edition;
  } finally {
    await house.close();
  }
};

const lockTold = (message: string, holder: Holder | null): void => log.warn({ holder }, message);

/** Those that could be made: a period whose settings are wrong does not keep the others from their editions. */
const eachPeriod = async (
  wanted: readonly Period[],
  make: (name: Period) => Promise<Edition>,
): Promise<readonly Edition[]> => {
  const editions: Edition[] = [];
  for (const name of wanted) {
    try {
      editions.push(await make(name));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      log.error({ period: name, place: error.place }, error.message);
    }
  }
  return editions;
};

// An edition written among the returns would be read as returns, and replace them.
const keepApart = ({ input, output }: Options): void => {
  const [from, to] = [input, output].map(folder => `${resolve(folder)}${sep}`) as [string, string];
  if (to.startsWith(from))
    throw new Fault('the output folder lies in the input folder; choose another --output', output);
};

const periodsOf = ({ periods }: House, input: string): readonly Period[] => {
  if (periods.length === 0) throw new Fault('there is no period folder like 2025 to make an edition of', input);
  return periods;
};

const runPeriod = async (house: House, name: Period, { output, pdf }: Options, keep: Keep): Promise<Edition> => {
  const started = performance.now();
  const edition = await house.edition(name);
  const made = await house.documents(edition);
  const documents = pdf ? await withPdf(edition, made, join(output, name)) : made;
  stillHeld(output);
  const kept = await deliver(documents, output, name);
  logKept(name, kept);
  keep(edition, documents);
  log.info({ period: name, ...countsIn(edition), ms: Math.round(performance.now() - started) }, 'edition written');
  process.stdout.write(summary(edition, join(output, name)) + keptText(kept));
  return edition;
};

const logKept = (name: Period, kept: readonly Kept[]): void => {
  for (const { why, path, beside } of kept)
    log.warn({ period: name, why, path, beside }, 'a document has two versions');
};

const withPdf = async (
  { plan, form }: Edition,
  made: readonly Document[],
  folder: string,
): Promise<readonly Document[]> => {
  const path = wordPath(form);
  const { documents, without } = await addPdf(made, path, folder);
  if (without === null) return documents;
  const reason = without.kind === 'lacking' ? 'there is no LibreOffice on this machine' : without.why;
  log.warn({ period: plan.period, reason }, 'the report was not printed as PDF');
  process.stdout.write(`${periodName(plan.period)}：没有生成 PDF。请用 Word 或 WPS 打开 ${path}，另存为 PDF。\n`);
  return documents;
};

const countsIn = ({ plan, returns, judgements, findings }: Edition) => ({
  units: plan.units.length,
  filed: returns.length,
  files: judgements.length,
  findings: findings.length,
  fatal: findings.filter(({ severity }) => severity === 'fatal').length,
});

const summary = ({ plan, returns, findings }: Edition, folder: string): string =>
  `${periodName(plan.period)}：应报 ${plan.units.length}，已报 ${returns.length}；待处理 ${countsOf(findings)} → ${folder}\n`;

const status = (named: Period | undefined, source: Source): Promise<number> =>
  withHouse(source, async house => {
    const wanted = named === undefined ? periodsOf(house, source.input).slice(-1) : [named];
    for (const name of wanted) process.stdout.write(statusText(await house.edition(name)));
    return EXIT.done;
  });

const BLANKS = '空白表';

const blank = async (named: Period, options: Options & { readonly unit?: string }): Promise<number> => {
  keepApart(options);
  return withHouse(options, async house => {
    const started = performance.now();
    const folder = join(options.output, named, BLANKS);
    const standing = new Set(existsSync(folder) ? readdirSync(folder) : []);
    const documents = await house.blanks(named, options.unit ?? null, standing);
    const kept = await withLock(options.output, inChina(new Date()), lockTold, () =>
      deliver(documents, options.output, named, { part: BLANKS }),
    );
    logKept(named, kept);
    log.info(
      { period: named, blanks: documents.length, ms: Math.round(performance.now() - started) },
      'blanks written',
    );
    process.stdout.write(`${periodName(named)}：空白表 ${documents.length} 份 → ${folder}\n${keptText(kept)}`);
    return EXIT.done;
  });
};

const explain = (named: Period, item: string, options: Source & { readonly unit?: string }): Promise<number> =>
  withHouse(options, async house => {
    process.stdout.write(explainText(await house.edition(named), item, options.unit ?? null));
    return EXIT.done;
  });

interface ProofOptions extends Source {
  readonly period?: Period;
  readonly all: boolean;
  readonly strict: boolean;
}

const proofreadFile = async (
  file: string,
  { period: named, all, strict, ...source }: ProofOptions,
): Promise<number> => {
  const writing = readDocument(bytesOf(file));
  if (writing.kind === 'refused')
    throw new Fault(`cannot be read as a report (${writing.refusal}) ${writing.detail}`, file);
  const sums =
    named === undefined ? null : await withHouse(source, async house => sumIndexOf(await house.edition(named)));
  const claims = proofread(writing.paragraphs, sums);
  process.stdout.write(proofText(claims, all));
  const isWrong = claims.some(claim => isError(claim) && claim.confidence === '高');
  return strict && isWrong ? EXIT.fatalFindings : EXIT.done;
};

const bytesOf = (file: string): Uint8Array => {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Fault(`cannot be opened: ${(error as NodeJS.ErrnoException).code}`, file);
  }
};

const checkForms = async (): Promise<number> => {
  const forms = loadForms(TEMPLATES);
  const kit = loadKit(TEMPLATES);
  const problems = forms.flatMap(form =>
    [...proveForm(form), ...proveRules(form)].map(problem => `${form.id}: ${problem}`),
  );
  for (const problem of problems) process.stdout.write(`${problem}\n`);
  if (problems.length > 0) throw new Fault(`${problems.length} problems in the forms`, TEMPLATES);
  for (const form of forms) checkReport(form, kit);
  for (const form of forms) process.stdout.write(soundText(form));
  return EXIT.done;
};

const soundText = (form: Form): string => {
  const { id, title, tables, texts, rules } = form;
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  const bare = figuresWithoutRule(form);
  const told = bare.length === 0 ? '' : `    没有规则涉及的 ${bare.length} 项：${bare.join(' ')}\n`;
  return `${id}  ${title}：${tables.length} 张表，${rows} 行，${texts.length} 项文字，${rules.length} 条规则，无问题\n${told}`;
};

const auditOutput = async (output: string): Promise<number> => {
  const found = audit(output);
  process.stdout.write(auditText(found));
  return found.differences.length === 0 ? EXIT.done : EXIT.differences;
};

const program = (finish: (code: Promise<number>) => void): Command => {
  const commands = new Command('nianbao')
    .description('reads the returns of a period, sums them and renders the annual report')
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError();
  const located = (name: string, description: string): Command =>
    commands
      .command(name, name === 'run' ? { isDefault: true } : {})
      .description(description)
      .option('--input <folder>', 'the folder with units.csv and the period folders', join(ROOT, 'input'))
      .option('--at <time>', 'the time of the run', time, inChina(new Date()))
      .option('--max-file <MiB>', 'the largest file that is read (else 20 MiB)', amount)
      .option('--max-time <seconds>', 'the longest that reading a file may take (else 30 seconds)', amount);
  located('run', 'makes the editions of all periods in the input, or of those named')
    .option('--output <folder>', 'where the editions go', join(ROOT, 'output'))
    .option(
      '--period <period>',
      'only this period (may be repeated)',
      (text, others: readonly Period[]) => [...others, period(text)],
      [],
    )
    .option('--strict', 'exit with 1 when fatal findings are open', false)
    .option('--no-pdf', 'leave out the report as PDF, which LibreOffice prints')
    .option(
      '--as-of <time>',
      'not from the input, but as it was at this time, by record and archive of the output',
      time,
    )
    .action((options: Options) => finish(options.asOf === undefined ? run(options) : runAsOf(options, options.asOf)));
  located('status', 'who has filed, who is missing, what is open')
    .argument('[period]', 'the period; without it the latest', period)
    .action((named: Period | undefined, options: Source) => finish(status(named, options)));
  located('blank', 'blank returns, one a unit, with last year’s figures')
    .argument('<period>', 'the period', period)
    .option('--output <folder>', 'where the editions go', join(ROOT, 'output'))
    .option('--unit <code>', 'only this unit')
    .action((named: Period, options: Options & { readonly unit?: string }) => finish(blank(named, options)));
  located('explain', 'a figure, its units, files, cells and raw texts')
    .argument('<period>', 'the period', period)
    .argument('<item>', 'the figure, such as t3.new_received.total or c_recv')
    .option('--unit <code>', 'only this unit')
    .action((named: Period, item: string, options: Source & { readonly unit?: string }) =>
      finish(explain(named, item, options)),
    );
  located('proofread', 'checks the numbers in a written report (.docx, .html, .txt)')
    .argument('<file>', 'the report')
    .option('--period <period>', 'compare with the sums of this period too', period)
    .option('--all', 'print what holds and what is doubtful as well', false)
    .option('--strict', 'exit with 1 when an error of high confidence is found', false)
    .action((file: string, options: ProofOptions) => finish(proofreadFile(file, options)));
  commands
    .command('audit')
    .description('whether archive, record and editions are still what the runs wrote')
    .option('--output <folder>', 'where the editions are', join(ROOT, 'output'))
    .action(({ output }: { readonly output: string }) => finish(auditOutput(output)));
  commands
    .command('check-forms')
    .description('proves every form folder of templates/')
    .action(() => finish(checkForms()));
  return commands;
};

const main = async (args: readonly string[]): Promise<number> => {
  try {
    let code: Promise<number> = Promise.resolve(EXIT.done);
    program(started => {
      code = started;
    }).parse(args, { from: 'user' });
    return await code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (error instanceof Fault) log.error({ place: error.place }, error.message);
    else if (isOfDisk(error)) log.error({ place: error.path ?? null }, `the disk refused: ${error.message}`);
    else log.error({ err: error }, 'nianbao itself failed; please send this log to its maintainer');
    return EXIT.noEdition;
  }
};

// `nianbao status | head` closes the pipe before we have said all.
process.stdout.on('error', error =>
  process.exit((error as NodeJS.ErrnoException).code === 'EPIPE' ? EXIT.done : EXIT.noEdition),
);

process.exitCode = await main(process.argv.slice(2));
