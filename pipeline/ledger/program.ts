// Which program this is, to the letter: what another one worked out is not taken for its own.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../sha256.ts';

/** A fingerprint of the source below `root`, and of the packages and the Node that it is pinned to. */
export const programIn = (root: string): string => {
  const sources = readdirSync(join(root, 'pipeline'), { recursive: true, encoding: 'utf8' }).filter(path =>
    /\.[jt]s$/u.test(path),
  );
  const paths = [...sources.map(path => join('pipeline', path)), 'package.json', 'package-lock.json'];
  return fingerprint(root, paths);
};

/** Of the forms and what stands beside them, but for what an editor leaves there while a file is open. */
export const templatesIn = (folder: string): string => {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter(entry => entry.isFile() && !/^[.~]/u.test(entry.name));
  return fingerprint(
    folder,
    files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length)),
  );
};

const fingerprint = (root: string, paths: readonly string[]): string =>
  sha256(
    [...paths]
      .sort()
      .map(path => `${path}\n${sha256(readFileSync(join(root, path)))}\n`)
      .join(''),
  );
