// What an edition's folder was written as: a list beside the documents, in the format of sha256sum.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { codeOf, type Disk, isHeld, statOf } from './disk.ts';

export const MANIFEST = '.nianbao.sha256';
/** What is being written file by file: until the manifest is replaced, this holds as well. */
export const PENDING = '.nianbao.sha256.new';

/** Hashes by path: more than one where it is not sure which of them lies there. */
export type Written = ReadonlyMap<string, ReadonlySet<string>>;

export const manifestOf = (written: Written): Uint8Array => {
  const lines = [...written].flatMap(([path, hashes]) => [...hashes].map(hash => `${hash}  ${path}\n`));
  return new TextEncoder().encode(lines.join(''));
};

/** Null where no run wrote the folder. */
export const writtenIn = (disk: Disk, folder: string): Written | null => {
  const texts = [MANIFEST, PENDING].map(name => textOf(disk, join(folder, name))).filter(text => text !== null);
  if (texts.length === 0) return null;
  return writtenBy(texts.join('\n'));
};

/** What the text of a manifest says. */
export const writtenBy = (text: string): Written => {
  const written = new Map<string, Set<string>>();
  for (const line of text.split('\n'))
    if (line !== '') written.set(line.slice(66), (written.get(line.slice(66)) ?? new Set()).add(line.slice(0, 64)));
  return written;
};

/** `ours`: a document as we wrote it; `theirs`: anything else; `held`: somebody has it open, so that nobody can say. */
export type State = 'none' | 'ours' | 'theirs' | 'held';

export const stateAt = (disk: Disk, path: string, hashes: ReadonlySet<string>): State => {
  const stat = statOf(disk, path);
  if (stat === null) return 'none';
  if (!stat.isFile()) return 'theirs';
  try {
    return hashes.has(hashAt(disk, path)) ? 'ours' : 'theirs';
  } catch (error) {
    if (isHeld(error)) return 'held';
    throw error;
  }
};

// In pieces, since some documents are too long to be held.
const hashAt = (disk: Disk, path: string): string => {
  const hash = createHash('sha256');
  const file = disk.openSync(path, 'r');
  try {
    for (let read = disk.readSync(file, PIECE); read > 0; read = disk.readSync(file, PIECE))
      hash.update(PIECE.subarray(0, read));
  } finally {
    disk.closeSync(file);
  }
  return hash.digest('hex');
};

// One for all: nothing else happens while a file is read.
const PIECE = Buffer.allocUnsafeSlow(1 << 18);

const textOf = (disk: Disk, path: string): string | null => {
  try {
    return disk.readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null;
    throw error;
  }
};
