// A temporary folder for one run of the tests, in which each of them has its own: at the end nothing may be left in it.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { COMPILED } from '../contract/compiled.ts';

/** Before the processes that run the tests are started: they have it from the environment. */
export const setup = (): (() => void) => {
  const own = mkdtempSync(join(tmpdir(), 'nianbao-tests-'));
  process.env['TMPDIR'] = own;
  return () => {
    // Other programs (browsers, LibreOffice) leave what they like.
    const left = readdirSync(own).filter(name => name.startsWith('nianbao-') && name !== COMPILED);
    rmSync(own, { recursive: true, force: true, maxRetries: 3 });
    if (left.length > 0) throw new Error(`the tests left temporary folders behind: ${left.join(' ')}`);
  };
};
