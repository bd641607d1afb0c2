// One entry of a zip → its bytes, of the stated size and checksum or not at all.
import { crc32, inflateRawSync } from 'node:zlib';
import { recentAnswers } from '../../recent-answers.ts';
import { Refusal, refuse } from '../refusal.ts';
import type { Entry, Zip } from './directory.ts';

/** Of what was unpacked a short while ago the same bytes, which nobody writes to. */
export const extract = (entry: Entry): Uint8Array => {
  const { method, crc, size, packed } = entry;
  if (method === 'stored' || size > LARGEST || packed.length > LARGEST_PACKED) return unpacked(entry);
  const before = recently(`${crc} ${size}`, () => ({ packed: Buffer.from(packed), bytes: unpacked(entry) }));
  // What says the same of itself may be packed otherwise, or be something else.
  return before.packed.equals(packed) ? before.bytes : unpacked(entry);
};

const recently = recentAnswers<{ readonly packed: Buffer; readonly bytes: Uint8Array }>();

/** Larger parts are the sheets and texts of one workbook alone. */
const [LARGEST, LARGEST_PACKED] = [2 ** 18, 2 ** 15];

const unpacked = (entry: Entry): Uint8Array => {
  const bytes = entry.method === 'stored' ? entry.packed : inflate(entry);
  if (bytes.length !== entry.size) refuse('damaged', `长度不符：${entry.name}`);
  if (crc32(bytes) !== entry.crc) refuse('damaged', `校验和不符：${entry.name}`);
  return bytes;
};

const inflate = (entry: Entry): Uint8Array => {
  try {
    const { buffer, engine } = inflateRawSync(entry.packed, {
      maxOutputLength: entry.size + 1,
      info: true,
    }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    // Bytes behind the end of the data: zlib passes over them, others may not.
    return engine.bytesWritten === entry.packed.length ? buffer : refuse('damaged', `长度不符：${entry.name}`);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return refuse('damaged', `无法解压：${entry.name}`);
  }
};

/** For zips that another program will read, which checks no checksum. */
export const verifyAll = (zip: Zip): void => {
  for (const entry of zip.values()) extract(entry);
};
