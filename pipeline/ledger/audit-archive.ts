// The archive against the names of its files, which are their fingerprints, and against what the record says is in it.
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { ARCHIVE, placeIn, UNFINISHED } from './archive.ts';
import type { Hash } from './ledger.ts';

/** `archived`: the fingerprints that the record speaks of, each with a name for people. */
export const auditArchive = (
  output: string,
  archived: ReadonlyMap<Hash, string>,
): { readonly differences: readonly string[]; readonly count: number } => {
  const paths = filesBelow(join(output, ARCHIVE));
  const altered = paths.flatMap(path => {
    const named = path.replaceAll(/[\\/]/gu, '');
    if (!/^[0-9a-f]{64}$/u.test(named)) return [`存档里多出一个不是程序存的文件：${ARCHIVE}/${path}`];
    if (fingerprint(join(output, ARCHIVE, path)) === named) return [];
    return [
      `存档中的文件被改动，内容与其指纹不符：${ARCHIVE}/${path}${archived.has(named) ? `（${archived.get(named)}）` : ''}`,
    ];
  });
  const missing = [...archived].flatMap(([hash, name]) =>
    existsSync(placeIn(output, hash)) ? [] : [`存档中缺少原件：${name}（指纹 ${hash}）`],
  );
  return { differences: [...altered, ...missing], count: paths.length };
};

const filesBelow = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => !entry.isDirectory())
        .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .filter(path => path !== UNFINISHED)
        .sort()
    : [];

const fingerprint = (path: string): Hash | null => {
  const hash = createHash('sha256');
  try {
    const file = openSync(path, 'r');
    try {
      const piece = Buffer.allocUnsafe(2 ** 20);
      for (let count = readSync(file, piece); count > 0; count = readSync(file, piece))
        hash.update(piece.subarray(0, count));
    } finally {
      closeSync(file);
    }
    return hash.digest('hex');
  } catch {
    return null;
  }
};
