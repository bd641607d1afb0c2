// A reader that opens no bytes twice: what it gave for them before is recalled.
import type { Reading, RefusalKind } from '../model.ts';
import { sha256 } from '../sha256.ts';
import { keyOf, type Memory } from './memory.ts';

interface Reader {
  readonly read: (bytes: Uint8Array) => Promise<Reading>;
  readonly close: () => Promise<void>;
}

/** These tell of the machine and the moment, and not only of the bytes. */
const PASSING: readonly RefusalKind[] = ['too-slow', 'crashed'];

/** Closing it closes the reader; the memory stays open. */
export const rememberingReader = (reader: Reader, memory: Memory, limits: object): Reader => {
  const how = JSON.stringify(limits);
  return {
    read: async bytes => {
      const key = keyOf('reading', how, sha256(bytes));
      const known = memory.recall(key);
      if (known !== undefined) return known as Reading;
      const reading = await reader.read(bytes);
      if (reading.kind === 'grid' || !PASSING.includes(reading.refusal)) memory.remember(key, reading);
      return reading;
    },
    close: () => reader.close(),
  };
};
