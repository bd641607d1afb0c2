// A zip writer that can also write what no honest program would.
import { crc32, deflateRawSync } from 'node:zlib';

export interface PartOptions {
  readonly stored?: boolean;
  readonly descriptor?: boolean;
  readonly zip64?: boolean;
  readonly crc?: number;
  readonly localName?: string;
  readonly statedSize?: number;
  /** Stands where this other part stands. */
  readonly onTopOf?: string;
}

export interface Part extends PartOptions {
  readonly name: string;
  readonly data: string | Uint8Array;
}

const number = (size: 2 | 4 | 8, value: number): Buffer => {
  const buffer = Buffer.alloc(size);
  if (size === 8) buffer.writeBigUInt64LE(BigInt(value));
  else buffer.writeUIntLE(value, 0, size);
  return buffer;
};

const FULL = 0xffffffff;

export const zip = (parts: readonly Part[], comment = '', zip64 = false): Buffer => {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  const offsets = new Map<string, number>();
  let at = 0;
  for (const part of parts) {
    const data = Buffer.from(part.data);
    const packed = part.stored === true ? data : deflateRawSync(data);
    const name = Buffer.from(part.name);
    const localName = Buffer.from(part.localName ?? part.name);
    const size = part.statedSize ?? data.length;
    const crc = part.crc ?? crc32(data);
    const flags = 0x800 | (part.descriptor === true ? 8 : 0);
    const common = [number(2, 20), number(2, flags), number(2, part.stored === true ? 0 : 8), number(4, 0x5c210000)];
    const shown = part.descriptor === true ? [0, 0, 0] : [crc, packed.length, size];
    const offset = part.onTopOf === undefined ? at : (offsets.get(part.onTopOf) ?? 0);
    offsets.set(part.name, offset);
    const extra =
      part.zip64 === true
        ? [number(2, 1), number(2, 24), number(8, size), number(8, packed.length), number(8, offset)]
        : [];
    const [statedSize, statedPacked, statedOffset] =
      part.zip64 === true ? [FULL, FULL, FULL] : [size, packed.length, offset];
    const header = Buffer.concat([
      Buffer.from('PK\x03\x04'),
      ...common,
      ...shown.map(value => number(4, value)),
      number(2, localName.length),
      number(2, 0),
      localName,
    ]);
    const descriptor =
      part.descriptor === true
        ? [Buffer.from('PK\x07\x08'), number(4, crc), number(4, packed.length), number(4, size)]
        : [];
    if (part.onTopOf === undefined) {
      const whole = Buffer.concat([header, packed, ...descriptor]);
      local.push(whole);
      at += whole.length;
    }
    central.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02'),
        number(2, 20),
        ...common,
        number(4, crc),
        number(4, statedPacked ?? 0),
        number(4, statedSize ?? 0),
        number(2, name.length),
        number(2, Buffer.concat(extra).length),
        Buffer.alloc(10),
        number(4, statedOffset ?? 0),
        name,
        ...extra,
      ]),
    );
  }
  const directory = Buffer.concat(central);
  const end64 = zip64
    ? [
        Buffer.from('PK\x06\x06'),
        number(8, 44),
        number(2, 45),
        number(2, 45),
        number(4, 0),
        number(4, 0),
        number(8, parts.length),
        number(8, parts.length),
        number(8, directory.length),
        number(8, at),
        Buffer.from('PK\x06\x07'),
        number(4, 0),
        number(8, at + directory.length),
        number(4, 1),
      ]
    : [];
  const count = zip64 ? 0xffff : parts.length;
  return Buffer.concat([
    ...local,
    directory,
    ...end64,
    Buffer.from('PK\x05\x06'),
    number(4, 0),
    number(2, count),
    number(2, count),
    number(4, zip64 ? FULL : directory.length),
    number(4, zip64 ? FULL : at),
    number(2, comment.length),
    Buffer.from(comment),
  ]);
};
