// Plain data as bytes, to be sent between threads and kept: nobody but who needs it takes it apart.
import { deserialize, serialize } from 'node:v8';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** `value` is plain data: objects, arrays, maps, texts, numbers. */
export const packed = (value: unknown): Uint8Array => zstdCompressSync(serialize(value), QUICK);

/** Throws where the bytes are not whole, by their checksum. */
export const unpacked = (bytes: Uint8Array): unknown => deserialize(zstdDecompressSync(bytes));

const QUICK = { params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 } };
