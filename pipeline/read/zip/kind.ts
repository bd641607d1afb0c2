// What a zip holds: a workbook of which kind, or something else, which is refused.
import { refuse } from '../refusal.ts';
import { partOf, relationsOf } from '../xlsx/package.ts';
import type { Start } from '../xlsx/xlsx.ts';
import type { Zip } from './directory.ts';
import { extract } from './extract.ts';

const ODS = 'application/vnd.oasis.opendocument.spreadsheet';

export type ZipKind = { readonly kind: 'xlsx'; readonly start: Start } | { readonly kind: 'ods' | 'xlsb' };

export const zipKind = (zip: Zip): ZipKind => {
  const mimetype = textOf(zip, 'mimetype');
  if (mimetype.startsWith('application/')) {
    if (!mimetype.startsWith(ODS)) return refuse('not-a-spreadsheet', mimetype.trim().slice(0, 100));
    const isLocked = textOf(zip, 'meta-inf/manifest.xml').includes('encryption-data');
    return isLocked ? refuse('encrypted', 'ods') : { kind: 'ods' };
  }
  if (!zip.has('_rels/.rels')) return refuse('not-a-spreadsheet', '压缩包');
  const roots = relationsOf(zip, '');
  const part = roots.find(({ type }) => type === 'officeDocument')?.target;
  if (part === undefined) return refuse('not-a-spreadsheet', '压缩包');
  const bytes = partOf(zip, part);
  return isBinary(bytes) ? { kind: 'xlsb' } : { kind: 'xlsx', start: { roots, part, bytes } };
};

const textOf = (zip: Zip, name: string): string => {
  const entry = zip.get(name);
  return entry === undefined ? '' : new TextDecoder().decode(extract(entry));
};

/** The workbook part of an .xlsb starts with its record 131, no XML does. */
const isBinary = (bytes: Uint8Array): boolean => bytes[0] === 0x83 && bytes[1] === 0x01;
