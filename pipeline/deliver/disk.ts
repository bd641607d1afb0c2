// The calls by which an edition reaches the disk, as an interface so that tests can fail or stop at each of them.
import fs from 'node:fs';
import { dirname, join } from 'node:path';

export type Disk = Pick<
  typeof fs,
  | 'closeSync'
  | 'copyFileSync'
  | 'fsync'
  | 'fsyncSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readFileSync'
  | 'readdirSync'
  | 'readlinkSync'
  | 'readSync'
  | 'renameSync'
  | 'rmSync'
  | 'rmdirSync'
  | 'symlinkSync'
  | 'unlinkSync'
  | 'utimesSync'
  | 'writeFileSync'
>;

export const realDisk: Disk = fs;

export const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** What Windows and network shares say of a file or folder that somebody has open. */
export const isHeld = (error: unknown): boolean => ['EACCES', 'EBUSY', 'EPERM', 'ETXTBSY'].includes(codeOf(error));

/** Null where there is nothing. */
export const statOf = (disk: Disk, path: string) => disk.lstatSync(path, { throwIfNoEntry: false }) ?? null;

/** A new file, on the disk for good when this returns. */
export const write = (disk: Disk, path: string, bytes: Uint8Array): void => {
  disk.mkdirSync(dirname(path), { recursive: true });
  const file = disk.openSync(path, 'wx');
  try {
    disk.writeFileSync(file, bytes);
    disk.fsyncSync(file);
  } finally {
    disk.closeSync(file);
  }
};

/** With its time and rights; a link is made again and never followed. */
export const copy = (disk: Disk, from: string, to: string): void => {
  disk.mkdirSync(dirname(to), { recursive: true });
  const found = disk.lstatSync(from);
  if (found.isSymbolicLink()) disk.symlinkSync(disk.readlinkSync(from), to);
  else {
    disk.copyFileSync(from, to);
    sync(disk, to);
    disk.utimesSync(to, found.atime, found.mtime);
  }
};

/** Some platforms sync no folder, and no file that may only be read: there it is left to them. */
export const sync = (disk: Disk, path: string): void => {
  let opened: number;
  try {
    opened = disk.openSync(path, 'r');
  } catch (error) {
    if (isHeld(error) || codeOf(error) === 'EISDIR') return;
    throw error;
  }
  try {
    disk.fsyncSync(opened);
  } catch (error) {
    if (!isHeld(error) && !['EBADF', 'EINVAL', 'EISDIR', 'ENOTSUP'].includes(codeOf(error))) throw error;
  } finally {
    disk.closeSync(opened);
  }
};

export const syncFolders = (disk: Disk, folder: string): void => {
  for (const entry of disk.readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) syncFolders(disk, join(folder, entry.name));
  sync(disk, folder);
};
