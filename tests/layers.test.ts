// Who may import whom, read from the import statements.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(path => /\.[jt]s$/u.test(path))
    .map(path => join(folder, path))
    .sort();

const sourceOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Without comments and without what stands in quotes. */
const codeOf = (path: string): string =>
  sourceOf(path)
    .replace(/\/\*[\s\S]*?\*\//gu, '')
    .replace(/(?<![:\\'"`/])\/\/.*$/gmu, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/gu, "''");

interface Import {
  readonly from: string;
  /** A path below pipeline/ for one of the house, else the package, as `node:fs` or `yaml`. */
  readonly to: string;
  readonly isHouse: boolean;
}

const IMPORT = /^\s*(?:import|export)\b[^'";]*?\bfrom '([^']+)'|\bimport\('([^']+)'\)|^import '([^']+)'/gmu;

const importsOf = (path: string): readonly Import[] =>
  [...sourceOf(path).matchAll(IMPORT)].map(([, named, dynamic, bare]) => {
    const target = named ?? dynamic ?? bare ?? '';
    const isHouse = target.startsWith('.');
    const from = path.slice('pipeline/'.length);
    return { from, to: isHouse ? normalize(join(dirname(from), target)) : target, isHouse };
  });

const FILES = filesBelow('pipeline');
const IMPORTS = FILES.flatMap(importsOf);
const HOUSE = IMPORTS.filter(({ isHouse }) => isHouse);
const PACKAGES = IMPORTS.filter(({ isHouse }) => !isHouse);

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '');
const told = (imports: readonly Import[]): readonly string[] => imports.map(({ from, to }) => `${from} imports ${to}`);

/** The words that all stages share, without disk, clock or randomness. */
const WORDS = [
  'address',
  'can-answer',
  'common-values',
  'compare-text',
  'complete',
  'decimal',
  'derived-rows',
  'filing',
  'finding-id',
  'item-places',
  'items',
  'label',
  'left',
  'made-from',
  'mark',
  'observed',
  'once-for-each',
  'once-of',
  'one-text',
  'packed',
  'period',
  'recent-answers',
  'reference-note',
  'relations',
  'severity-names',
  'sha256',
  'time',
  'years',
].map(name => `${name}.ts`);
const BASE = ['model.ts', 'fault.ts'];

/** One file a command: they put the edges together, with what main.ts hands them. */
const COMMANDS = FILES.map(path => path.slice('pipeline/'.length)).filter(path => path.startsWith('commands/'));

/** Files that touch disk, clock, log, other processes or the environment. */
const EDGES = [
  ...COMMANDS,
  'compiled.ts',
  'deliver/add-pdf.ts',
  'deliver/disk.ts',
  'deliver/intact.ts',
  'deliver/print-pdf.ts',
  'deliver/lock.ts',
  'forms/load.ts',
  'house.ts',
  'intake/incoming.ts',
  'intake/folder.ts',
  'intake/identity.ts',
  'intake/originals.ts',
  'intake/reachable.ts',
  'intake/received.ts',
  'intake/snapshot.ts',
  'intake/unsettled.ts',
  'intake/walk.ts',
  'ledger/archive-ahead.ts',
  'ledger/archive-thread.ts',
  'ledger/archive.ts',
  'ledger/audit-archive.ts',
  'ledger/audit-editions.ts',
  'ledger/audit.ts',
  'ledger/is-kept.ts',
  'ledger/keep.ts',
  'ledger/memory.ts',
  'ledger/open.ts',
  'ledger/past.ts',
  'ledger/program.ts',
  'ledger/recorded-input.ts',
  'ledger/sqlite.ts',
  'localize/solver.ts',
  'log.ts',
  'main.ts',
  'make-folder.ts',
  'notify/notify.ts',
  'read/apart/apart.ts',
  'read/apart/child.ts',
  'render/kit.ts',
  'replace-file.ts',
  'schedule/schedule.ts',
  'start.js',
  'take/take.ts',
  'take/thread.ts',
  'take/threads.ts',
];

const PLAUSIBLE = FILES.map(path => path.slice('pipeline/'.length)).filter(path => path.startsWith('plausible/'));

/** Folders of which each file imports only the shared words, its own folder and those named here. */
const STAGES: Readonly<Record<string, readonly string[]>> = {
  // A check of sums names the cell that is probably wrong; what is unusual is reckoned in a folder of its own, and told by the checks.
  checks: [
    'localize/equality.ts',
    'localize/localize.ts',
    'localize/mip.ts',
    'localize/plausible.ts',
    ...['answers', 'compile', 'equalities', 'evaluate', 'fraction', 'glance', 'range', 'wording'].map(
      name => `rules/${name}.ts`,
    ),
    ...PLAUSIBLE,
  ],
  // The disk that each of its files is handed.
  deliver: ['make-folder.ts', 'deliver/disk.ts'],
  explain: [],
  health: [],
  // Names in rules are looked up when a form is loaded, so that a wrong one costs no return. A table of a form may be an .xlsx.
  forms: ['rules/compile.ts', 'read/read-sync.ts'],
  intake: [],
  // Editions are audited against the list that deliver/ leaves in them; the record of a folder stands in for the folder.
  ledger: ['compiled.ts', 'make-folder.ts', 'deliver/manifest.ts', 'intake/input.ts'],
  normalize: [],
  // A file that others watch is replaced whole.
  notify: ['replace-file.ts'],
  plausible: [],
  // The other process takes what is kept compiled.
  read: ['compiled.ts'],
  recognise: [],
  // The self-check of a blank says the rules of the form as formulas.
  // What a check asks for is said in its own words.
  // A unit's own workbook is opened once more to be marked, with the bounds of the reader.
  render: [
    'rules/compile.ts',
    'rules/syntax.ts',
    'checks/checks.ts',
    'read/limits.ts',
    'read/zip/directory.ts',
    'read/zip/extract.ts',
  ],
  // Numbers are written in prose as in cells.
  proofread: ['normalize/approximation.ts', 'normalize/counting-word.ts', 'normalize/numeral.ts'],
  rules: [],
  // It says in the log when it will act.
  schedule: ['log.ts'],
  localize: [],
  // From what came in to what is admitted: the reader, admission and the memory, put together.
  take: [
    'admit-safely.ts',
    'compiled.ts',
    'intake/input.ts',
    'ledger/memory.ts',
    'normalize/unit-names.ts',
    ...['here', 'limits', 'read'].map(name => `read/${name}.ts`),
  ],
  // Types of the house, of what people keep and of the audit that it shows on a terminal.
  terminal: ['deliver/kept.ts', 'house.ts', 'ledger/audit.ts'],
};

test('every file of the house has a place in these rules', () => {
  const top = FILES.map(path => path.slice('pipeline/'.length)).filter(path => folderOf(path) === '');
  expect(top).toEqual(
    [
      ...BASE,
      ...WORDS,
      'admit.ts',
      'admit-safely.ts',
      'compiled.ts',
      'house.ts',
      'log.ts',
      'main.ts',
      'make-folder.ts',
      'replace-file.ts',
      'run.ts',
      'settle.ts',
      'start.js',
      'sum.ts',
    ].sort(),
  );
  const folders = new Set(FILES.map(path => folderOf(path.slice('pipeline/'.length))).filter(folder => folder !== ''));
  expect([...folders].filter(folder => !(folder in STAGES) && folder !== 'commands')).toEqual([]);
});

describe('of the house', () => {
  test('model and fault import nothing', () => {
    expect(told(IMPORTS.filter(({ from }) => BASE.includes(from)))).toEqual([]);
  });

  test('the shared words, settle and sum import only each other', () => {
    const own = [...WORDS, 'settle.ts', 'sum.ts'];
    expect(told(HOUSE.filter(({ from, to }) => own.includes(from) && ![...BASE, ...WORDS].includes(to)))).toEqual([]);
  });

  test('a stage imports no other stage', () => {
    const strange = HOUSE.filter(({ from, to }) => {
      const own = folderOf(from);
      if (own === '' || own === 'commands') return false;
      return folderOf(to) !== own && ![...BASE, ...WORDS, ...(STAGES[own] ?? [])].includes(to);
    });
    expect(told(strange)).toEqual([]);
  });

  test('no stage but an edge imports an edge', () => {
    const pure = HOUSE.filter(({ from }) => !EDGES.includes(from));
    const strange = pure.filter(({ from, to }) => EDGES.includes(to) && !(STAGES[folderOf(from)] ?? []).includes(to));
    // What runs in the other process is opened by one function of the reader.
    expect(told(strange)).toEqual(['read/read.ts imports read/apart/apart.ts']);
  });

  test('of forms, only the edge opens workbooks', () => {
    // The rest of forms/ takes the Grid that was read, and the disk stays in one file.
    expect(told(HOUSE.filter(({ to }) => to === 'read/read-sync.ts'))).toEqual([
      'forms/load.ts imports read/read-sync.ts',
    ]);
  });

  test('of render, one file opens what others sent, and one what a library of ours has written', () => {
    const opening = HOUSE.filter(({ from, to }) => folderOf(from) === 'render' && folderOf(to) === 'read');
    expect([...new Set(opening.map(({ from }) => from))]).toEqual([
      'render/returned/patch/package.ts',
      'render/zip.ts',
    ]);
  });

  test('the story and admission import pure stages only', () => {
    const stories = HOUSE.filter(({ from }) => ['run.ts', 'admit.ts', 'admit-safely.ts'].includes(from));
    const stages = new Set(stories.map(({ to }) => folderOf(to)));
    expect([...stages].sort()).toEqual(['', 'checks', 'explain', 'localize', 'normalize', 'recognise']);
    expect(told(stories.filter(({ to }) => EDGES.includes(to) || to === 'house.ts'))).toEqual([]);
  });

  test('only the start imports main, and only main a command', () => {
    expect(told(HOUSE.filter(({ to }) => to === 'main.ts'))).toEqual(['start.js imports main.ts']);
    const strange = HOUSE.filter(({ from, to }) => folderOf(to) === 'commands' && folderOf(from) !== 'commands');
    expect([...new Set(strange.map(({ from }) => from))]).toEqual(['main.ts']);
  });
});

describe('of the platform', () => {
  test('only the edges know disk, processes, log and commands', () => {
    const impure =
      /^(?:node:(?:fs|child_process|net|http|https|os|process|timers|worker_threads|sqlite|crypto\/.*|fs\/.*|timers\/.*)|pino.*|commander)$/u;
    const strange = PACKAGES.filter(({ from, to }) => impure.test(to) && !EDGES.includes(from));
    expect(told(strange)).toEqual([]);
  });

  test('only main knows the clock and only the edges know the process', () => {
    const found = (pattern: RegExp, allowed: readonly string[]): readonly string[] =>
      FILES.filter(path => pattern.test(codeOf(path)))
        .map(path => path.slice('pipeline/'.length))
        .filter(path => !allowed.includes(path));
    expect(found(/new Date\(\)|\bDate\.now\b|\bperformance\.now\b|\bDate\(\)/u, ['main.ts'])).toEqual([]);
    expect(found(/\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\bcrypto\.getRandom/u, [])).toEqual([]);
    expect(found(/\bprocess\.env\b/u, ['compiled.ts', 'log.ts'])).toEqual([]);
    expect(
      found(/\bprocess\.(?!env)/u, [
        'main.ts',
        'log.ts',
        'read/apart/child.ts',
        'deliver/print-pdf.ts',
        'notify/notify.ts',
      ]),
    ).toEqual([]);
    expect(found(/\bconsole\./u, [])).toEqual([]);
    expect(found(/\btoLocale|\bIntl\.(?!NumberFormat|DateTimeFormat)|\.localeCompare\(/u, [])).toEqual([]);
  });
});

describe('of the packages', () => {
  const libraryOf = (to: string): string => to.split('/', to.startsWith('@') ? 2 : 1).join('/');
  const libraries = PACKAGES.filter(({ to }) => !to.startsWith('node:'));
  const knownTo = Map.groupBy(libraries, ({ to }) => libraryOf(to));

  /** Stages do not import each other, so that two may have to know a library, each in its own file. */
  const STAGES_OF: Readonly<Record<string, readonly string[]>> = {
    '@e965/xlsx': ['read'],
    'big.js': ['decimal.ts'],
    commander: ['commands'],
    croner: ['schedule'],
    echarts: ['render'],
    docx: ['render'],
    exceljs: ['render'],
    'csv-parse': ['forms', 'read'],
    'fastest-levenshtein': ['label.ts', 'normalize'],
    handlebars: ['render'],
    highs: ['localize'],
    pino: ['log.ts'],
    'pino-pretty': ['log.ts'],
    saxes: ['render'],
    yaml: ['forms', 'intake'],
  };
  const stageOf = ({ from }: Import): string => folderOf(from) || from;

  test.each(Object.entries(STAGES_OF))('%s is known to %s', (library, stages) => {
    expect([...new Set(knownTo.get(library)?.map(stageOf))].sort()).toEqual(stages);
  });

  test('each is known to one file or folder of a stage', () => {
    const spread = [...knownTo].filter(([, imports]) =>
      [...Map.groupBy(imports, stageOf).values()].some(within => {
        const places = within.map(({ from }) => (from.split('/').length > 2 ? dirname(from) : from));
        return new Set(places).size > 1;
      }),
    );
    expect(spread.map(([library]) => library)).toEqual([]);
  });
});

test('nothing is of any type, and nothing is exported by default but the settings of vitest', () => {
  const all = [...FILES, ...filesBelow('tests'), 'vitest.config.ts'];
  const any = /[:<|&,(]\s*any\b(?!\s*[(=:}])|\bas any\b|\bany\[\]/u;
  expect(all.filter(path => any.test(codeOf(path)))).toEqual([]);
  expect(all.filter(path => /\bexport default\b/u.test(codeOf(path)))).toEqual(['vitest.config.ts']);
});
