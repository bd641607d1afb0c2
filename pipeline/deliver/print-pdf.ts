// A document of Word → PDF, by the LibreOffice of the machine in a process of its own: no window, own profile, limited time.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** `lacking`: the machine has no LibreOffice; `failed`: it made none, and `why` is English for the log. */
export type Printed =
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array }
  | { readonly kind: 'lacking' }
  | { readonly kind: 'failed'; readonly why: string };

export interface Printer {
  readonly commands: readonly string[];
  readonly milliseconds: number;
}

/** By their names on the PATH, and where Windows and macOS install it. */
export const LIBREOFFICE: Printer = {
  commands: [
    'soffice',
    'libreoffice',
    'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
    'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe',
    '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  ],
  milliseconds: 120_000,
};

/** Whether the machine has it at all: none of it is waited for. */
export const hasPrinter = async (printer: Printer = LIBREOFFICE): Promise<boolean> => {
  for (const command of printer.commands) if (await canStart(command)) return true;
  return false;
};

const canStart = (command: string): Promise<boolean> =>
  new Promise(done => {
    const child = spawn(command, ['--version'], { detached: true, stdio: 'ignore', windowsHide: true });
    child.on('error', () => done(false));
    child.on('spawn', () => {
      end(child);
      done(true);
    });
  });

/** Never throws. */
export const printPdf = async (docx: Uint8Array, printer: Printer = LIBREOFFICE): Promise<Printed> => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-pdf-'));
  try {
    const source = join(folder, 'document.docx');
    writeFileSync(source, docx);
    const args = [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      ...['--headless', '--norestore', '--convert-to', 'pdf', '--outdir', folder, source],
    ];
    for (const command of printer.commands) {
      const ended = await endOf(command, args, printer.milliseconds);
      if (ended === 'not-found') continue;
      if (ended !== null) return { kind: 'failed', why: ended };
      return { kind: 'pdf', bytes: readFileSync(join(folder, 'document.pdf')) };
    }
    return { kind: 'lacking' };
  } catch (error) {
    return { kind: 'failed', why: (error as Error).message };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
};

/** Null where it ended well. */
const endOf = (command: string, args: readonly string[], milliseconds: number): Promise<string | null> =>
  new Promise(done => {
    // A group of its own: what is started is a script, and the program that it starts must end with it.
    const child = spawn(command, args, { detached: true, stdio: 'ignore', windowsHide: true });
    const late = setTimeout(() => {
      end(child);
      done(`took more than ${milliseconds / 1000} s`);
    }, milliseconds);
    const settle = (outcome: string | null): void => {
      clearTimeout(late);
      done(outcome);
    };
    child.on('error', error => {
      const { code, message } = error as NodeJS.ErrnoException;
      settle(code === 'ENOENT' ? 'not-found' : message);
    });
    child.on('exit', (code, signal) => settle(code === 0 ? null : `ended with ${signal ?? code}`));
  });

const end = (child: ChildProcess): void => {
  try {
    process.kill(-(child.pid ?? Number.NaN), 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
};
