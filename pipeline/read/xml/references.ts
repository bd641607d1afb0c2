// `&amp;` and `&#x4e2d;` → their characters. No other entity is known, and none can be declared.
import type { Source } from './source.ts';

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
const REFERENCE = /&([^;]*)(;?)/gu;

/** `piece` begins at `start` of the source. */
export const resolved = (piece: string, source: Source, start: number): string =>
  piece.replace(REFERENCE, (_, name: string, end: string, offset: number) => {
    const at = start + offset;
    if (end === '') return source.fail('字符引用没有写完', at);
    return (
      ENTITIES.get(name) ??
      characterOf(name, source.version) ??
      source.fail(`未知的字符引用 &${name.slice(0, 20)};`, at)
    );
  });

const characterOf = (name: string, version: string): string | null => {
  const code = /^#x[0-9a-f]+$/iu.test(name)
    ? Number.parseInt(name.slice(2), 16)
    : /^#[0-9]+$/u.test(name)
      ? Number.parseInt(name.slice(1), 10)
      : Number.NaN;
  return isCharacter(code, version) ? String.fromCodePoint(code) : null;
};

const isCharacter = (code: number, version: string): boolean =>
  code >= 0x10000
    ? code <= 0x10ffff
    : code >= 0xe000
      ? code <= 0xfffd
      : code <= 0xd7ff && (code >= 0x20 || code === 9 || code === 10 || code === 13 || (version !== '1.0' && code > 0));
