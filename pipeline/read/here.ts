// bytes → Grid in this process: text, .xlsx and .ods, by our own readers.
import type { Grid, Reading } from '../model.ts';
import { readCsv } from './csv.ts';
import { finish } from './finish.ts';
import { kindOf } from './kind.ts';
import type { Limits } from './limits.ts';
import { readOds } from './ods/ods.ts';
import { refuse, refused } from './refusal.ts';
import { readXlsx } from './xlsx/xlsx.ts';
import { readDirectory, unpackedSize } from './zip/directory.ts';
import { verifyAll } from './zip/extract.ts';
import { zipKind } from './zip/kind.ts';

/** What another process has to read: .xls, .et, .xlsb. */
export const OLD = 'old';

/** Never throws. What unpacks to more than `largest` is left to another process, too: one so small takes no time that anybody notices, whatever it holds. */
export const readHere = (
  bytes: Uint8Array,
  limits: Limits,
  largest = Number.POSITIVE_INFINITY,
): Reading | typeof OLD => {
  try {
    const grid = gridOf(bytes, limits, largest);
    return grid === OLD ? OLD : { kind: 'grid', grid };
  } catch (error) {
    return refused(error);
  }
};

const gridOf = (bytes: Uint8Array, limits: Limits, largest: number): Grid | typeof OLD => {
  if (bytes.length === 0) return refuse('empty', '0 字节');
  if (bytes.length > limits.file) return refuse('too-large', `文件超过 ${limits.file / 2 ** 20} MiB`);
  const kind = kindOf(bytes);
  if (kind === 'text') return bytes.length > largest ? OLD : readCsv(bytes, limits);
  if (kind === 'ole2') return OLD;
  if (kind !== 'zip') return refuse('not-a-spreadsheet', kind.other);
  const zip = readDirectory(bytes, limits);
  if (unpackedSize(zip) > largest) return OLD;
  const packed = zipKind(zip);
  if (packed.kind === 'xlsx') return finish(readXlsx(zip, packed.start, limits), limits);
  if (packed.kind === 'ods') return finish(readOds(zip, limits), limits);
  verifyAll(zip);
  return OLD;
};
