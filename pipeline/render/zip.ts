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

export const pack = (bytes: Uint8Array): Packed => ({
  method: 'deflated',
  crc: crc32(bytes),
  size: bytes.length,
  packed: deflateRawSync(bytes, HOW),
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
  const written: Uint8Array[] = [];
  const listed: Uint8Array[] = [];
  let offset = 0;
  for (const [path, part] of parts) {
    const name = Buffer.from(path);
    const entry = part instanceof Uint8Array ? pack(part) : part;
    const said = headerOf(name, entry);
    written.push(LOCAL, said, name, entry.packed);
    listed.push(CENTRAL, said, placeAt(offset), name);
    offset += LOCAL.length + said.length + name.length + entry.packed.length;
  }
  return Buffer.concat([...written, ...listed, endOf(parts.size, lengthOf(listed), offset)]);
};

/** Only for packages that a library of ours has just written; what others sent is opened with the bounds of `read/zip/`. */
export const partsOf = (bytes: Uint8Array): Parts =>
  new Map([...readDirectory(bytes, UNBOUNDED).values()].map(entry => [entry.name, extract(entry)]));

const UNBOUNDED: Limits = { ...defaultLimits, entries: Infinity, entry: Infinity, unpacked: Infinity, ratio: Infinity };

const LOCAL = Buffer.from('PK\x03\x04');
// Made by version 2.0 for MS-DOS, as the fewest programs ask about.
const CENTRAL = Buffer.from('PK\x01\x02\x14\x00', 'latin1');

/** What both headers of a part say alike (APPNOTE 4.3.7, 4.3.12): from the version needed to the length of what else there is. */
const headerOf = (name: Uint8Array, { method, crc, size, packed }: Packed): Buffer => {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  // Names are UTF-8.
  header.writeUInt16LE(0x800, 2);
  header.writeUInt16LE(method === 'stored' ? 0 : 8, 4);
  // The first of January 1980.
  header.writeUInt16LE(0x21, 8);
  header.writeUInt32LE(crc, 10);
  header.writeUInt32LE(packed.length, 14);
  header.writeUInt32LE(size, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
};

/** The rest of a part's line in the directory: no comment, first disk, no attributes, and where the part stands. */
const placeAt = (offset: number): Buffer => {
  const place = Buffer.alloc(14);
  place.writeUInt32LE(offset, 10);
  return place;
};

const endOf = (count: number, size: number, offset: number): Buffer => {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
};

const lengthOf = (pieces: readonly Uint8Array[]): number => pieces.reduce((sum, { length }) => sum + length, 0);
