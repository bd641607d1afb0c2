// templates/ → Kit: the only file of render/ that reads the disk.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../fault.ts';
import type { Kit } from './format.ts';

/** `folder` is the folder `templates/`. A missing part is a Fault. */
export const loadKit = (folder: string): Kit => {
  const partials = list(join(folder, 'partials')).filter(name => name.endsWith('.hbs'));
  return {
    partials: new Map(partials.map(name => [name.slice(0, -'.hbs'.length), read(join(folder, 'partials', name))])),
    page: { shell: read(join(folder, 'page', 'page.hbs')), style: read(join(folder, 'page', 'page.css')) },
    overview: {
      shell: read(join(folder, 'overview', 'overview.hbs')),
      style: read(join(folder, 'overview', 'overview.css')),
      script: read(join(folder, 'overview', 'overview.js')),
    },
  };
};

const list = (folder: string): readonly string[] => orFault(folder, () => readdirSync(folder).sort());

const read = (path: string): string => orFault(path, () => readFileSync(path, 'utf8'));

const orFault = <T>(path: string, act: () => T): T => {
  try {
    return act();
  } catch (error) {
    throw new Fault(`cannot be read: ${(error as Error).message}`, path);
  }
};
