// A small file replaced by another.
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { pid } from 'node:process';

/** Whoever opens it finds the whole old or the whole new one. Throws what the disk says. */
export const replaceFile = (path: string, content: string): void => {
  const fresh = `${path}.${pid}.new`;
  try {
    writeFileSync(fresh, content);
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
};
