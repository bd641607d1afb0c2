// What a thread sends back, and what the memory keeps: plain data as bytes, so that nobody but who needs it takes it apart.
import { deserialize, serialize } from 'node:v8';
import { deflateSync, inflateSync } from 'node:zlib';

/** `value` is plain data: objects, arrays, maps, texts, numbers. */
export const packed = (value: unknown): Uint8Array<ArrayBuffer> => deflateSync(serialize(value), { level: 1 });

/** Throws where the bytes are not whole: zlib's own checksum tells. */
export const unpacked = (bytes: Uint8Array): unknown => deserialize(inflateSync(bytes));
