// Hands a notice on: into a file, and to a command that the maintainer named (mail, a messenger's robot).
import { type ChildProcess, spawn } from 'node:child_process';
import { replaceFile } from '../replace-file.ts';

export interface Ways {
  /** Replaced by each notice. */
  readonly file: string | null;
  /** A line for the shell; the notice is its standard input, and nothing of it stands in the line. */
  readonly command: string | null;
}

/** What went wrong, in English, for the log: a notice that cannot be handed on costs no edition. */
export const notify = async (
  notice: string,
  { file, command }: Ways,
  milliseconds = 60_000,
): Promise<readonly string[]> => {
  const troubles: string[] = [];
  if (file !== null) troubles.push(...writeNotice(file, notice));
  if (command !== null) troubles.push(...(await runCommand(command, notice, milliseconds)));
  return troubles;
};

const writeNotice = (file: string, notice: string): readonly string[] => {
  try {
    replaceFile(file, notice);
    return [];
  } catch (error) {
    return [`the notice could not be written to ${file}: ${(error as Error).message}`];
  }
};

const runCommand = (command: string, notice: string, milliseconds: number): Promise<readonly string[]> =>
  new Promise(resolve => {
    // A group of its own: what a shell starts must end with it, and what ends us must not cut it off.
    const child = spawn(command, { shell: true, stdio: 'pipe', detached: true, windowsHide: true });
    const said: string[] = [];
    const late = setTimeout(() => {
      settle([`the command for notices took more than ${milliseconds / 1_000} s`]);
      end(child);
    }, milliseconds);
    const settle = (troubles: readonly string[]): void => {
      clearTimeout(late);
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
      child.unref();
      const words = said.join('').trim().slice(0, LONGEST);
      resolve(troubles.map(trouble => (words === '' ? trouble : `${trouble}: ${words}`)));
    };
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', text => said.length < 100 && said.push(text));
    child.on('error', error => settle([`the command for notices could not be started: ${error.message}`]));
    // What it left running in the background may hold its pipes for ever.
    child.on('exit', (code, signal) => {
      const settled = (): void => settle(code === 0 ? [] : [`the command for notices ended with ${signal ?? code}`]);
      const waiting = setTimeout(settled, PIPES);
      child.on('close', () => {
        clearTimeout(waiting);
        settled();
      });
    });
    // It may end without having read.
    child.stdin.on('error', () => {});
    child.stdin.end(notice);
  });

const end = (child: ChildProcess): void => {
  try {
    process.kill(-(child.pid ?? Number.NaN), 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
};

/** Milliseconds that what it said has to arrive once it ended. */
const PIPES = 500;
/** Characters of what a failing command said. */
const LONGEST = 500;
