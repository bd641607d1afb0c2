// Makes the sample: `npx node tests/sample/make.ts` writes input/ (but for its README) and tests/sample/truth/.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answers } from './answer.ts';
import type { Book } from './canvas.ts';
import { checkSums } from './check-sums.ts';
import { lockFile, thumbsDb } from './litter.ts';
import { periodYaml } from './period-yaml.ts';
import { PROSE_2017 } from './prose-2017.ts';
import { COPIES, FILINGS, type Filing } from './returns-2017.ts';
import { answersOfCase, CASES, reportOf } from './returns-2021.ts';
import { saveCsv } from './save-csv.ts';
import { saveOld } from './save-old.ts';
import { saveXlsx } from './save-xlsx.ts';
import { splitOf2017 } from './split-2017.ts';
import { asTruth, TRUTH_FOLDER, type Truth, truthJson } from './truth.ts';
import { PUBLISHED, rosterCsv, XIFENG } from './units.ts';
import { answersOf } from './wording-2017.ts';

const INPUT = fileURLToPath(new URL('../../input/', import.meta.url));

function write(path: string, bytes: Uint8Array | string) {
  const to = join(INPUT, path);
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, bytes);
}

async function save(book: Book, path: string): Promise<Buffer> {
  if (path.endsWith('.xlsx')) return saveXlsx(book);
  if (path.endsWith('.csv')) return saveCsv(book);
  return saveOld(book, path.endsWith('.ods') ? 'ods' : 'biff8');
}

function answersOfFiling(filing: Filing): Answers {
  const split = new Map(splitOf2017().get(filing.code));
  for (const [item, figure] of Object.entries(filing.earlier ?? {})) split.set(item, figure);
  return answersOf(filing.code, split, filing.zeros);
}

/** `earlier`: replaced by a later return of the same unit; `copy`: the bytes of another file; `litter`: no return. */
const files: Record<string, { unit: string | null; what: 'return' | 'earlier' | 'copy' | 'litter' }> = {};

async function make2017() {
  const units = XIFENG.filter(u => u.since === '').map(u => u.code);
  write(
    '2017/period.yaml',
    periodYaml({
      form: 'xifeng-2017',
      organ: '西峰区',
      title: '西峰区2017年政府信息公开工作的年度报告',
      due: '2018-01-31',
      units,
    }),
  );
  const truth: Record<string, Truth[string]> = {};
  const made = new Map<string, Buffer>();
  for (const filing of FILINGS) {
    const answers = answersOfFiling(filing);
    if (filing.earlier === null) truth[filing.code] = asTruth(answers);
    const cover = { title: filing.title, unit: filing.unit, filledOn: filing.filledOn };
    const prose = PROSE_2017[filing.code] ?? null;
    const book = filing.look({ cover, answers, prose, relabelled: filing.relabelled });
    made.set(filing.path, await save(book, filing.path));
    files[`2017/${filing.path}`] = { unit: filing.code, what: filing.earlier === null ? 'return' : 'earlier' };
  }
  for (const { from, to } of COPIES) {
    made.set(to, made.get(from) ?? Buffer.alloc(0));
    files[`2017/${to}`] = { unit: files[`2017/${from}`]?.unit ?? null, what: 'copy' };
  }
  made.set('部门/~$审计局2017年统计表.xlsx', lockFile());
  made.set('部门/Thumbs.db', thumbsDb());
  for (const [path, bytes] of made) {
    write(`2017/${path}`, bytes);
    files[`2017/${path}`] ??= { unit: null, what: 'litter' };
  }
  checkSums(truth);
  writeFileSync(new URL('2017.json', TRUTH_FOLDER), truthJson(truth));
}

async function makePublished(period: string) {
  const cases = CASES.filter(c => c.period === period);
  const order = PUBLISHED.map(u => u.code);
  write(
    `${period}/period.yaml`,
    periodYaml({
      form: 'annual-2021',
      organ: '样本汇集点',
      title: `样本汇集点${period}年政府信息公开工作年度报告`,
      due: `${Number(period) + 1}-01-31`,
      units: order.filter(code => cases.some(c => c.code === code)),
    }),
  );
  const truth: Record<string, Truth[string]> = {};
  for (const one of cases) {
    write(`${period}/${one.path}`, await save(one.draw(reportOf(one)), one.path));
    truth[one.code] = asTruth(answersOfCase(one));
    files[`${period}/${one.path}`] = { unit: one.code, what: 'return' };
  }
  writeFileSync(new URL(`${period}.json`, TRUTH_FOLDER), truthJson(truth));
}

for (const period of ['2017', '2021', '2022', '2023']) rmSync(join(INPUT, period), { recursive: true, force: true });
mkdirSync(TRUTH_FOLDER, { recursive: true });
write('units.csv', rosterCsv());
await make2017();
for (const period of ['2021', '2022', '2023']) await makePublished(period);
writeFileSync(new URL('files.json', TRUTH_FOLDER), `${JSON.stringify(files, null, 1)}\n`);
