// One start tag → its attributes, which are cut out of the text only where somebody asks for them.
import { refuse } from '../refusal.ts';
import { nameEnd, spacesEnd } from './names.ts';
import { resolved } from './references.ts';
import type { Source } from './source.ts';

export interface Attributes {
  readonly text: string;
  /** Of each attribute in turn: where its name and its value begin and end in the text. */
  readonly spans: readonly number[];
  /** The values that are not what stands in the text, by the place where they begin. */
  readonly resolved: ReadonlyMap<number, string> | null;
  /** Whether one of them declares a namespace. */
  readonly declares: boolean;
}

export interface Tag extends Attributes {
  /** `<c/>`: its element ends with it. */
  readonly isEmpty: boolean;
  readonly end: number;
}

/** The value of the attribute of a name, prefix included. */
export const attribute = ({ text, spans, resolved }: Attributes, name: string): string | undefined => {
  for (let i = 0; i < spans.length; i += 4)
    if (isName(text, spans[i] as number, spans[i + 1] as number, name)) {
      const start = spans[i + 2] as number;
      return resolved?.get(start) ?? text.slice(start, spans[i + 3]);
    }
  return undefined;
};

export const entriesOf = (attributes: Attributes): readonly (readonly [name: string, value: string])[] => {
  const { text, spans } = attributes;
  return Array.from({ length: spans.length / 4 }, (_, i) => {
    const name = text.slice(spans[4 * i], spans[4 * i + 1]);
    return [name, attribute(attributes, name) ?? ''] as const;
  });
};

const isName = (text: string, start: number, end: number, name: string): boolean => {
  if (end - start !== name.length) return false;
  for (let i = 0; i < name.length; i++) if (text.charCodeAt(start + i) !== name.charCodeAt(i)) return false;
  return true;
};

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
  let spans: number[] = [];
  let values: Map<number, string> | null = null;
  let declares = false;
  let before = start;
  for (let count = 1; ; count++) {
    const from = spacesEnd(text, before);
    const code = text.charCodeAt(from);
    const isEmpty = code === SLASH && text.charCodeAt(from + 1) === GREATER;
    if (isEmpty || code === GREATER) {
      if (hasTwins(text, spans)) fail('属性重复', start);
      return { text, spans, resolved: values, declares, isEmpty, end: isEmpty ? from + 2 : from + 1 };
    }
    const end = nameEnd(text, from);
    if (end === from || from === before) fail('标签写法不对', from);
    const equal = spacesEnd(text, end);
    if (text.charCodeAt(equal) !== EQUAL) fail('属性没有值', equal);
    const open = spacesEnd(text, equal + 1);
    const close = valueEnd(source, open);
    if (count > MOST_ATTRIBUTES) refuse('unsafe', `${part}：属性超过 ${MOST_ATTRIBUTES} 个`);
    if (close < 0) {
      values ??= new Map();
      // A line end or tab counts as a space, but not one that is written as a reference.
      const piece = text.slice(open + 1, -close).replace(/[\n\t]/gu, ' ');
      values.set(open + 1, resolved(piece, source, open + 1));
    }
    before = Math.abs(close) + 1;
    if (count === 1) spans = [from, end, open + 1, before - 1];
    else spans.push(from, end, open + 1, before - 1);
    declares ||= text.startsWith('xmlns', from);
  }
};

/** Where the value ends whose first quote stands at `start`; below 0 where it is not what stands there. */
const valueEnd = ({ text, fail }: Source, start: number): number => {
  const quote = text.charCodeAt(start);
  if (quote !== QUOTE && quote !== APOSTROPHE) fail('属性值没有引号', start);
  let isPlain = true;
  let at = start + 1;
  for (let code = text.charCodeAt(at); code !== quote; code = text.charCodeAt(++at)) {
    if (code === LESS || at >= text.length) fail('属性值中有 <', at);
    if (code === AMPERSAND || code === LINE || code === TAB) isPlain = false;
  }
  return isPlain ? at : -at;
};

/** Whether a name stands twice. */
const hasTwins = (text: string, spans: readonly number[]): boolean => {
  if (spans.length <= 4) return false;
  if (spans.length > FEW) {
    const names = new Set<string>();
    for (let i = 0; i < spans.length; i += 4) names.add(text.slice(spans[i], spans[i + 1]));
    return names.size < spans.length / 4;
  }
  for (let i = 4; i < spans.length; i += 4) for (let j = 0; j < i; j += 4) if (isSame(text, spans, i, j)) return true;
  return false;
};

const isSame = (text: string, spans: readonly number[], i: number, j: number): boolean => {
  const [a, b] = [spans[i] as number, spans[j] as number];
  const length = (spans[i + 1] as number) - a;
  if ((spans[j + 1] as number) - b !== length) return false;
  for (let k = 0; k < length; k++) if (text.charCodeAt(a + k) !== text.charCodeAt(b + k)) return false;
  return true;
};

/** Numbers of spans up to which comparing each with each is the quickest. */
const FEW = 4 * 16;
