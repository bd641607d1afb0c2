// What an edition's folder was written as: a list beside the documents, in the format of sha256sum.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../model.ts';

export const MANIFEST = '.nianbao.sha256';

export const manifestOf = (documents: readonly Document[]): Document => {
  const lines = documents.map(({ path, bytes }) => `${sha256(bytes)}  ${path}\n`);
  return { path: MANIFEST, bytes: new TextEncoder().encode(lines.join('')) };
};

/** A folder's files that no run wrote: `added` by people, or `edited` by them since; null where no run wrote the folder at all. */
export interface Foreign {
  readonly added: readonly string[];
  readonly edited: readonly string[];
}

export const foreignIn = (folder: string): Foreign | null => {
  const paths = filesIn(folder);
  if (paths.length === 0) return { added: [], edited: [] };
  if (!existsSync(join(folder, MANIFEST))) return isOfParts(folder, paths) ? { added: paths, edited: [] } : null;
  const written = new Map(
    readFileSync(join(folder, MANIFEST), 'utf8')
      .split('\n')
      .map(line => [line.slice(66), line.slice(0, 64)] as const),
  );
  const theirs = paths.filter(
    path => path !== MANIFEST && sha256(readFileSync(join(folder, path))) !== written.get(path),
  );
  return { added: theirs.filter(path => !written.has(path)), edited: theirs.filter(path => written.has(path)) };
};

// Blanks may be written before the first edition.
const isOfParts = (folder: string, paths: readonly string[]): boolean =>
  paths.every(path => path.includes('/') && existsSync(join(folder, path.split('/')[0] ?? '', MANIFEST)));

const filesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry =>
          join(entry.parentPath, entry.name)
            .slice(folder.length + 1)
            .replaceAll('\\', '/'),
        )
        .sort()
    : [];

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
