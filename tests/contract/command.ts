// The real command in another process, and its tables read back.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { COMPILED } from './compiled.ts';

export const MAIN = join(import.meta.dirname, '../../pipeline/main.ts');

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Neither a terminal nor an environment of its own, from a folder that has nothing to do with it. */
export const nianbao = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Outcome> =>
  new Promise(done => {
    const options = {
      env: { NODE_COMPILE_CACHE: join(tmpdir(), COMPILED), ...env },
      cwd: tmpdir(),
      encoding: 'utf8',
    } as const;
    execFile(process.execPath, [MAIN, ...args], options, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });

/** The entries of a log that nobody watches; throws on any line that is none. */
export const logOf = ({ stderr }: Outcome): readonly Readonly<Record<string, unknown>>[] =>
  stderr
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line));

export const rowsOf = (folder: string, table: string): readonly Readonly<Record<string, string>>[] =>
  parse(readFileSync(join(folder, 'data', `${table}.csv`)), { columns: true });
