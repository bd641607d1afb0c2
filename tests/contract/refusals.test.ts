// When no edition can be made, and when the command is called wrongly.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filedCsv } from '../filed.ts';
import { contentOf, type Files, folderWith } from '../files.ts';
import { logOf, nianbao, type Outcome, rowsOf } from './command.ts';

const ROSTER = 'code,name\n01,教育局\n';
const SOUND: Files = { 'units.csv': ROSTER, '2024/教育局.csv': filedCsv('教育局', 2024) };

const runOn = async (files: Files, ...args: readonly string[]): Promise<Outcome & { readonly output: string }> => {
  const input = folderWith(files);
  const output = join(folderWith(), 'output');
  const run = ['run', '--no-pdf', '--input', input, '--output', output, '--at', '2025-02-01', ...args];
  return { ...(await nianbao(run)), output };
};

/** The errors of the log, without what is before the last / of a place. */
const errorsOf = (outcome: Outcome): readonly string[] =>
  logOf(outcome)
    .filter(({ level }) => Number(level) >= 50)
    .map(({ msg }) => String(msg).replace(/\/[^: ]*\//gu, ''));

describe.concurrent('no edition can be made: 2, and nothing on stdout', () => {
  test('without an input folder', async () => {
    const outcome = await nianbao(['run', '--input', '/nowhere/input', '--output', folderWith()]);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(errorsOf(outcome)).toEqual([
      'input: there is no such input folder; an unreachable share is not an empty one',
    ]);
  });

  test('without a roster', async () => {
    const outcome = await runOn({ '2024/教育局.csv': '' });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(errorsOf(outcome)).toEqual(['units.csv: the roster of units is missing']);
    expect(existsSync(outcome.output)).toBe(false);
  });

  test('without a period', async () => {
    const outcome = await runOn({ 'units.csv': ROSTER, '说明.txt': '' });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(errorsOf(outcome)[0]).toContain('there is no period folder like 2025 to make an edition of');
    expect(logOf(outcome).map(({ msg }) => msg)).toContain('lies beside the period folders and is not read');
  });

  test('of a period that is not there', async () => {
    const outcome = await runOn(SOUND, '--period', '2023');
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(errorsOf(outcome)).toEqual(['2023: there is no folder for 2023']);
  });

  test('in a folder that would be read as returns', async () => {
    const input = folderWith(SOUND);
    const outcome = await nianbao(['run', '--input', input, '--output', join(input, '2024')]);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(errorsOf(outcome)).toEqual(['2024: the output folder lies in the input folder; choose another --output']);
    expect(Object.keys(contentOf(join(input, '2024')))).toEqual(['教育局.csv']);
  });

  test('from settings under a name that nobody reads', async () => {
    const outcome = await runOn({ ...SOUND, '2024/period.yml': 'due: 2025-01-31\n' });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(errorsOf(outcome)).toEqual(['period.yml: is to be named period.yaml']);
  });
});

test('settings that are wrong cost their period its edition, and the others none', async () => {
  const outcome = await runOn({
    ...SOUND,
    '2022/period.yaml': 'due: [\n',
    '2022/教育局.csv': filedCsv('教育局', 2022),
  });
  expect(outcome.code).toBe(2);
  expect(outcome.stdout).toMatch(/^2024年：应报 1，已报 1；/u);
  expect(errorsOf(outcome)).toHaveLength(1);
  expect(errorsOf(outcome)[0]).toMatch(/^period\.yaml: /u);
  expect(rowsOf(join(outcome.output, '2024'), 'deliveries')).toHaveLength(1);
  expect(existsSync(join(outcome.output, '2022'))).toBe(false);
});

test('a clean period ends with 0 under --strict, too, and has the year before it', async () => {
  const input = { ...SOUND, '2025/教育局.csv': filedCsv('教育局', 2025) };
  const outcome = await runOn(input, '--strict', '--period', '2025');
  expect(outcome.code).toBe(0);
  expect(outcome.stdout).toMatch(/^2025年：应报 1，已报 1；待处理 强制性 0，核实性 0，/u);
  expect(existsSync(join(outcome.output, '2024'))).toBe(false);
});

describe.concurrent('wrong usage: 64', () => {
  test.each([
    ['an unknown option', ['run', '--fast'], "error: unknown option '--fast'"],
    ['an unknown command', ['publish'], "error: too many arguments for 'run'"],
    ['a period that is none', ['run', '--period', '25'], 'a period is like 2025, 2025-H1, 2025-Q3 or 2025-07'],
    ['a time that is none', ['run', '--at', '2026-02-30'], 'a time is like 2026-01-31 or 2026-01-31T08:00:00+08:00'],
    ['an argument that lacks', ['explain', '2025'], "error: missing required argument 'item'"],
  ])('%s', async (_, args, message) => {
    const outcome = await nianbao(args);
    expect(outcome).toMatchObject({ code: 64, stdout: '' });
    expect(outcome.stderr).toContain(message);
  });

  test('help and version are no mistakes', async () => {
    const [help, version] = await Promise.all([nianbao(['--help']), nianbao(['--version'])]);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toContain('check-forms');
    expect(version.code).toBe(0);
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });
});
