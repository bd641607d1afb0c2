// How the program is started: kept as it was compiled where that can be, and without a word where it cannot.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentOf, folderWith } from '../files.ts';

const ROOT = join(import.meta.dirname, '../..');
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** A house of nothing but its start. */
const house = (packages: Readonly<Record<string, string>>): string =>
  folderWith({
    'package.json': '{"type":"module"}',
    'pipeline/start.js': text('pipeline/start.js'),
    'pipeline/main.ts': 'const given: string = process.argv[2] ?? "";\nconsole.log(given);\nprocess.exitCode = 3;\n',
    ...packages,
  });

const started = (folder: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'pipeline/start.js'), '报表'], {
    env: {},
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

const SAID = { status: 3, stdout: '报表\n', stderr: '' };

test('what was compiled is kept beside the packages', () => {
  const folder = house({ 'node_modules/a/a.js': '' });
  expect([started(folder), started(folder)]).toEqual([SAID, SAID]);
  expect(Object.keys(contentOf(join(folder, 'node_modules/.cache/nianbao'))).length).toBeGreaterThan(0);
});

const THREAD = `import { getCompileCacheDir } from 'node:module';
import { Worker } from 'node:worker_threads';
import { threadEnvironment } from './compiled.ts';

const ask = "require('node:worker_threads').parentPort.postMessage(require('node:module').getCompileCacheDir())";
new Worker(ask, { eval: true, env: threadEnvironment() }).on('message', (folder?: string) => {
  console.log(folder === undefined ? 'nothing kept' : folder === getCompileCacheDir());
});
`;

test('a thread takes what is kept, and where nothing is, it starts all the same', () => {
  const thread = { 'pipeline/main.ts': THREAD, 'pipeline/compiled.ts': text('pipeline/compiled.ts') };
  expect(started(house({ ...thread, 'node_modules/a/a.js': '' })).stdout).toBe('true\n');
  expect(started(house({ ...thread, node_modules: 'no folder' })).stdout).toBe('nothing kept\n');
});

test('where nothing can be kept, it starts all the same', () => {
  expect(started(house({ node_modules: 'no folder' }))).toEqual(SAID);
});

test('the bin and npm start are that, and it is the program', () => {
  const { bin, scripts } = JSON.parse(text('package.json'));
  expect([bin.nianbao, scripts.start]).toEqual(['pipeline/start.js', 'node --v8-pool-size=0 pipeline/start.js']);
  // By any way it is started, V8 is told the same.
  expect(text('pipeline/start.js')).toMatch(/^#!\/usr\/bin\/env -S node --v8-pool-size=0\n/u);
  expect(text('README.md')).toContain(`node_modules/.bin/${scripts.start} schedule`);
  const args = [join(ROOT, 'pipeline/start.js'), '--version'];
  const env = { NODE_COMPILE_CACHE: join(house({}), 'compiled') };
  expect(execFileSync(process.execPath, args, { env, encoding: 'utf8' })).toMatch(/^\d+\.\d+\.\d+\n$/u);
});
