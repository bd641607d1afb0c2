// A period's folder → what comes in: every file with its fingerprint and its bytes, or why it is not opened.
import { createHash } from 'node:crypto';
import { EMPTY, LEFT, unopened as notOpened } from '../left.ts';
import type { Delivery } from '../model.ts';
import { sha256 } from '../sha256.ts';
import type { Incoming } from './input.ts';
import { readEntry, snapshot } from './snapshot.ts';
import { CHANGING } from './unsettled.ts';
import type { Entry } from './walk.ts';

/** `largest`: bytes beyond which a file is not loaded. `seen` is told of each file before it is opened. */
export function* incoming(
  entries: readonly Entry[],
  largest: number,
  seen: (path: string) => void,
): Generator<Incoming> {
  for (const entry of entries) {
    if (isOurs(entry.path)) continue;
    seen(entry.path);
    yield opened(entry, largest);
  }
}

/** How many of the entries are deliveries. */
export const countDeliveries = (entries: readonly Entry[]): number =>
  entries.filter(entry => !isOurs(entry.path)).length;

const opened = (entry: Entry, largest: number): Incoming => {
  const ignored = entry.obstacle ?? litter(entry.path) ?? (entry.size === 0 ? EMPTY : null);
  if (ignored !== null) return { delivery: unopened(entry), ignored };
  try {
    if (entry.size > largest) {
      const known = fingerprint(entry);
      if (known === null) return { delivery: unopened(entry), ignored: CHANGING };
      return {
        delivery: { ...unopened(entry), sha256: known },
        reading: { kind: 'refused', refusal: 'too-large', detail: '' },
      };
    }
    const bytes = snapshot(entry);
    if (bytes === null) return { delivery: unopened(entry), ignored: CHANGING };
    return { delivery: { path: entry.path, sha256: sha256(bytes), size: bytes.length }, bytes };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    return { delivery: unopened(entry), ignored: notOpened(code) };
  }
};

/** Bytes beyond which a file is not even fingerprinted: a disk image would hold the run up for minutes. */
const ENDLESS = 2 ** 30;

// A file too large to load is still named by its content, where that takes no more than seconds.
const fingerprint = (entry: Entry): string | null => {
  if (entry.size > ENDLESS) return '';
  const hash = createHash('sha256');
  return readEntry(entry, piece => hash.update(piece)) ? hash.digest('hex') : null;
};

const unopened = ({ path, size }: Entry): Delivery => ({ path, sha256: '', size });

const isOurs = (path: string): boolean => path === 'period.yaml' || /^readme(?:\.[\w-]+)*$/iu.test(path);

/** Why a file is nobody's return, in Chinese, or null: what programs leave behind. */
const litter = (path: string): string | null => {
  const name = path.split('/').at(-1) ?? '';
  if (name.startsWith('~$') || name.startsWith('.~')) return '是打开文件时的临时锁文件，不是报表';
  if (/\.(?:tmp|temp|part|partial|crdownload|download|bak)$/iu.test(name)) return `是临时文件或没有传完的文件，${LEFT}`;
  if (/^(?:thumbs\.db|desktop\.ini|\.ds_store)$/iu.test(name) || name.startsWith('.')) return '是系统文件，不是报表';
  return null;
};
