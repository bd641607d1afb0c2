// Folders of files in temporary places, for tests of the edges.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type Files = Readonly<Record<string, string | Uint8Array>>;

export const put = (folder: string, files: Files): void => {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
};

const made: string[] = [];

/** Not after each test: of tests that run side by side one would take another's folder away. */
export const removeFolders = (): void => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
};

/** A folder with these files, gone when the tests of the file are over. */
export const folderWith = (files: Files = {}): string => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
  made.push(folder);
  put(folder, files);
  return folder;
};

/** The path of a file of this name and content, gone as its folder is. */
export const fileWith = (name: string, content: string | Uint8Array): string =>
  join(folderWith({ [name]: content }), name);

/** All files below a folder: path → content as text, sorted by path. */
export const contentOf = (folder: string): Readonly<Record<string, string>> => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const paths = files.map(file => join(file.parentPath, file.name).slice(folder.length + 1)).sort();
  return Object.fromEntries(paths.map(path => [path, readFileSync(join(folder, path), 'utf8')]));
};
