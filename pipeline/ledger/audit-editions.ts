// The editions against the list that lies in each, and that list against the record of the last run.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST, writtenBy } from '../deliver/manifest.ts';
import { sha256 } from '../sha256.ts';
import type { Hash } from './ledger.ts';

/** `delivered`: for each period that was written, path → sha256 of its documents as recorded. */
export const auditEditions = (
  output: string,
  delivered: ReadonlyMap<string, ReadonlyMap<string, Hash>>,
): { readonly differences: readonly string[]; readonly count: number } => ({
  differences: [...delivered].flatMap(([period, recorded]) => auditEdition(output, period, recorded)),
  count: delivered.size,
});

const auditEdition = (output: string, period: string, recorded: ReadonlyMap<string, Hash>): readonly string[] => {
  const folder = join(output, period);
  const list = bytesAt(join(folder, MANIFEST));
  if (list === null) return [`${period}：成果文件夹或其中的 ${MANIFEST} 不在了；再运行一次即可重新生成`];
  const written = writtenBy(Buffer.from(list).toString('utf8'));
  const altered = [...written].flatMap(([path, known]) => {
    const bytes = bytesAt(join(folder, path));
    if (bytes === null) return [`${period}/${path}：生成后被删除`];
    return known.has(sha256(bytes)) ? [] : [`${period}/${path}：生成后被改动`];
  });
  // A document whose name people keep lies beside under another name.
  const hashes = new Set([...written.values()].flatMap(known => [...known]));
  const same = [...recorded].every(([, hash]) => hashes.has(hash));
  return same ? altered : [...altered, `${period}：清单 ${MANIFEST} 与最近一次运行记录不符，请再运行一次`];
};

const bytesAt = (path: string): Uint8Array | null => {
  try {
    return existsSync(path) ? readFileSync(path) : null;
  } catch {
    return null;
  }
};
