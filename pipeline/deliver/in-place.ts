// A complete new edition moved into the folder document by document, where somebody has a file open so that the folder has to stay.
//
// What is guaranteed: at its own name every document is at all times the whole old or the whole new one, and what people edited is not
// touched. For a moment old and new documents lie side by side. PENDING, put there first, lists both, and the edition to come lies complete
// in `.<period>.move`: a run that was stopped is finished by the next, which then finds one edition. The manifest comes last.
import { dirname, join } from 'node:path';
import { Fault } from '../fault.ts';
import { codeOf, type Disk, isHeld, statOf, sync, syncFolders, write } from './disk.ts';
import { besideName, isAlwaysOurs, type Kept, plainName } from './kept.ts';
import { MANIFEST, manifestOf, PENDING, stateAt, type Written, writtenIn } from './manifest.ts';
import { type Place, tidy } from './swap.ts';

const PARTLY = 'the new edition is in place in part only; the next run completes it';

/** Gives the documents that could not have their names. */
export const moveIn = (disk: Disk, place: Place): readonly Kept[] => {
  const { output, target, fresh, move } = place;
  const next: Written = writtenIn(disk, fresh) ?? new Map();
  const besides = new Map([...next].map(([path, hashes]) => [besideName(plainName(path), '新', new Set()), hashes]));
  write(disk, join(fresh, PENDING), manifestOf(union(writtenIn(disk, target) ?? new Map(), next, besides)));
  disk.renameSync(join(fresh, PENDING), join(target, PENDING));
  sync(disk, target);
  disk.renameSync(fresh, move);
  sync(disk, output);
  return finish(disk, place);
};

/** Ends what `moveIn` began, if it did. */
export const finish = (disk: Disk, place: Place): readonly Kept[] => {
  const { output, target, move, gone } = place;
  if (statOf(disk, move) === null) return [];
  try {
    const next: Written = writtenIn(disk, move) ?? new Map();
    const known = new Map(union(writtenIn(disk, target) ?? new Map(), next));
    const kept = [...next].flatMap(([path, hashes]) => moveOne(disk, place, path, hashes, known));
    for (const [path, hashes] of known) if (isStale(disk, target, path, hashes, next)) removeOne(disk, target, path);
    syncFolders(disk, target);
    replaceManifest(disk, place, presentIn(disk, target, known, next));
    disk.renameSync(move, gone);
    disk.rmSync(join(target, PENDING), { force: true });
    sync(disk, output);
    tidy(disk, gone);
    return kept;
  } catch (error) {
    if (codeOf(error) === '') throw error;
    const message = (error as Error).message;
    throw new Fault(`${PARTLY}: ${message}`, target);
  }
};

const union = (...all: readonly Written[]): Written =>
  new Map(
    [
      ...Map.groupBy(
        all.flatMap(written => [...written]),
        ([path]) => path,
      ),
    ].map(([path, entries]) => [path, new Set(entries.flatMap(([, hashes]) => [...hashes]))]),
  );

// What people edited lies in the new edition as a copy that no manifest knows, or not at all: it is in its place.
const moveOne = (
  disk: Disk,
  { target, move }: Place,
  path: string,
  hashes: ReadonlySet<string>,
  known: Map<string, ReadonlySet<string>>,
): readonly Kept[] => {
  const ready = stateAt(disk, join(move, path), hashes);
  if (ready === 'held') throw new Fault(`${PARTLY}: somebody has it open`, join(move, path));
  if (ready !== 'ours') return [];
  const place = (name: string): boolean => placeAt(disk, join(move, path), join(target, name), known.get(name));
  const isTheirs = stateAt(disk, join(target, path), known.get(path) ?? hashes) === 'theirs';
  const aside = isTheirs && isAlwaysOurs(path) ? putAside(disk, target, path) : [];
  if (place(path)) return aside;
  let tries = 0;
  const isTaken = (name: string): boolean => {
    tries += 1;
    if (tries > 20) throw new Fault(`${PARTLY}: none of its names can be written to`, join(target, path));
    return !place(name);
  };
  const beside = besideName(plainName(path), '新', { has: isTaken });
  known.set(beside, new Set([...(known.get(beside) ?? []), ...hashes]));
  return [...aside, { why: isTheirs && aside.length === 0 ? 'edited' : 'open', path, beside }];
};

/** False where something stands there that is not ours, or that somebody has open. */
const placeAt = (disk: Disk, from: string, to: string, hashes: ReadonlySet<string> = new Set()): boolean => {
  const state = stateAt(disk, to, hashes);
  if (state === 'theirs' || state === 'held') return false;
  try {
    disk.mkdirSync(dirname(to), { recursive: true });
    disk.renameSync(from, to);
    return true;
  } catch (error) {
    if (isHeld(error)) return false;
    throw error;
  }
};

const putAside = (disk: Disk, target: string, path: string): readonly Kept[] => {
  const beside = besideName(path, '人工修改', { has: name => statOf(disk, join(target, name)) !== null });
  try {
    disk.renameSync(join(target, path), join(target, beside));
    return [{ why: 'aside', path, beside }];
  } catch (error) {
    if (isHeld(error)) return [];
    throw error;
  }
};

/** A document of the edition before that the new one has not. One laid beside is needed as long as its plain name has another. */
const isStale = (disk: Disk, target: string, path: string, hashes: ReadonlySet<string>, next: Written): boolean => {
  if (next.has(path) || stateAt(disk, join(target, path), hashes) !== 'ours') return false;
  const plain = plainName(path);
  const due = next.get(plain);
  const isBeside = due !== undefined && plain !== path && stateAt(disk, join(target, path), due) !== 'theirs';
  return !isBeside || stateAt(disk, join(target, plain), due) === 'ours';
};

const removeOne = (disk: Disk, target: string, path: string): void => {
  try {
    disk.unlinkSync(join(target, path));
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) disk.rmdirSync(join(target, folder));
  } catch (error) {
    if (!isHeld(error) && !['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) throw error;
  }
};

const replaceManifest = (disk: Disk, { target, move }: Place, written: Written): void => {
  const made = join(move, `${MANIFEST}.final`);
  disk.rmSync(made, { force: true });
  write(disk, made, manifestOf(written));
  disk.renameSync(made, join(target, MANIFEST));
  sync(disk, target);
};

/** What of the known lies there as a run left it; of what people edited, what it would be else, so that it is still known as edited. */
const presentIn = (disk: Disk, target: string, known: Written, next: Written): Written => {
  const present = [...known].map(([path, hashes]): readonly [string, readonly string[]] => {
    const state = stateAt(disk, join(target, path), hashes);
    if (state === 'none') return [path, []];
    if (state === 'theirs') return [path, [...(next.get(path) ?? [])]];
    if (state === 'held') return [path, [...hashes]];
    return [path, [...hashes].filter(hash => stateAt(disk, join(target, path), new Set([hash])) !== 'theirs')];
  });
  return new Map(present.filter(([, hashes]) => hashes.length > 0).map(([path, hashes]) => [path, new Set(hashes)]));
};
