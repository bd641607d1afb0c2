// The elements of an XML part with where they stand in its text, so that a change is a splice and every other character stays as it was.
import { recentAnswers } from '../../../recent-answers.ts';
import { eachTag } from './tags.ts';

/** Offsets into the text. A self-closing element has `inner` null. */
export interface Element {
  /** Without prefix. */
  readonly name: string;
  readonly prefix: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly start: number;
  /** Behind its opening tag. */
  readonly opened: number;
  /** Where its closing tag begins; null where it has none. */
  readonly closed: number | null;
  readonly end: number;
  readonly children: readonly Element[];
}

/** Elements down to `depth` below the root. Parts were read as well-formed XML before; what is not, throws. */
export const outlineOf = (xml: string, depth: number): Element =>
  known[depth]?.(xml, () => outlined(xml, depth)) ?? outlined(xml, depth);

// By depth: those that go deeper are of sheets, which differ from workbook to workbook.
const known = [0, 1, 2].map(() => recentAnswers<Element>());

const outlined = (xml: string, depth: number): Element => {
  const open: Growing[] = [];
  let root: Element | null = null;
  const close = (element: Growing, closed: number | null, end: number): void => {
    if (open.length === 0) root = new Found(xml, element, closed, end);
    else if (open.length <= depth) open.at(-1)?.children.push(new Found(xml, element, closed, end));
  };
  eachTag(xml, (start, named, opened) => {
    if (opened - start > LONGEST_TAG) throw new Error(`a tag of ${opened - start} characters`);
    if (xml[start + 1] === '/') {
      const tag = xml.slice(start + 2, named);
      const element = open.pop();
      if (element?.tag !== tag) throw new Error(`unbalanced </${tag}>`);
      close(element, start, opened);
      return;
    }
    const element: Growing = { tag: xml.slice(start + 1, named), start, named, opened, children: [] };
    if (xml[opened - 2] === '/') close(element, null, opened);
    else open.push(element);
  });
  if (root === null || open.length > 0) throw new Error('no whole XML document');
  return root;
};

interface Growing {
  readonly tag: string;
  readonly start: number;
  /** Behind its name. */
  readonly named: number;
  readonly opened: number;
  readonly children: Element[];
}

// A class, since a getter of each object's own would cost more than what it saves.
class Found implements Element {
  readonly name: string;
  readonly prefix: string;
  readonly start: number;
  readonly opened: number;
  readonly closed: number | null;
  readonly end: number;
  readonly children: readonly Element[];
  readonly #given: string;
  #attributes: ReadonlyMap<string, string> | null = null;

  constructor(xml: string, { tag, start, named, opened, children }: Growing, closed: number | null, end: number) {
    const colon = tag.indexOf(':');
    this.name = tag.slice(colon + 1);
    this.prefix = colon < 0 ? '' : tag.slice(0, colon + 1);
    this.start = start;
    this.opened = opened;
    this.closed = closed;
    this.end = end;
    this.children = children;
    this.#given = xml.slice(named, opened - 1);
  }

  // Of most elements, such as cells, nobody asks.
  get attributes(): ReadonlyMap<string, string> {
    this.#attributes ??= new Map(
      [...this.#given.matchAll(ATTRIBUTE)].map(([, key = '', a, b]) => [key, unescaped(a ?? b ?? '')]),
    );
    return this.#attributes;
  }
}

const LONGEST_TAG = 65_536;
const ATTRIBUTE = /([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** The first child of a name. */
export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find(child => child.name === name);

/** The text in an element without its tags, as `<v>`. */
export const textOf = (xml: string, element: Element): string =>
  element.closed === null
    ? ''
    : xml
        .slice(element.opened, element.closed)
        .split(CDATA)
        .map((piece, nth) => (nth % 2 === 1 ? piece : unescaped(piece.replace(/<!--[\s\S]*?-->/gu, ''))))
        .join('');

const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/u;

export const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gu, (whole, hex, decimal, name) => {
        if (name !== undefined) return NAMED[name as string] ?? whole;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : text;

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Puts `text` at `at` instead of what stands up to `until`. */
export interface Splice {
  readonly at: number;
  readonly until: number;
  readonly text: string;
}

/** All at once; of two at one place the first given stands first. */
export const spliced = (xml: string, splices: readonly Splice[]): string => {
  let [done, at] = ['', 0];
  for (const splice of splices.toSorted((a, b) => a.at - b.at)) {
    done += xml.slice(at, splice.at) + splice.text;
    at = splice.until;
  }
  return done + xml.slice(at);
};

/** `text` as the last child of an element, which is opened for it where it closes itself. */
export const appended = (xml: string, element: Element, text: string): Splice => {
  if (element.closed !== null) return { at: element.closed, until: element.closed, text };
  const bare = xml.slice(element.start, element.end).replace(/\s*\/>$/u, '');
  return { at: element.start, until: element.end, text: `${bare}>${text}</${element.prefix}${element.name}>` };
};

/** An attribute of an element set to a value that needs no escaping. */
export const withAttribute = (xml: string, element: Element, name: string, value: string): Splice => {
  const tag = xml.slice(element.start, element.opened);
  const known = element.attributes.has(name);
  const set = known
    ? tag.replace(new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`, 'u'), `$1"${value}"`)
    : tag.replace(/^<[^\s/>]+/u, head => `${head} ${name}="${value}"`);
  return { at: element.start, until: element.opened, text: set };
};
