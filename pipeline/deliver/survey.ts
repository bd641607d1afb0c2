// What stands in an edition's folder that is not ours: files that people added or edited, their empty folders and links, and parts.
import { join } from 'node:path';
import { Fault } from '../fault.ts';
import { type Disk, statOf } from './disk.ts';
import { MANIFEST, PENDING, stateAt, type Written, writtenIn } from './manifest.ts';

export interface Survey {
  /** Files and links that stay, with what is in parts. */
  readonly theirs: readonly string[];
  /** Folders that stay although nothing is in them. */
  readonly empty: readonly string[];
  /** Of these, documents that somebody has open, so that nobody can say whose they are. */
  readonly held: ReadonlySet<string>;
  readonly written: Written;
  /** Changes when anything below the folder does. */
  readonly signature: string;
}

interface Found {
  readonly path: string;
  readonly kind: 'file' | 'link' | 'empty';
  readonly inPart: boolean;
  readonly signature: string;
}

/** Reads all documents of ours, to tell which of them somebody changed. A folder that no run wrote is a Fault. */
export const survey = (disk: Disk, folder: string): Survey => {
  const { found, known } = lookAt(disk, folder);
  const stateOf = ({ path, kind, inPart }: Found) =>
    kind === 'file' && !inPart && known.has(path)
      ? stateAt(disk, join(folder, path), known.get(path) ?? NONE)
      : 'theirs';
  const things = found
    .filter(({ kind }) => kind !== 'empty')
    .map(one => ({ path: one.path, state: stateOf(one) }))
    .filter(({ state }) => state !== 'ours');
  return {
    theirs: things.map(({ path }) => path),
    empty: found.filter(({ kind }) => kind === 'empty').map(({ path }) => path),
    held: new Set(things.filter(({ state }) => state === 'held').map(({ path }) => path)),
    written: known,
    signature: signed(found),
  };
};

/** A folder that no run wrote is a Fault: it may be somebody's returns. */
export const expectOurs = (disk: Disk, folder: string): void => {
  lookAt(disk, folder);
};

// A folder with a part in it was made by us.
const lookAt = (disk: Disk, folder: string): { readonly found: readonly Found[]; readonly known: Written } => {
  const stat = statOf(disk, folder);
  if (stat?.isSymbolicLink())
    throw new Fault('is a link; give the folder itself, or the one above it, as --output', folder);
  const found = stat === null ? [] : walk(disk, folder, '', false);
  const written = stat === null ? null : writtenIn(disk, folder);
  if (written === null && found.length > 0 && !found.some(({ inPart }) => inPart))
    throw new Fault('this folder was not written by nianbao; move it away, or choose another --output', folder);
  return { found, known: written ?? new Map() };
};

const NONE: ReadonlySet<string> = new Set();

/** The signature that a survey of the folder would have now, without reading its files. */
export const signatureOf = (disk: Disk, folder: string): string => signed(walk(disk, folder, '', false));

const signed = (found: readonly Found[]): string => found.map(({ signature }) => signature).join('\n');

const walk = (disk: Disk, folder: string, below: string, inPart: boolean): readonly Found[] => {
  const entries = disk.readdirSync(join(folder, below), { withFileTypes: true });
  const isPart = inPart || (below !== '' && entries.some(({ name }) => name === MANIFEST));
  return entries
    .filter(({ name }) => below !== '' || (name !== MANIFEST && name !== PENDING))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      const stat = disk.lstatSync(join(folder, path));
      const found = { path, inPart: isPart, signature: `${path} ${stat.size} ${stat.mtimeMs} ${stat.ino}` };
      if (stat.isSymbolicLink()) return [{ ...found, kind: 'link' as const }];
      if (stat.isFile()) return [{ ...found, kind: 'file' as const }];
      if (!stat.isDirectory()) throw new Fault('is neither a file nor a folder; move it away', join(folder, path));
      const within = walk(disk, folder, path, isPart);
      return within.length > 0 ? within : [{ ...found, kind: 'empty' as const }];
    });
};
