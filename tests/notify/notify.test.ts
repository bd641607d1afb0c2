// A notice reaches a file and a command, and what fails there is said and costs nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { notify } from '../../pipeline/notify/notify.ts';
import { folderWith } from '../files.ts';

test('the file holds the last notice, the command gets it as its input', async () => {
  const folder = folderWith();
  const [file, copy] = [join(folder, '通知.txt'), join(folder, 'copy.txt')];
  expect(await notify('旧\n', { file, command: null })).toEqual([]);
  expect(await notify('新 $(echo x) `id`\n', { file, command: `cat > '${copy}'` })).toEqual([]);
  expect(readFileSync(file, 'utf8')).toBe('新 $(echo x) `id`\n');
  expect(readFileSync(copy, 'utf8')).toBe('新 $(echo x) `id`\n');
});

test('a command that fails, or that does not read, is said or does no harm', async () => {
  expect(await notify('x'.repeat(1_000_000), { file: null, command: 'exit 3' })).toEqual([
    'the command for notices ended with 3',
  ]);
  expect(await notify('x', { file: null, command: 'echo 没有网络 >&2; exit 7' })).toEqual([
    'the command for notices ended with 7: 没有网络',
  ]);
  expect(await notify('x'.repeat(1_000_000), { file: null, command: 'true' })).toEqual([]);
});

test('a file that cannot be written is said', async () => {
  const [trouble] = await notify('x', { file: join(folderWith({ a: '' }), 'a/b'), command: null });
  expect(trouble).toMatch(/^the notice could not be written to .*a\/b: /u);
});

test('a command that takes too long is ended with all that it started, and what it leaves running is not waited for', async () => {
  const folder = folderWith();
  const slow = await notify('x', { file: null, command: `(sleep 1; touch '${folder}/late') & sleep 60` }, 300);
  expect(slow).toEqual(['the command for notices took more than 0.3 s']);
  await new Promise(done => setTimeout(done, 1_500));
  expect(readdirSync(folder)).toEqual([]);
  const begun = performance.now();
  expect(await notify('x', { file: null, command: 'sleep 5 &' })).toEqual([]);
  expect(performance.now() - begun).toBeLessThan(4_000);
});
