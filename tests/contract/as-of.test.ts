// What was overwritten and deleted in the input is there again, to the byte: `run --as-of`, `audit`, and a run without either record.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { placeIn } from '../../pipeline/ledger/archive.ts';
import { filedCsv } from '../filed.ts';
import { contentOf, folderWith, put } from '../files.ts';
import { logOf, nianbao, rowsOf } from './command.ts';

const input = folderWith({
  'units.csv': 'code,name,aliases,group\n01,教育局,,部门\n02,民政局,,部门\n',
  '2024/教育局.csv': filedCsv('教育局', 2024, { 't2.permit.value': 7 }),
  '2025/period.yaml': 'organ: 西峰区\ndue: 2026-01-31\n',
  '2025/=教育局 "1".csv': filedCsv('教育局', 2025, { 't2.permit.value': 12 }),
  '2025/民政局.csv': filedCsv('民政局', 2025, { 't2.permit.value': 3 }),
  '2025/~$民政局.csv': 'x',
});
const output = folderWith();
const runAt = (at: string, ...more: readonly string[]) =>
  nianbao(['run', '--input', input, '--output', output, '--period', '2025', '--at', at, '--no-pdf', ...more]);
const asOf = (time: string) => nianbao(['run', '--output', output, '--as-of', time]);
let then: Readonly<Record<string, string>>;
let now: Readonly<Record<string, string>>;

beforeAll(async () => {
  await runAt('2026-01-20T08:00:00+08:00');
  then = contentOf(join(output, '2025'));
  // One overwritten, one deleted, and the roster, the settings and the year before changed, too.
  put(input, {
    'units.csv': 'code,name,aliases,group\n01,教育局,,机关\n02,民政局,,部门\n',
    '2024/教育局.csv': filedCsv('教育局', 2024, { 't2.permit.value': 900 }),
    '2025/period.yaml': 'organ: 东峰区\n',
    '2025/=教育局 "1".csv': filedCsv('教育局', 2025, { 't2.permit.value': 13 }),
  });
  rmSync(join(input, '2025/民政局.csv'));
  rmSync(join(input, '2025/~$民政局.csv'));
  await runAt('2026-02-03T08:00:00+08:00');
  now = contentOf(join(output, '2025'));
});

test('the edition of a time is rebuilt beside the current one, to the byte', async () => {
  const outcome = await asOf('2026-01-20');
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
  expect(contentOf(join(output, '截至', '2026-01-20', '2025'))).toEqual(then);
  expect(contentOf(join(output, '2025'))).toEqual(now);
  expect(now['data/totals.csv']).not.toBe(then['data/totals.csv']);
  expect(readdirSync(join(output, '截至', '2026-01-20'))).toEqual(['2025']);
});

test('a time between two runs gives the earlier one, and a later time the last', async () => {
  await asOf('2026-02-03T07:59:00+08:00');
  expect(contentOf(join(output, '截至', '2026-02-03T075900+0800', '2025'))).toEqual(then);
  await asOf('2027-01-01');
  expect(contentOf(join(output, '截至', '2027-01-01', '2025'))).toEqual(now);
});

test('before the first run there was no edition, and without a record none can be rebuilt', async () => {
  expect((await asOf('2026-01-19')).code).toBe(2);
  expect((await nianbao(['run', '--output', folderWith(), '--as-of', '2026-01-20'])).code).toBe(2);
  expect((await asOf('gestern')).code).toBe(64);
});

test('the audit is content until a return is gone from the archive, of which no edition is then made', async () => {
  expect(await nianbao(['audit', '--output', output])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^核对了存档 \d+ 个文件、运行记录 4 条、成果 1 期：全部相符\n$/u),
  });
  const lost = rowsOf(join(output, '截至', '2026-01-20', '2025'), 'deliveries').find(
    ({ file }) => file === '民政局.csv',
  );
  rmSync(placeIn(output, lost?.['sha256'] ?? ''));
  const { code, stdout } = await nianbao(['audit', '--output', output]);
  expect(code).toBe(2);
  expect(stdout).toContain('存档中缺少原件：2025/民政局.csv');
  const rebuilt = await asOf('2026-01-20');
  expect(rebuilt.code).toBe(2);
  expect(logOf(rebuilt).map(({ msg }) => msg)).toEqual([expect.stringContaining('the archive lacks 2025/民政局.csv')]);
});

test('the current edition is the same when ledger, archive and cache are deleted', async () => {
  for (const name of ['ledger.sqlite', 'cache.sqlite', 'archive']) rmSync(join(output, name), { recursive: true });
  await runAt('2026-02-03T08:00:00+08:00');
  expect(contentOf(join(output, '2025'))).toEqual(now);
  await runAt('2026-02-03T08:00:00+08:00');
  expect(contentOf(join(output, '2025'))).toEqual(now);
});
