// The directory of a zip, read with distrust: what two programs could read in two ways is refused.
import type { Limits } from '../limits.ts';
import { refuse } from '../refusal.ts';

export interface Entry {
  /** With `/`, as the directory spells it. */
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly crc: number;
  /** Bytes unpacked, as the directory states. */
  readonly size: number;
  readonly packed: Uint8Array;
}

/** By name in lower case: no program that writes workbooks tells names apart by case. */
export type Zip = ReadonlyMap<string, Entry>;

interface Listed {
  readonly rawName: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
  readonly next: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const END_MARK = Buffer.from('PK\x05\x06');
const END64_LOCATOR = 0x07064b50;
const END64 = 0x06064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;

export const readDirectory = (bytes: Uint8Array, limits: Limits): Zip => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const central = end64(view, end) ?? {
    count: view.getUint16(end + 10, true),
    size: view.getUint32(end + 12, true),
    start: view.getUint32(end + 16, true),
    end,
  };
  if (central.start + central.size !== central.end) refuse('damaged', 'zip 目录位置不符');
  if (central.count > limits.entries) refuse('too-large', `zip 内文件超过 ${limits.entries} 个`);

  const zip = new Map<string, Entry>();
  const spans: Span[] = [];
  let unpacked = 0;
  let at = central.start;
  for (let i = 0; i < central.count; i++) {
    const listed = readListed(view, bytes, at, central.end);
    const name = safeName(listed.rawName);
    if (zip.has(name.toLowerCase())) refuse('unsafe', `zip 内重名：${name}`);
    unpacked += listed.size;
    checkSizes(listed, name, unpacked, limits);
    const span = locate(view, bytes, listed, name, central.start);
    spans.push(span.whole);
    const packed = bytes.subarray(span.data.start, span.data.end);
    const method = listed.method === 0 ? 'stored' : 'deflated';
    zip.set(name.toLowerCase(), { name, method, crc: listed.crc, size: listed.size, packed });
    at = listed.next;
  }
  if (at !== central.end) refuse('damaged', 'zip 目录长度不符');
  checkSpans(spans);
  return zip;
};

/** Bytes of all entries, as the directory states them; each is held to it when it is inflated. */
export const unpackedSize = (zip: Zip): number => [...zip.values()].reduce((sum, { size }) => sum + size, 0);

/** The one end record whose comment ends where the file ends. */
const findEnd = (view: DataView): number => {
  const bytes = Buffer.from(view.buffer, view.byteOffset, view.byteLength);
  const found: number[] = [];
  const first = Math.max(0, bytes.length - 22 - FULL_16);
  for (let at = bytes.lastIndexOf(END_MARK); at >= first; at = at === 0 ? -1 : bytes.lastIndexOf(END_MARK, at - 1)) {
    if (at + 22 > bytes.length) continue;
    if (at + 22 + view.getUint16(at + 20, true) === bytes.length) found.push(at);
  }
  const end = found[0] ?? refuse('damaged', 'zip 不完整');
  if (found.length > 1) refuse('unsafe', 'zip 有两个结尾');
  if (view.getUint32(end + 4, true) !== 0) refuse('unsafe', 'zip 分卷');
  return end;
};

const end64 = (view: DataView, end: number) => {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR) return null;
  const at = number64(view, locator + 8);
  if (at + 56 > locator || view.getUint32(at, true) !== END64) return refuse('damaged', 'zip64 结尾不符');
  return { count: number64(view, at + 32), size: number64(view, at + 40), start: number64(view, at + 48), end: at };
};

const number64 = (view: DataView, at: number): number => {
  if (at + 8 > view.byteLength) return refuse('damaged', 'zip 不完整');
  const value = view.getBigUint64(at, true);
  return value > BigInt(view.byteLength) * 2_000n ? refuse('damaged', 'zip64 数值不符') : Number(value);
};

