// Threads and processes of the program take what `start.js` keeps as it was compiled: their environment tells them where.
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';

/** What to add to the environment of another process of ours; nothing where nothing is kept. */
export const whereCompiled = (): Readonly<Record<string, string>> => {
  const folder = getCompileCacheDir();
  // Node keeps it in a folder below the one it is told, by its own version.
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) };
};

/** The environment of a thread: the program's own, and that. */
export const threadEnvironment = (): NodeJS.ProcessEnv => ({ ...process.env, ...whereCompiled() });
