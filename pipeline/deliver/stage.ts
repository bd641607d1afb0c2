// Documents → the folder of the edition to come. All are on the disk for good at the end, which waits for each while the next are made.
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Document, LongDocument } from '../model.ts';
import type { Disk } from './disk.ts';

/** One by one, so that many large documents need not be held at once. */
export type Documents = Iterable<Document | LongDocument> | AsyncIterable<Document | LongDocument>;

/** A file that is written and still open; `failure`: what the disk says when it has it, null if nothing is wrong. */
interface Written {
  readonly file: number;
  readonly failure: Promise<unknown>;
}

/** Makes the folder. Gives the sha256 of each document by its path. */
export const stage = async (disk: Disk, documents: Documents, folder: string): Promise<ReadonlyMap<string, string>> => {
  const hashes = new Map<string, string>();
  const waiting: Written[] = [];
  const waitFor = async (most: number): Promise<void> => {
    for (let next = waiting[0]; next !== undefined && waiting.length > most; next = waiting[0]) {
      waiting.shift();
      await finish(disk, next);
    }
  };
  disk.mkdirSync(folder);
  try {
    for await (const document of documents) {
      const { written, hash } = write(disk, join(folder, document.path), document);
      hashes.set(document.path, hash);
      waiting.push(written);
      await waitFor(MOST);
    }
    await waitFor(0);
  } catch (error) {
    await Promise.allSettled(waiting.map(one => finish(disk, one)));
    throw error;
  }
  return hashes;
};

/** So many files are open at a time; some systems allow no more than 256. */
const MOST = 32;

// Two documents of one name are a mistake of ours and fail.
const write = (disk: Disk, path: string, document: Document | LongDocument) => {
  const hash = createHash('sha256');
  disk.mkdirSync(dirname(path), { recursive: true });
  const file = disk.openSync(path, 'wx');
  try {
    for (const piece of 'bytes' in document ? [document.bytes] : document.pieces) {
      disk.writeFileSync(file, piece);
      hash.update(piece);
    }
  } catch (error) {
    disk.closeSync(file);
    throw error;
  }
  return { written: { file, failure: failureOf(disk, file) }, hash: hash.digest('hex') };
};

const failureOf = (disk: Disk, file: number): Promise<unknown> =>
  new Promise<unknown>(done => disk.fsync(file, done)).catch((error: unknown) => error);

const finish = async (disk: Disk, { file, failure }: Written): Promise<void> => {
  const error = await failure;
  disk.closeSync(file);
  if (error !== null && error !== undefined) throw error;
};
