// The bytes of an XML part → the characters behind its declaration.
import { refuse } from '../refusal.ts';

export interface Source {
  /** Its lines end with \n. Where it is cut, it stops before the first character that XML forbids. */
  readonly text: string;
  /** Behind the declaration. */
  readonly start: number;
  readonly isCut: boolean;
  readonly version: string;
  /** Refuses the part for what stands at a place of the text. */
  readonly fail: (message: string, at: number) => never;
  readonly part: string;
}

const S = '[ \\t\\r\\n]';
const stated = (name: string, value: string): string => `${S}+${name}${S}*=${S}*(?:"${value}"|'${value}')`;
const VERSION = `${S}+version${S}*=${S}*(["'])(1\\.[0-9]+)\\1`;
const ENCODING = stated('encoding', '[A-Za-z][A-Za-z0-9._-]*');
const STANDALONE = stated('standalone', '(?:yes|no)');
const DECLARATION = new RegExp(`^<\\?xml${VERSION}(?:${ENCODING})?(?:${STANDALONE})?${S}*\\?>`, 'u');
const DECLARED = new RegExp(`^<\\?xml(?:${S}|\\?)`, 'u');

export const sourceOf = (bytes: Uint8Array, part: string): Source => {
  const decoded = decodeXml(bytes, part);
  const whole = decoded.startsWith('\ufeff') ? decoded.slice(1) : decoded;
  const declaration = DECLARATION.exec(whole);
  if (declaration === null && DECLARED.test(whole)) refuse('damaged', `${part}：XML 声明`);
  const version = declaration?.[2] ?? '1.0';
  // The declaration stays before the text: a piece of a text is slower to look through than a whole one.
  const declared = declaration?.[0] ?? '';
  const isAsIs = version === '1.0' && !whole.includes('\r');
  const lines = isAsIs ? whole : linesOf(whole.slice(declared.length), version);
  const start = isAsIs ? declared.length : 0;
  const forbidden = lines.search(version === '1.0' ? FORBIDDEN : FORBIDDEN_11);
  const isCut = forbidden >= 0;
  const text = isCut ? lines.slice(0, forbidden) : lines;
  const ending = isCut ? '不允许的字符' : '内容不完整';
  const fail = (message: string, at: number): never =>
    refuse('damaged', `${part}：${at < text.length ? message : ending}`);
  return { text, start, isCut, version, fail, part };
};

const linesOf = (text: string, version: string): string => {
  if (version !== '1.0') return text.replace(/\r[\n\u0085]?|[\u0085\u2028]/gu, '\n');
  return text.replace(/\r\n?/gu, '\n');
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const FORBIDDEN_11 = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]/;

const decodeXml = (bytes: Uint8Array, part: string): string => {
  const [first, second] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  const encoding = isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8';
  try {
    const text = (encoding === 'utf-8' ? UTF_8 : new TextDecoder(encoding, { fatal: true })).decode(bytes);
    return isAsSaid(text, bytes.length) ? text : refuse('damaged', `${part}：编码`);
  } catch {
    return refuse('damaged', `${part}：编码`);
  }
};

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

const SAID = /^<\?xml[^>]{0,200}?\sencoding\s{0,10}=\s{0,10}["']([^"']{1,40})["']/u;
const UNICODE = /^(?:utf-?8|utf-?16(?:le|be)?|iso-10646-ucs-2)$/iu;
const ABOVE_ASCII = /^(?:us-ascii|ascii|iso-8859-\d{1,2}|windows-\d{3,4}|gb2312|gbk|gb18030|big5)$/iu;

/** Other programs believe the declaration: what they would read in another way is refused. All others agree with UTF-8 on plain ASCII. */
const isAsSaid = (text: string, size: number): boolean => {
  const said = SAID.exec(text)?.[1];
  return said === undefined || UNICODE.test(said) || (ABOVE_ASCII.test(said) && text.length === size);
};
