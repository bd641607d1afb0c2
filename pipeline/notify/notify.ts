// Hands a notice on: into a file, and to a command that the maintainer named (mail, a messenger's robot).
import { spawn } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';

export interface Ways {
  /** Replaced by each notice. */
  readonly file: string | null;
  /** A line for the shell; the notice is its standard input. */
  readonly command: string | null;
}

/** What went wrong, in English, for the log: a notice that cannot be handed on costs no edition. */
export const notify = async (notice: string, { file, command }: Ways): Promise<readonly string[]> => {
  const troubles: string[] = [];
  if (file !== null) troubles.push(...writeNotice(file, notice));
  if (command !== null) troubles.push(...(await runCommand(command, notice)));
  return troubles;
};

const writeNotice = (file: string, notice: string): readonly string[] => {
  try {
    writeFileSync(`${file}.new`, notice);
    renameSync(`${file}.new`, file);
    return [];
  } catch (error) {
    return [`the notice could not be written to ${file}: ${(error as Error).message}`];
  }
};

const runCommand = (command: string, notice: string): Promise<readonly string[]> =>
  new Promise(resolve => {
    // Its words belong to the log, and our standard output to the summary.
    const child = spawn(command, { shell: true, stdio: ['pipe', 2, 2], timeout: TOO_LONG });
    child.on('error', error => resolve([`the command for notices could not be started: ${error.message}`]));
    child.on('close', (code, signal) =>
      resolve(code === 0 ? [] : [`the command for notices ended with ${signal ?? code}`]),
    );
    // It may end without having read.
    child.stdin?.on('error', () => {});
    child.stdin?.end(notice);
  });

/** Milliseconds. */
const TOO_LONG = 60_000;
