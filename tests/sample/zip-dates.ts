// Sets every date inside a zip to one day, so that the same content gives the same bytes.

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** 2018-01-20 00:00 as MS-DOS time and date. */
const FIXED = ((((2018 - 1980) << 9) | (1 << 5) | 20) << 16) >>> 0;

export function withFixedDates(zip: Buffer): Buffer {
  const bytes = Buffer.from(zip);
  let end = bytes.length - 22;
  while (end >= 0 && bytes.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw new Error('not a zip: no end record');
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n -= 1) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new Error(`no zip entry at byte ${at}`);
    bytes.writeUInt32LE(FIXED, at + 12);
    bytes.writeUInt32LE(FIXED, bytes.readUInt32LE(at + 42) + 10);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return bytes;
}
