// XML → its tags and texts, in order. What is not well-formed is refused, and so is every DOCTYPE.
import { refuse } from '../refusal.ts';
import { commentEnd, instructionEnd, pastEnd } from './asides.ts';
import { nameEnd, spacesEnd } from './names.ts';
import { resolved } from './references.ts';
import type { Source } from './source.ts';
import { type Attributes, readTag } from './tag.ts';

export interface Events {
  /** `name` with its prefix. */
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text: ((text: string) => void) | undefined;
  readonly close: () => void;
  /** Takes an element whole whose name begins at `start`, and gives where it ends; -1 where it takes none. It vouches for its being well-formed. */
  readonly whole?: (text: string, start: number) => number;
}

interface Scanned {
  readonly source: Source;
  readonly events: Events;
  /** Names of the elements that are open. */
  readonly path: string[];
  hasRoot: boolean;
}

const BANG = 0x21;
const AMPERSAND = 0x26;
const SLASH = 0x2f;
const LESS = 0x3c;
const GREATER = 0x3e;
const QUESTION = 0x3f;
const BRACKET = 0x5d;

export const scan = (source: Source, events: Events): void => {
  const { text, fail, isCut, start } = source;
  const scanned: Scanned = { source, events, path: [], hasRoot: false };
  let at = start;
  while (at < text.length) {
    const sign = text.charCodeAt(at) === LESS ? at : takeText(scanned, at);
    if (sign === text.length) break;
    at = takeMarkup(scanned, sign + 1);
  }
  if (scanned.path.length > 0 || !scanned.hasRoot || isCut) fail('', text.length);
};

/** The text that begins at `from`; gives where it ends, which is before the next `<`. */
const takeText = ({ source, events, path }: Scanned, from: number): number => {
  const { text, fail } = source;
  let isPlain = true;
  let to = from;
  for (let code = text.charCodeAt(to); code !== LESS && to < text.length; code = text.charCodeAt(++to))
    if (code === AMPERSAND || code === BRACKET) isPlain = false;
  if (path.length === 0) {
    if (spacesEnd(text, from) < to) fail('根元素之外有文字', from);
    return to;
  }
  if (isPlain && events.text === undefined) return to;
  const piece = text.slice(from, to);
  if (!isPlain && piece.includes(']]>')) fail('文字中有 ]]>', from);
  events.text?.(!isPlain && piece.includes('&') ? resolved(piece, source, from) : piece);
  return to;
};

/** What follows a `<`, which stands before `start`; gives where it ends. */
const takeMarkup = (scanned: Scanned, start: number): number => {
  switch (scanned.source.text.charCodeAt(start)) {
    case SLASH:
      return takeClose(scanned, start + 1);
    case BANG:
      return takeBang(scanned, start + 1);
    case QUESTION:
      return instructionEnd(scanned.source, start + 1);
    default:
      return takeOpen(scanned, start);
  }
};

const takeOpen = (scanned: Scanned, start: number): number => {
  const { source, events, path } = scanned;
  const end = events.whole?.(source.text, start) ?? -1;
  if (end >= 0) return end;
  const nameStop = nameEnd(source.text, start);
  if (nameStop === start) source.fail('标签写法不对', start);
  if (scanned.hasRoot && path.length === 0) source.fail('有两个根元素', start);
  const name = source.text.slice(start, nameStop);
  const tag = readTag(source, nameStop);
  scanned.hasRoot = true;
  events.open(name, tag);
  if (tag.isEmpty) events.close();
  else path.push(name);
  return tag.end;
};

const takeClose = ({ source, events, path }: Scanned, start: number): number => {
  const { text, fail } = source;
  const name = path.pop();
  if (name === undefined || !text.startsWith(name, start)) return fail('标签不配对', start);
  const end = spacesEnd(text, start + name.length);
  if (text.charCodeAt(end) !== GREATER) fail('标签不配对', end);
  events.close();
  return end + 1;
};

const takeBang = ({ source, events, path, hasRoot }: Scanned, start: number): number => {
  const { text, fail, part } = source;
  if (text.startsWith('--', start)) return commentEnd(source, start + 2);
  if (text.startsWith('DOCTYPE', start) && !hasRoot) refuse('unsafe', `${part}：DOCTYPE`);
  if (!text.startsWith('[CDATA[', start) || path.length === 0) fail('<! 写法不对', start);
  const end = pastEnd(']]>', source, start);
  events.text?.(text.slice(start + '[CDATA['.length, end - ']]>'.length));
  return end;
};
