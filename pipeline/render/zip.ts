// Parts → a zip with the same bytes on every run: fixed order, fixed date, no attributes.
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';
import { defaultLimits, type Limits } from '../read/limits.ts';
import { type Entry, readDirectory } from '../read/zip/directory.ts';
import { extract } from '../read/zip/extract.ts';

/** Parts by path, in the order in which they are to stand. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** A part as it stands in a zip: what many zips have in common is deflated once. */
export type Packed = Omit<Entry, 'name'>;

/** A part in pieces, which are made as they are asked for. */
export type Pieces = Iterable<Uint8Array>;

// Of `node:zlib`, the bytes depend on its version alone, which is pinned with that of Node, and not on the processor.
const HOW = { level: 6 };

// What a small part is deflated into is a piece of a buffer that others share, so that thousands of them do not wake the garbage collector.
export const pack = (bytes: Uint8Array): Packed => ({
  method: 'deflated',
  crc: crc32(bytes),
  size: bytes.length,
  packed: deflateRawSync(bytes, bytes.length < 20_000 ? { ...HOW, chunkSize: 4_000 } : HOW),
});

/** What `pack` gives of the whole. It is deflated beside this thread, which goes on with the next piece. */
const packPieces = async (pieces: Pieces): Promise<Packed> => {
  const packed: Uint8Array[] = [];
  let [crc, size] = [0, 0];
  const counted = function* (): Generator<Uint8Array> {
    for (const piece of pieces) {
      crc = crc32(piece, crc);
      size += piece.length;
      yield piece;
    }
  };
  await pipeline(counted, createDeflateRaw(HOW), async (deflated: AsyncIterable<Uint8Array>) => {
    for await (const some of deflated) packed.push(some);
  });
  return { method: 'deflated', crc, size, packed: Buffer.concat(packed) };
};

/** The zip of parts of which some come in pieces. */
export const zipped = async (parts: ReadonlyMap<string, Uint8Array | Pieces>): Promise<Uint8Array> => {
  const entries = [...parts].map(async ([path, part]) => {
    return [path, part instanceof Uint8Array ? pack(part) : await packPieces(part)] as const;
  });
  return zipOf(new Map(await Promise.all(entries)));
};

export const zipOf = (parts: ReadonlyMap<string, Uint8Array | Packed>): Uint8Array => {
  const entries = [...parts].map(([path, part]) => ({
    name: Buffer.from(path),
    entry: part instanceof Uint8Array ? pack(part) : part,
  }));
  const names = entries.reduce((sum, { name }) => sum + name.length, 0);
  const directory = entries.reduce((sum, { entry }) => sum + entry.packed.length, names + entries.length * 30);
  const end = directory + names + entries.length * 46;
  const zip = Buffer.alloc(end + 22);
  let [at, line] = [0, directory];
  for (const { name, entry } of entries) {
    zip.write('PK\x03\x04', at);
    putHeader(zip, at + 4, name, entry);
    zip.set(name, at + 30);
    zip.set(entry.packed, at + 30 + name.length);
    // Made by version 2.0 for MS-DOS, as the fewest programs ask about; no comment, first disk, no attributes.
    zip.write('PK\x01\x02\x14', line);
    putHeader(zip, line + 6, name, entry);
    zip.writeUInt32LE(at, line + 42);
    zip.set(name, line + 46);
    at += 30 + name.length + entry.packed.length;
    line += 46 + name.length;
  }
  zip.write('PK\x05\x06', end);
  zip.writeUInt16LE(entries.length, end + 8);
  zip.writeUInt16LE(entries.length, end + 10);
  zip.writeUInt32LE(end - directory, end + 12);
  zip.writeUInt32LE(directory, end + 16);
  return zip;
};

/** Only for packages that a library of ours has just written; what others sent is opened with the bounds of `read/zip/`. */
export const partsOf = (bytes: Uint8Array): Parts =>
  new Map([...readDirectory(bytes, UNBOUNDED).values()].map(entry => [entry.name, extract(entry)]));

const UNBOUNDED: Limits = { ...defaultLimits, entries: Infinity, entry: Infinity, unpacked: Infinity, ratio: Infinity };

/** What both headers of a part say alike (APPNOTE 4.3.7, 4.3.12), from the version needed on; what it leaves out is 0. */
const putHeader = (zip: Buffer, at: number, name: Uint8Array, { method, crc, size, packed }: Packed): void => {
  zip.writeUInt16LE(20, at);
  // Names are UTF-8.
  zip.writeUInt16LE(0x800, at + 2);
  zip.writeUInt16LE(method === 'stored' ? 0 : 8, at + 4);
  // The first of January 1980.
  zip.writeUInt16LE(0x21, at + 8);
  zip.writeUInt32LE(crc, at + 10);
  zip.writeUInt32LE(packed.length, at + 14);
  zip.writeUInt32LE(size, at + 18);
  zip.writeUInt16LE(name.length, at + 22);
};