const readListed = (view: DataView, bytes: Uint8Array, at: number, end: number): Listed => {
  if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) refuse('damaged', 'zip 目录不符');
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > end) refuse('damaged', 'zip 目录不符');
  const size = view.getUint32(at + 24, true);
  const packedSize = view.getUint32(at + 20, true);
  const offset = view.getUint32(at + 42, true);
  // Only the fields that are full stand in the zip64 extra field, in this order.
  const [size64, packed64, offset64] = extra64(view, nameEnd, extraEnd, [size, packedSize, offset]);
  return {
    rawName: bytes.subarray(at + 46, nameEnd),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    size: size64 ?? size,
    packedSize: packed64 ?? packedSize,
    offset: offset64 ?? offset,
    next,
  };
};

const extra64 = (view: DataView, start: number, end: number, fields: readonly number[]): readonly number[] => {
  if (!fields.includes(FULL_32)) return fields;
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let from = at + 4;
    return fields.map(field => {
      if (field !== FULL_32) return field;
      if (from + 8 > end) return refuse('damaged', 'zip64 数值不符');
      from += 8;
      return number64(view, from - 8);
    });
  }
  return fields;
};

const UTF_8 = new TextDecoder();

const safeName = (raw: Uint8Array): string => {
  const name = UTF_8.decode(raw).replaceAll('\\', '/');
  const isUnsafe = name === '' || name.includes('\0') || /^\/|^[A-Za-z]:|(?:^|\/)\.\.(?:\/|$)/.test(name);
  return isUnsafe ? refuse('unsafe', 'zip 内路径不当') : name;
};

const checkSizes = (listed: Listed, name: string, unpacked: number, limits: Limits): void => {
  if ((listed.flags & 1) !== 0) refuse('encrypted', name);
  if (listed.method !== 0 && listed.method !== 8) refuse('unsafe', `zip 压缩方法 ${listed.method}：${name}`);
  if (listed.size > limits.entry) refuse('too-large', `${name} 超过 ${limits.entry} 字节`);
  if (unpacked > limits.unpacked) refuse('too-large', `解压后超过 ${limits.unpacked} 字节`);
  if (listed.size > 2 ** 20 && listed.size > listed.packedSize * limits.ratio) refuse('unsafe', `压缩比异常：${name}`);
  if (listed.method === 0 && listed.size !== listed.packedSize) refuse('damaged', `长度不符：${name}`);
};

/** Where the entry stands. Its own header must tell the same as the directory, which is what Excel believes. */
const locate = (view: DataView, bytes: Uint8Array, listed: Listed, name: string, limit: number) => {
  const start = listed.offset;
  if (start + 30 > limit || view.getUint32(start, true) !== LOCAL) refuse('damaged', `文件头不符：${name}`);
  const nameEnd = start + 30 + view.getUint16(start + 26, true);
  const dataStart = nameEnd + view.getUint16(start + 28, true);
  const dataEnd = dataStart + listed.packedSize;
  if (dataEnd > limit) refuse('damaged', `超出文件：${name}`);
  if (Buffer.compare(bytes.subarray(start + 30, nameEnd), listed.rawName) !== 0)
    refuse('unsafe', `两处名称不同：${name}`);
  if (view.getUint16(start + 8, true) !== listed.method) refuse('unsafe', `两处压缩方法不同：${name}`);
  const sizesFollow = (view.getUint16(start + 6, true) & 8) !== 0;
  const localPacked = view.getUint32(start + 18, true);
  if (!sizesFollow && localPacked !== FULL_32 && localPacked !== listed.packedSize) {
    refuse('unsafe', `两处长度不同：${name}`);
  }
  return { whole: { start, end: dataEnd }, data: { start: dataStart, end: dataEnd } };
};

const checkSpans = (spans: readonly Span[]): void => {
  let end = 0;
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    if (span.start < end) refuse('unsafe', 'zip 内文件重叠');
    // An archive glued before another: the first one's entries are in nobody's list.
    if (end === 0 && span.start !== 0) refuse('unsafe', 'zip 前有他物');
    end = span.end;
  }
};
