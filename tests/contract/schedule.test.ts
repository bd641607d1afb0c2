// `schedule` as a process: on time, silent where nothing changed, never two at once, told to stop; and what it hands on to people.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filedCsv } from '../filed.ts';
import { folderWith, put } from '../files.ts';
import { MAIN, nianbao } from './command.ts';

const HOSTILE = '02,"民政局 $(touch owned) `touch owned` ; touch owned | touch owned"\n';
const input = folderWith({
  'units.csv': `code,name\n01,教育局\n${HOSTILE}`,
  '2024/period.yaml': 'due: 2025-01-31\n',
  '2024/教育局.csv': filedCsv('教育局', 2024),
});
const [output, place] = [folderWith(), folderWith()];
const edition = join(output, '2024/data/run.json');
const notice = join(place, '通知.txt');
let process_: ChildProcess;
let over: Promise<unknown>;
let [stdout, stderr] = ['', ''];

const start = (): void => {
  const options = ['--input', input, '--output', output, '--no-pdf', '--notice', notice, '--notify', 'cat >> copy.txt'];
  process_ = spawn(process.execPath, [MAIN, 'schedule', '* * * * * *', ...options], { cwd: place });
  process_.stdout?.setEncoding('utf8').on('data', text => {
    stdout += text;
  });
  process_.stderr?.setEncoding('utf8').on('data', text => {
    stderr += text;
  });
  over = new Promise(done => process_.on('exit', (code, signal) => done(signal ?? code)));
};

const logged = () =>
  stderr
    .split('\n')
    .slice(0, -1)
    .map(line => JSON.parse(line));
const messages = (): readonly string[] => logged().map(({ msg }) => msg);
const health = () => {
  const path = join(output, 'health.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
};

/** Waits until something is so. */
const until = async (isSo: () => boolean): Promise<void> => {
  for (let waited = 0; !isSo(); waited += 50) {
    if (waited > 100_000) throw new Error(`it never was:\n${stdout}\n${stderr}`);
    await pause(50);
  }
};

/** Two more runs that found nothing to do. */
const twoSilent = async (): Promise<void> => {
  const ends = new Set<string>();
  await until(() => {
    const { ended, outcome } = health();
    if (outcome === 'unchanged') ends.add(ended);
    return ends.size > 2;
  });
};

beforeAll(start);
afterAll(() => process_.kill('SIGKILL'));

test('it makes the edition on time, tells what is new, and is silent from then on', async () => {
  await until(() => existsSync(notice));
  expect(stdout).toMatch(/^2024年：应报 2，已报 1；.*\n$/u);
  expect(readFileSync(notice, 'utf8')).toMatch(
    /^2024年年报：新问题 .*\n截止日期 2025-01-31 已过，未报 1 个：民政局 \$\(touch owned\)/u,
  );
  await twoSilent();
  const [before, said, copied] = [statSync(edition), stdout + stderr, readFileSync(join(place, 'copy.txt'), 'utf8')];
  expect(copied).toBe(readFileSync(notice, 'utf8'));
  await twoSilent();
  expect(statSync(edition)).toMatchObject({ mtimeMs: before.mtimeMs, ino: before.ino });
  expect(stdout + stderr).toBe(said);
  expect(existsSync(join(place, 'owned'))).toBe(false);
});

test('a new file makes an edition and a notice', async () => {
  const lines = stdout.split('\n').length;
  put(input, { '2024/教育局更正.csv': filedCsv('教育局', 2024, { 't2.permit.value': 'x' }) });
  await until(() => stdout.split('\n').length > lines);
  await until(() => readFileSync(notice, 'utf8').includes('填写为“x”'));
  expect(readFileSync(notice, 'utf8')).not.toContain('截止日期');
  await twoSilent();
});

test('a share that is gone is logged, and all is well when it is back', async () => {
  renameSync(input, `${input}-gone`);
  await until(() => health().outcome === 'failed' && health().failed_in_a_row > 1);
  expect(messages().at(-1)).toContain('there is no such input folder; an unreachable share is not an empty one');
  expect(health().error).toContain('there is no such input folder');
  renameSync(`${input}-gone`, input);
  await until(() => health().outcome === 'unchanged');
  expect(health().failed_in_a_row).toBe(0);
});

test('told to stop it ends with 0 once the run under way is over', async () => {
  put(input, { '2024/教育局更正.csv': filedCsv('教育局', 2024, { 't2.permit.value': 5 }) });
  await until(() => existsSync(join(output, '.nianbao.lock')));
  process_.kill('SIGTERM');
  expect(await over).toBe(0);
  expect(messages()).toContain('stopping after the run under way');
  expect(existsSync(join(output, '.nianbao.lock'))).toBe(false);
  const args = ['run', '--if-changed', '--no-pdf', '--input', input, '--output', output];
  expect(await nianbao(args)).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('no run began before the one before it was over', () => {
  const runs = logged().filter(({ msg }) => msg === 'edition written');
  expect(runs).toHaveLength(3);
  expect(messages()).not.toContain('another run is writing to the output folder; waiting for it');
});

test('told twice it ends at once', async () => {
  const args = ['schedule', '* * * * * *', '--input', input, '--output', folderWith(), '--no-pdf'];
  const hasty = spawn(process.execPath, [MAIN, ...args, '--notify', 'touch begun; sleep 5'], { cwd: place });
  const ended = new Promise(done => hasty.on('exit', (code, signal) => done(signal ?? code)));
  await until(() => existsSync(join(place, 'begun')));
  hasty.kill('SIGINT');
  await pause(500);
  expect(hasty.exitCode ?? hasty.signalCode).toBeNull();
  hasty.kill('SIGTERM');
  expect(await ended).toBe('SIGTERM');
});
