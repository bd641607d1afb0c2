// What stands in an edition's folder that is not ours: files that people added or edited, their empty folders and links, and parts.
import { join } from 'node:path';
import { Fault } from '../fault.ts';
import { type Disk, isHeld, statOf } from './disk.ts';
import { MANIFEST, PENDING, sha256, type Written, writtenIn } from './manifest.ts';

export interface Survey {
  /** Files and links that stay, with what is in parts. */
  readonly theirs: readonly string[];
  /** Folders that stay although nothing is in them. */
  readonly empty: readonly string[];
  /** Documents of the run before, as it left them. */
  readonly ours: readonly string[];
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

/** A folder that no run wrote is a Fault: it may be somebody's returns. A folder with a part in it was made by us. */
export const survey = (disk: Disk, folder: string): Survey => {
  const stat = statOf(disk, folder);
  if (stat?.isSymbolicLink())
    throw new Fault('is a link; give the folder itself, or the one above it, as --output', folder);
  const found = stat === null ? [] : walk(disk, folder, '', false);
  const written = stat === null ? null : writtenIn(disk, folder);
  if (written === null && found.length > 0 && !found.some(({ inPart }) => inPart))
    throw new Fault('this folder was not written by nianbao; move it away, or choose another --output', folder);
  const known = written ?? new Map<string, Set<string>>();
  const isOurs = ({ path, kind, inPart }: Found): boolean =>
    kind === 'file' && !inPart && known.has(path) && isOneOf(disk, join(folder, path), known.get(path) as Set<string>);
  const things = found.filter(({ kind }) => kind !== 'empty');
  const ours = new Set(things.filter(isOurs).map(({ path }) => path));
  return {
    theirs: things.map(({ path }) => path).filter(path => !ours.has(path)),
    empty: found.filter(({ kind }) => kind === 'empty').map(({ path }) => path),
    ours: [...ours],
    written: known,
    signature: found.map(({ signature }) => signature).join('\n'),
  };
};

// What cannot be read because somebody has it open may hold their work.
const isOneOf = (disk: Disk, path: string, hashes: ReadonlySet<string>): boolean => {
  try {
    return hashes.has(sha256(disk.readFileSync(path)));
  } catch (error) {
    if (isHeld(error)) return false;
    throw error;
  }
};

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
