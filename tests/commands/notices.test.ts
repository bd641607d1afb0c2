// What is new reaches people once, and where it could not be handed on, the next run does so.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type RunOptions, run } from '../../pipeline/commands/run.ts';
import { filedCsv } from '../filed.ts';
import { folderWith, put } from '../files.ts';
import { optionsFor, surroundings } from './surroundings.ts';

const HOSTILE = `"; touch '$(touch owned)' \`touch owned\` & <b>{{x}}`;
const FILES = {
  'units.csv': 'code,name\n01,教育局\n02,民政局\n',
  '2025/period.yaml': 'due: 2026-01-31\n',
  '2025/教育局.csv': filedCsv('教育局', 2025, { 't2.permit.value': HOSTILE }),
};

const place = () => {
  const [input, output, folder] = [folderWith(FILES), folderWith(), folderWith()];
  const runAt = async (at: string, more: Partial<RunOptions>) => {
    const told = surroundings();
    const code = await run(optionsFor(input, output, { at, ifChanged: true, ...more }), told);
    return { code, ...told };
  };
  const health = () => JSON.parse(readFileSync(join(output, 'health.json'), 'utf8'));
  return { input, folder, runAt, health };
};

test('new findings, then those that came since, then the day for returns; and nothing of them is run by the shell', async () => {
  const { input, folder, runAt } = place();
  const file = join(folder, '通知.txt');
  const ways = { notice: file, notify: `cd '${folder}' && cat >> 全部.txt` };
  await runAt('2026-01-20', ways);
  const first = readFileSync(file, 'utf8');
  expect(first).toMatch(/^2025年年报：新问题 \d+ 条（强制性 1，核实性 \d+）\n/u);
  expect(first).toContain('touch owned');
  expect(first).toContain('没有收到“民政局”');
  put(input, { '2025/教育局更正.csv': filedCsv('教育局', 2025, { 't2.permit.value': '12件？' }) });
  await runAt('2026-01-21', ways);
  const second = readFileSync(file, 'utf8');
  expect(second).not.toContain('民政局');
  expect(second).toContain('已解决或已说明 1 条');
  await runAt('2026-02-01', ways);
  expect(readFileSync(file, 'utf8')).toContain('截止日期 2026-01-31 已过，未报 1 个：民政局\n');
  await runAt('2026-02-02', ways);
  expect(readFileSync(join(folder, '全部.txt'), 'utf8')).toBe(first + second + readFileSync(file, 'utf8'));
  expect(existsSync(join(folder, 'owned'))).toBe(false);
});

test('what fails there costs no run, is said, and is tried again by the next, also one that finds nothing changed', async () => {
  const { folder, runAt, health } = place();
  const copy = join(folder, 'copy.txt');
  const failing = await runAt('2026-01-20', { notice: '/dev/null/通知.txt', notify: 'cat > /dev/null; exit 6' });
  expect(failing.code).toBe(0);
  expect(failing.printed).toHaveLength(1);
  expect(failing.logged.slice(1)).toEqual([
    expect.stringMatching(/^the notice could not be written to \/dev\/null\/通知\.txt: /u),
    'the command for notices ended with 6',
  ]);
  const unsent = health().unsent_notice;
  expect(unsent).toContain('新问题');
  await runAt('2026-01-20', {});
  expect(health().unsent_notice).toBe(unsent);
  await runAt('2026-01-20', { notify: `cat > '${copy}'` });
  expect(readFileSync(copy, 'utf8')).toBe(unsent);
  expect(health()).toMatchObject({ outcome: 'unchanged', unsent_notice: '' });
});

test('a run that fails keeps what was not handed on', async () => {
  const { input, runAt, health } = place();
  await runAt('2026-01-20', { notify: 'exit 1' });
  const unsent = health().unsent_notice;
  put(input, { 'units.csv': '' });
  await expect(runAt('2026-01-20', { notify: 'exit 0' })).rejects.toThrow('roster');
  expect(health()).toMatchObject({ outcome: 'failed', exit: 2, failed_in_a_row: 1, unsent_notice: unsent });
});
