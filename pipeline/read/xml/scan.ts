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
}

interface Scanned {
  readonly source: Source;
  readonly events: Events;
  /** Names of the elements that are open. */
  readonly path: string[];
  hasRoot: boolean;
}

const BANG = 0x21;
const SLASH = 0x2f;
const GREATER = 0x3e;
const QUESTION = 0x3f;

export const scan = (source: Source, events: Events): void => {
  const { text, fail, isCut } = source;
  const scanned: Scanned = { source, events, path: [], hasRoot: false };
  let at = 0;
  for (let sign = text.indexOf('<'); sign >= 0; sign = text.indexOf('<', at)) {
    if (sign > at) takeText(scanned, at, sign);
    at = takeMarkup(scanned, sign + 1);
  }
  if (at < text.length) takeText(scanned, at, text.length);
  if (scanned.path.length > 0 || !scanned.hasRoot || isCut) fail('', text.length);
};

const takeText = ({ source, events, path }: Scanned, from: number, to: number): void => {
  const piece = source.text.slice(from, to);
  if (path.length === 0) {
    if (spacesEnd(piece, 0) < piece.length) source.fail('根元素之外有文字', from);
    return;
  }
  if (source.isPlain) {
    events.text?.(piece);
    return;
  }
  if (piece.includes(']]>')) source.fail('文字中有 ]]>', from);
  events.text?.(piece.includes('&') ? resolved(piece, source, from) : piece);
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
