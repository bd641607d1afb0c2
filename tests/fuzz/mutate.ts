// Real files made wrong: as disks, networks, other programs and people with bad intent make them.
import { defaultLimits } from '../../pipeline/read/limits.ts';
import { readDirectory } from '../../pipeline/read/zip/directory.ts';
import { extract } from '../../pipeline/read/zip/extract.ts';
import type { Random } from '../bench/random.ts';
import { zip } from '../read/zip-writer.ts';

export interface Mutant {
  readonly bytes: Buffer;
  readonly how: string;
  /** Whether the checksums of a zip must tell. */
  readonly isSealed: boolean;
}

type Change = (bytes: Buffer, chance: Random) => Buffer;

const some = (chance: Random, act: () => void): void => {
  for (let left = 1 + chance.below(8); left > 0; left--) act();
};

const edited = (bytes: Buffer, edit: (copy: Buffer) => void): Buffer => {
  const copy = Buffer.from(bytes);
  edit(copy);
  return copy;
};

const BINARY: Readonly<Record<string, Change>> = {
  'flipped bits': (bytes, chance) =>
    edited(bytes, copy =>
      some(chance, () => {
        const at = chance.below(copy.length);
        copy[at] = (copy[at] ?? 0) ^ (1 << chance.below(8));
      }),
    ),
  'other bytes': (bytes, chance) =>
    edited(bytes, copy =>
      some(chance, () => {
        copy[chance.below(copy.length)] = chance.oneOf([0, 1, 0x7f, 0x80, 0xff, 0x3c, 0x22]);
      }),
    ),
  'cut short': (bytes, chance) => bytes.subarray(0, chance.below(bytes.length)),
  'a piece left out': (bytes, chance) => {
    const [from, size] = [chance.below(bytes.length), chance.below(2_000)];
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + size)]);
  },
  'a piece twice': (bytes, chance) => {
    const [from, size] = [chance.below(bytes.length), chance.below(2_000)];
    return Buffer.concat([bytes.subarray(0, from + size), bytes.subarray(from)]);
  },
  'a hole of zeros': (bytes, chance) =>
    edited(bytes, copy => {
      const from = chance.below(copy.length);
      copy.fill(0, from, Math.min(copy.length, from + chance.below(4_096)));
    }),
};

const WORDS = [
  '0',
  '-1',
  '99999999999',
  '1e308',
  'NaN',
  '',
  'A1048577',
  'XFE1',
  'rId0',
  '__proto__',
  '&#0;',
  '&x;',
  '<',
  ']]>',
  '\u0000',
  '﻿',
];

const TEXTUAL: Readonly<Record<string, Change>> = {
  'another value': (bytes, chance) => {
    const text = bytes.toString();
    const found = [...text.matchAll(/"[^"]{0,40}"|>[^<]{1,40}</gu)];
    if (found.length === 0) return bytes;
    const { 0: old, index } = chance.oneOf(found);
    return Buffer.from(
      `${text.slice(0, index)}${old[0]}${chance.oneOf(WORDS)}${old.at(-1)}${text.slice(index + old.length)}`,
    );
  },
  'a tag gone': (bytes, chance) => {
    const text = bytes.toString();
    const found = [...text.matchAll(/<[^>]{1,200}>/gu)];
    if (found.length === 0) return bytes;
    const { 0: old, index } = chance.oneOf(found);
    return Buffer.from(text.slice(0, index) + text.slice(index + old.length));
  },
  'an element many times': (bytes, chance) => {
    const text = bytes.toString();
    const found = [...text.matchAll(/<(\w+)\b[^>]{0,200}(?:\/>|>[^<]{0,100}<\/\1>)/gu)];
    if (found.length === 0) return bytes;
    const { 0: old, index } = chance.oneOf(found);
    return Buffer.from(text.slice(0, index) + old.repeat(1 + chance.below(3_000)) + text.slice(index));
  },
  ...BINARY,
};

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** One part of the package changed, and all packed again with right sizes and checksums. */
const repacked = (bytes: Buffer, chance: Random): readonly [Buffer, string] => {
  const entries = [...readDirectory(bytes, defaultLimits).values()];
  const at = chance.below(entries.length);
  const how = chance.oneOf(Object.keys(TEXTUAL));
  const changed = entries.map((entry, i) => {
    const data = Buffer.from(extract(entry));
    return {
      name: entry.name,
      stored: entry.method === 'stored',
      data: i === at ? (TEXTUAL[how] as Change)(data, chance) : data,
    };
  });
  return [zip(changed), `${how} in ${entries[at]?.name}`];
};

export const mutant = (bytes: Buffer, chance: Random): Mutant => {
  if (isZip(bytes) && chance.below(10) < 6) {
    const [changed, how] = repacked(bytes, chance);
    return { bytes: changed, how, isSealed: false };
  }
  const changes = isZip(bytes) || bytes[0] === 0xd0 ? BINARY : TEXTUAL;
  const how = chance.oneOf(Object.keys(changes));
  return { bytes: (changes[how] as Change)(bytes, chance), how, isSealed: isZip(bytes) };
};
