// Plain data as bytes, to be sent between threads and kept: nobody but who needs it takes it apart.
import { deserialize, serialize } from 'node:v8';
import { constants, crc32, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** `value` is plain data: objects, arrays, maps, texts, numbers. */
export const packed = (value: unknown): Uint8Array => zstdCompressSync(serialize(value), QUICK);

/** Throws where the bytes are not whole, by their checksum. */
export const unpacked = (bytes: Uint8Array): unknown => deserialize(zstdDecompressSync(bytes));

const QUICK = { params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 } };

/** A text of some thousand characters: compressing it would take longer than writing it. */
export const packedText = (text: string): Uint8Array => {
  const bytes = Buffer.allocUnsafeSlow(CHECKSUM + Buffer.byteLength(text));
  bytes.write(text, CHECKSUM);
  bytes.writeUInt32LE(crc32(bytes.subarray(CHECKSUM)));
  return bytes;
};

/** Throws where the bytes are not whole, by their checksum. */
export const unpackedText = (packed: Uint8Array): string => {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  const text = bytes.subarray(CHECKSUM);
  if (bytes.readUInt32LE() !== crc32(text)) throw new RangeError('not as it was packed');
  return text.toString();
};

const CHECKSUM = 4;
