// The bytes of an .xlsx → Grid, at once and without the process for old kinds: for files of the house, not for deliveries.
import type { Reading } from '../model.ts';
import { finish } from './finish.ts';
import { kindOf } from './kind.ts';
import { defaultLimits } from './limits.ts';
import { refuse, refused } from './refusal.ts';
import { readXlsx } from './xlsx/xlsx.ts';
import { readDirectory } from './zip/directory.ts';
import { zipKind } from './zip/kind.ts';

/** Never throws. A workbook of another kind, or one locked by a password, is refused as `not-a-spreadsheet`. */
export const readXlsxSync = (bytes: Uint8Array): Reading => {
  try {
    if (bytes.length > defaultLimits.file) return refuse('too-large', `文件超过 ${defaultLimits.file} 字节`);
    if (kindOf(bytes) !== 'zip') return refuse('not-a-spreadsheet', '不是 .xlsx');
    const zip = readDirectory(bytes, defaultLimits);
    const packed = zipKind(zip);
    if (packed.kind !== 'xlsx') return refuse('not-a-spreadsheet', '不是 .xlsx');
    return { kind: 'grid', grid: finish(readXlsx(zip, packed.start, defaultLimits), defaultLimits) };
  } catch (error) {
    return refused(error);
  }
};
