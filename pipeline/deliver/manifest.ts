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
  const all = filesIn(folder);
  // A subfolder with a manifest of its own is a part, written by another command.
  const parts = all
    .filter(path => /^[^/]+\/\.nianbao\.sha256$/u.test(path))
    .map(path => path.slice(0, -MANIFEST.length));
  const inParts = all.filter(path => parts.some(part => path.startsWith(part)));
  const paths = all.filter(path => !inParts.includes(path));
  if (paths.length === 0) return { added: inParts, edited: [] };
  if (!existsSync(join(folder, MANIFEST))) return null;
  const written = new Map(
    readFileSync(join(folder, MANIFEST), 'utf8')
      .split('\n')
      .map(line => [line.slice(66), line.slice(0, 64)] as const),
  );
  const theirs = paths.filter(
    path => path !== MANIFEST && sha256(readFileSync(join(folder, path))) !== written.get(path),
  );
  const added = theirs.filter(path => !written.has(path));
  return { added: [...added, ...inParts], edited: theirs.filter(path => written.has(path)) };
};

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
