// How fast a run is, beside a script that only reads and sums the same files: `npm run bench`, or `npm run bench 300` for 300 returns only.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { changeOne, PERIOD, writeCorpus } from './corpus.ts';
import { type Measured, measured } from './measured.ts';

const ROOT = join(import.meta.dirname, '../..');
const SEED = 7;
const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [300, 3_000];
const CORES = availableParallelism();
/** All are measured so often, in turn, and the quickest of each counts, since other work on the machine only slows; what takes minutes, once. */
const turnsOf = (returns: number): number => (returns > 1_000 ? 1 : 5);

const plain = (input: string): Measured =>
  measured('/usr/bin/python3', ['-W', 'ignore', join(ROOT, 'tests/bench/plain.py'), input]);

const run = (input: string, output: string, workers: number, ...more: readonly string[]): Measured =>
  measured(process.execPath, [
    // As `npm start` starts it.
    ...['--v8-pool-size=0', '--import', join(ROOT, 'tests/bench/cost.js'), join(ROOT, 'pipeline/start.js')],
    ...['run', '--no-pdf'],
    ...['--at', `${Number(PERIOD) + 1}-01-20`, '--input', input, '--output', output, '--workers', String(workers)],
    ...more,
  ]);

interface Subject {
  readonly what: string;
  readonly measure: (turn: number) => Promise<Measured> | Measured;
}

const subjectsOf = (input: string, output: string): readonly Subject[] => {
  const afresh = (workers: number): Measured => {
    rmSync(output, { recursive: true, force: true });
    return run(input, output, workers);
  };
  const several = { what: `run, ${CORES} workers`, measure: () => afresh(CORES) };
  return [
    { what: 'Python with openpyxl reads and sums', measure: () => plain(input) },
    { what: 'run, 1 worker', measure: () => afresh(1) },
    ...(CORES > 1 ? [several] : []),
    {
      what: 'run again, one return changed',
      measure: async turn => {
        await changeOne(input, SEED + 1 + turn);
        return run(input, output, 1);
      },
    },
    { what: 'run --if-changed, nothing changed', measure: () => run(input, output, 1, '--if-changed') },
  ];
};

const quicker = (a: Measured | undefined, b: Measured): Measured => (a === undefined || b.wall < a.wall ? b : a);

const compare = async (returns: number, folder: string): Promise<void> => {
  const [input, output] = [join(folder, 'input'), join(folder, 'output')];
  await writeCorpus(input, returns, SEED);
  const subjects = subjectsOf(input, output);
  const best = new Map<string, Measured>();
  for (let turn = 0; turn < turnsOf(returns); turn++)
    for (const { what, measure } of subjects) best.set(what, quicker(best.get(what), await measure(turn)));
  const measure = best.get(subjects[0]?.what ?? '')?.wall ?? 0;
  for (const [what, { wall, processor, peak }] of best)
    process.stdout.write(
      `| ${returns} | ${what} | ${wall.toFixed(1)} s | ${processor.toFixed(1)} s | ${(measure / wall).toFixed(1)} | ${Math.round(peak)} MiB |\n`,
    );
};

const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
process.stdout.write(
  `${CORES} cores, ${Math.round(totalmem() / 2 ** 30)} GiB; the quickest of ${SIZES.map(size => `${turnsOf(size)} (${size} returns)`).join(', ')}\n\n` +
    '| returns | what | wall | processor | times as fast | peak memory |\n|---|---|---|---|---|---|\n',
);
try {
  for (const returns of SIZES) await compare(returns, join(folder, String(returns)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
