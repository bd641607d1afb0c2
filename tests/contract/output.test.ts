// Runs that meet each other, people or a broken disk in the output folder.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { filedCsv } from '../filed.ts';
import { contentOf, folderWith, put } from '../files.ts';
import { logOf, MAIN, nianbao } from './command.ts';

const FAILING = pathToFileURL(join(import.meta.dirname, 'failing-disk.ts')).href;
const FILES = { 'units.csv': 'code,name\n01,教育局\n', '2024/教育局.csv': filedCsv('教育局', 2024) };
const argsOf = (input: string, output: string) => [
  'run',
  '--input',
  input,
  '--output',
  output,
  '--at',
  '2025-02-01',
  '--no-pdf',
];

describe.concurrent('the output folder', () => {
  test('of two runs at once has the edition, and both succeed', async () => {
    const [input, output] = [folderWith(FILES), folderWith()];
    const both = await Promise.all([1, 2].map(() => nianbao(argsOf(input, output))));
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(readdirSync(output).sort()).toEqual(['2024', 'archive', 'cache.sqlite', 'health.json', 'ledger.sqlite']);
  });

  test('of a run that was killed is open to the next, which says so', async () => {
    const [input, output] = [folderWith(FILES), folderWith()];
    const run = spawn(process.execPath, [MAIN, ...argsOf(input, output)], { stdio: 'ignore' });
    const over = new Promise(done => run.on('exit', (_, signal) => done(signal)));
    while (!existsSync(join(output, '.nianbao.lock')) && run.exitCode === null) await pause(2);
    run.kill('SIGKILL');
    expect(await over).toBe('SIGKILL');
    const next = await nianbao(argsOf(input, output));
    expect(next.code).toBe(0);
    expect(logOf(next).map(({ msg }) => msg)).toContain('the lock of a run that is no more was taken over');
    expect(readdirSync(output).sort()).toEqual(['2024', 'archive', 'cache.sqlite', 'health.json', 'ledger.sqlite']);
  });

  test('in which a report was edited keeps it, and the run says where the new one is', async () => {
    const [input, output] = [folderWith(FILES), folderWith()];
    const first = await nianbao(argsOf(input, output));
    expect(first.stdout.split('\n')).toHaveLength(2);
    put(join(output, '2024'), { '年度报告.html': '改过' });
    const second = await nianbao(argsOf(input, output));
    expect(second.code).toBe(0);
    expect(second.stdout).toContain('“年度报告.html”有人修改过，原样保留；新生成的是“年度报告（新）.html”');
    const files = contentOf(join(output, '2024'));
    expect(files['年度报告.html']).toBe('改过');
    expect(files['年度报告（新）.html']).toMatch(/^<!DOCTYPE html>/iu);
  });

  test.each([
    ['lies below a file', () => join(folderWith({ output: 'a file' }), 'output/here')],
    ['is a file', () => join(folderWith({ output: 'a file' }), 'output')],
    ['can never be made', () => '/sys/nianbao/output'],
    ['would be tried for ever', () => '/proc/nianbao/output'],
  ])('that %s: 2, nothing on stdout, and the log says why', async (_, outputOf) => {
    const outcome = await nianbao(argsOf(folderWith(FILES), outputOf()));
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(String(logOf(outcome).at(-1)?.['msg'])).toMatch(/: the output folder cannot be written to: E/u);
  });

  test('of which the disk is full, read-only, not allowed or broken: 2, and the edition is as it was', async () => {
    const [input, output] = [folderWith(FILES), folderWith()];
    expect((await nianbao(argsOf(input, output))).code).toBe(0);
    const before = contentOf(join(output, '2024'));
    const failing = (code: string, at: string) =>
      nianbao(argsOf(input, output), {
        NODE_OPTIONS: `--import=${FAILING}`,
        NIANBAO_FAIL: code,
        NIANBAO_AT: at,
      });
    const outcomes: string[] = [];
    for (const [code, at] of [
      ['ENOSPC', '.2024.new/data/'],
      ['EROFS', '.nianbao.lock'],
      ['EACCES', '2024/教育局.csv'],
      ['EIO', 'units.csv'],
    ] as const) {
      const outcome = await failing(code, at);
      expect(outcome, code).toMatchObject({ code: 2, stdout: '' });
      outcomes.push(String(logOf(outcome).at(-1)?.['msg']).replace(/^\S*\/(?:nianbao-\w+\/?)?/u, ''));
      expect(contentOf(join(output, '2024')), code).toEqual(before);
    }
    expect(outcomes).toEqual([
      expect.stringMatching(/^2024: the edition could not be written, the one before is unchanged: ENOSPC/u),
      expect.stringMatching(/: the output folder cannot be written to: EROFS/u),
      expect.stringMatching(/^2024: not one of 1 files can be opened: EACCES/u),
      expect.stringMatching(/^units\.csv: cannot be read: EIO/u),
    ]);
    expect(readdirSync(output).sort()).toEqual(['2024', 'archive', 'cache.sqlite', 'health.json', 'ledger.sqlite']);
  });

  test('whose period is somebody else’s: 2, and it is as it was', async () => {
    const output = folderWith({ '2024/教育局.xlsx': '报表' });
    const outcome = await nianbao(argsOf(folderWith(FILES), output));
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(contentOf(join(output, '2024'))).toEqual({ '教育局.xlsx': '报表' });
  });
});
