// The record of runs: it only grows, what is changed in it shows, and it never stops a run.
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placeIn } from '../../pipeline/ledger/archive.ts';
import { audit } from '../../pipeline/ledger/audit.ts';
import type { Run } from '../../pipeline/ledger/ledger.ts';
import { ledgerIn } from '../../pipeline/ledger/open.ts';
import { openSqlite } from '../../pipeline/ledger/sqlite.ts';
import { sha256 } from '../../pipeline/sha256.ts';
import { folderWith } from '../files.ts';
import { edition, keepAll, tamper, yearBefore } from './kept.ts';

const FIRST = { '甲局.xlsx': '一' };
const SECOND = { '甲局.xlsx': '二' };

const twoRuns = (): string => {
  const output = folderWith();
  expect(keepAll(output, [[edition(FIRST), FIRST]])).toEqual([]);
  expect(keepAll(output, [[edition(SECOND, { at: '2026-02-02' }), SECOND]])).toEqual([]);
  return output;
};

const runsIn = (output: string): readonly Run[] => {
  const ledger = openSqlite(ledgerIn(output), 'read');
  const runs = ledger.runs().map(({ text }) => JSON.parse(text) as Run);
  ledger.close();
  return runs;
};

const WITHOUT_GUARD = ['runs', 'contents', 'deliveries']
  .flatMap(table => ['UPDATE', 'DELETE'].map(act => `DROP TRIGGER ${table}_no_${act};`))
  .join('');

test('a row is neither changed nor deleted', () => {
  const output = twoRuns();
  for (const table of ['runs', 'contents', 'deliveries'])
    expect(() => tamper(output, `DELETE FROM ${table}`)).toThrow('only grows');
  expect(() => tamper(output, `UPDATE runs SET text = ''`)).toThrow('only grows');
  expect(() => tamper(output, `UPDATE contents SET deflated = x'00'`)).toThrow('only grows');
  expect(() => tamper(output, `UPDATE deliveries SET first_seen = ''`)).toThrow('only grows');
  expect(audit(output)).toEqual({ differences: [], counts: { files: 4, runs: 2, editions: 1 } });
});

test.each([
  [
    'a changed run',
    `UPDATE runs SET text = replace(text, '2026-02-01', '2026-01-01') WHERE number = 1`,
    /从第 1 条起/u,
  ],
  ['a run that is gone', 'DELETE FROM runs WHERE number = 1', /从第 1 条起/u],
  ['the last run gone', 'DELETE FROM runs WHERE number = 2', /2025：清单 .* 与最近一次运行记录不符/u],
  ['a run that is no JSON', `UPDATE runs SET text = '{' WHERE number = 2`, /从第 2 条起/u],
  ['contents that are gone', 'DELETE FROM contents', /第 1 条，2026-02-01）记录的各单位数据缺少或被改动/u],
  ['changed contents', `UPDATE contents SET deflated = x'789c030000000001'`, /记录的问题清单缺少或被改动/u],
  ['another time of arrival', `UPDATE deliveries SET first_seen = '2025-12-31'`, /首次收到的时间.*2025\/甲局\.xlsx/u],
  ['a delivery that is gone', 'DELETE FROM deliveries', /首次收到的时间.*2025\/甲局\.xlsx/u],
])('%s is found by the audit', (_, sql, told) => {
  const output = twoRuns();
  tamper(output, `${WITHOUT_GUARD}${sql}`);
  expect(audit(output).differences.join('\n')).toMatch(told);
});

test('a changed, a missing and a strange file of the archive are found, and so is a changed document', () => {
  const output = twoRuns();
  const [first, second] = [sha256('一'), sha256('二')].map(hash => placeIn(output, hash)) as [string, string];
  chmodSync(first, 0o644);
  writeFileSync(first, '三');
  rmSync(second);
  writeFileSync(join(output, 'archive', 'x.txt'), '');
  writeFileSync(join(output, '2025', '年度报告.html'), '改过');
  const { differences } = audit(output);
  expect(differences).toHaveLength(4);
  expect(differences[0]).toMatch(/被改动.*（2025\/甲局\.xlsx）/u);
  expect(differences[1]).toBe('存档里多出一个不是程序存的文件：archive/x.txt');
  expect(differences[2]).toBe(`存档中缺少原件：2025/甲局.xlsx（指纹 ${sha256('二')}）`);
  expect(differences[3]).toBe('2025/年度报告.html：生成后被改动');
});

test('a year that was only read is recorded too, once a run, and the year after it leads to it', () => {
  const output = folderWith();
  const previous = yearBefore(FIRST);
  keepAll(output, [[edition(SECOND, { previous }), { ...SECOND, ...FIRST }]]);
  expect(runsIn(output).map(({ period, delivered, previous: number }) => [period, delivered, number])).toEqual([
    ['2024', false, null],
    ['2025', true, 1],
  ]);
  keepAll(output, [
    [previous, FIRST],
    [edition(SECOND, { previous }), SECOND],
  ]);
  expect(runsIn(output).map(({ delivered, previous: number }) => [delivered, number])).toEqual([
    [false, null],
    [true, 1],
    [true, null],
    [true, 3],
  ]);
});

test.each([
  ['no database', 'damaged', (path: string) => writeFileSync(path, 'x'.repeat(5_000))],
  ['cut off', 'damaged', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 5_000))],
])('a ledger that is %s is set aside, a new one is begun and the archive stays', (_, why, harm) => {
  const output = twoRuns();
  harm(ledgerIn(output));
  expect(audit(output).differences).toHaveLength(1);
  const said = keepAll(output, [[edition(FIRST), FIRST]]);
  expect(said.map(({ message }) => message)).toEqual([
    'the ledger could not be used and was set aside; a new one was begun',
  ]);
  expect(readdirSync(output).filter(name => name.startsWith('ledger'))).toEqual([
    'ledger.sqlite',
    `ledger.sqlite.${why}-1`,
  ]);
  expect(runsIn(output)).toHaveLength(1);
  expect(existsSync(placeIn(output, sha256('二')))).toBe(true);
});

test('the ledger of a later version, or of another program, is left as it is under another name', () => {
  const output = twoRuns();
  tamper(output, 'PRAGMA user_version = 99');
  expect(audit(output).differences.join()).toContain('更新版本');
  keepAll(output, [[edition(FIRST), FIRST]]);
  tamper(output, 'PRAGMA application_id = 7');
  keepAll(output, [[edition(FIRST), FIRST]]);
  expect(readdirSync(output).filter(name => name.startsWith('ledger'))).toEqual([
    'ledger.sqlite',
    'ledger.sqlite.damaged-1',
    'ledger.sqlite.newer-1',
  ]);
});

test('where nothing can be written the edition stands, and the warning says why', () => {
  const output = folderWith();
  mkdirSync(ledgerIn(output));
  const said = keepAll(output, [[edition(FIRST), FIRST]]);
  expect(said.map(({ message }) => message)).toEqual(['this run could not be recorded in the ledger']);
});

test('an output without a ledger is no sound one', () => {
  expect(audit(folderWith()).differences.join()).toContain('没有运行记录');
});

test('a day without a change adds one row and no content', () => {
  const output = folderWith();
  const one = edition(FIRST);
  keepAll(output, [[one, FIRST]]);
  const before = countOf(output);
  keepAll(output, [[edition(FIRST), FIRST]]);
  expect(countOf(output)).toBe(before);
  expect(runsIn(output)).toHaveLength(2);
});

const countOf = (output: string): number => {
  const ledger = openSqlite(ledgerIn(output), 'read');
  const count = [...ledger.contents()].length;
  ledger.close();
  return count;
};
