// One start tag → its attributes.
import { refuse } from '../refusal.ts';
import { nameEnd, spacesEnd } from './names.ts';
import { resolved } from './references.ts';
import type { Source } from './source.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface Tag {
  readonly attributes: Attributes;
  /** `<c/>`: its element ends with it. */
  readonly isEmpty: boolean;
  readonly end: number;
}

interface Value {
  readonly text: string;
  /** Behind its second quote. */
  readonly end: number;
}

const MOST_ATTRIBUTES = 256;
const TAB = 0x09;
const LINE = 0x0a;
const QUOTE = 0x22;
const AMPERSAND = 0x26;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const LESS = 0x3c;
const EQUAL = 0x3d;
const GREATER = 0x3e;

/** What follows the tag's name, which ends at `start`. */
export const readTag = (source: Source, start: number): Tag => {
  const { text, fail, part } = source;
  const attributes: Record<string, string> = Object.create(null);
  let isTwice = false;
  let before = start;
  for (let count = 1; ; count++) {
    const from = spacesEnd(text, before);
    const code = text.charCodeAt(from);
    const isEmpty = code === SLASH && text.charCodeAt(from + 1) === GREATER;
    if (isEmpty || code === GREATER) {
      if (isTwice) fail('属性重复', start);
      return { attributes, isEmpty, end: isEmpty ? from + 2 : from + 1 };
    }
    const end = nameEnd(text, from);
    if (end === from || from === before) fail('标签写法不对', from);
    const name = text.slice(from, end);
    const equal = spacesEnd(text, end);
    if (text.charCodeAt(equal) !== EQUAL) fail('属性没有值', equal);
    const value = valueAt(source, spacesEnd(text, equal + 1));
    if (count > MOST_ATTRIBUTES) refuse('unsafe', `${part}：属性超过 ${MOST_ATTRIBUTES} 个`);
    if (attributes[name] !== undefined) isTwice = true;
    attributes[name] = value.text;
    before = value.end;
  }
};

const valueAt = (source: Source, start: number): Value => {
  const { text, fail } = source;
  const quote = text.charCodeAt(start);
  if (quote !== QUOTE && quote !== APOSTROPHE) fail('属性值没有引号', start);
  let isPlain = true;
  let at = start + 1;
  for (let code = text.charCodeAt(at); code !== quote; code = text.charCodeAt(++at)) {
    if (code === LESS || at >= text.length) fail('属性值中有 <', at);
    if (code === AMPERSAND || code === LINE || code === TAB) isPlain = false;
  }
  const piece = text.slice(start + 1, at);
  // A line end or tab counts as a space, but not one that is written as a reference.
  return { text: isPlain ? piece : resolved(piece.replace(/[\n\t]/gu, ' '), source, start + 1), end: at + 1 };
};
