// bytes → Grid, or why not. Never throws: what cannot be read for sure is refused.
import type { Grid, Reading } from '../model.ts';
import { readCsv } from './csv.ts';
import { finish } from './finish.ts';
import { kindOf } from './kind.ts';
import { openLegacy } from './legacy/legacy.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { readOds } from './ods/ods.ts';
import { refuse, refused } from './refusal.ts';
import { readXlsx } from './xlsx/xlsx.ts';
import { readDirectory } from './zip/directory.ts';
import { verifyAll } from './zip/extract.ts';
import { zipKind } from './zip/kind.ts';

export interface Reader {
  readonly read: (bytes: Uint8Array) => Promise<Reading>;
  /** Ends the process that reads old kinds, if one was needed. */
  readonly close: () => Promise<void>;
}

export const openReader = (given: Partial<Limits> = {}): Reader => {
  const limits = { ...defaultLimits, ...given };
  const legacy = openLegacy(limits);

  const gridOf = (bytes: Uint8Array): Grid | Promise<Reading> => {
    if (bytes.length === 0) return refuse('empty', '0 字节');
    if (bytes.length > limits.file) return refuse('too-large', `文件超过 ${limits.file} 字节`);
    const kind = kindOf(bytes);
    if (kind === 'text') return readCsv(bytes, limits);
    if (kind === 'ole2') return legacy.read(bytes);
    if (kind !== 'zip') return refuse('not-a-spreadsheet', kind.other);
    const zip = readDirectory(bytes, limits);
    const packed = zipKind(zip);
    if (packed === 'xlsx') return finish(readXlsx(zip, limits));
    if (packed === 'ods') return finish(readOds(zip, limits));
    verifyAll(zip);
    return legacy.read(bytes);
  };

  return {
    read: async bytes => {
      try {
        const result = await gridOf(bytes);
        return 'kind' in result ? result : { kind: 'grid', grid: result };
      } catch (error) {
        return refused(error);
      }
    },
    close: legacy.close,
  };
};
