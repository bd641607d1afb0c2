// Text → elements of the strict XHTML subset that reports may use; anything else is a Fault at `file:line:column`.
import { SaxesParser } from 'saxes';
import { Fault } from '../../fault.ts';

export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Element | string)[];
  /** `file:line:column` of its `<`, both from 1. */
  readonly place: string;
}

/** The elements at the top; `file` names the text in messages. Nesting is checked too: text only where text may stand. */
export const parseXhtml = (source: string, file: string): readonly Element[] => {
  const parser = new SaxesParser({ fragment: true, position: true });
  const root: Open = { name: ROOT, attributes: new Map(), children: [], place: `${file}:1:1` };
  const open: Open[] = [root];
  let place = root.place;
  const here = (): string => `${file}:${parser.line}:${parser.column + 1}`;
  const parent = (): Open => open.at(-1) ?? root;
  parser.on('opentagstart', tag => {
    place = `${file}:${parser.line}:${Math.max(1, parser.column - tag.name.length - 1)}`;
  });
  parser.on('opentag', tag => {
    const attributes = new Map(Object.entries(tag.attributes as Readonly<Record<string, string>>));
    checkElement(tag.name, attributes, parent().name, place);
    const element: Open = { name: tag.name, attributes, children: [], place };
    parent().children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const onText = (text: string): void => {
    if (INLINE_PARENTS.has(parent().name)) parent().children.push(text);
    else if (text.trim() !== '')
      throw new Fault(`text “${excerpt(text)}” stands directly in <${parent().name}>`, here());
  };
  parser.on('text', onText);
  parser.on('cdata', () => refuse('a CDATA section', here()));
  parser.on('doctype', () => refuse('a DOCTYPE', here()));
  parser.on('processinginstruction', () => refuse('a processing instruction', here()));
  parser.on('error', error => {
    throw new Fault(error.message.replace(/^\d+:\d+: /, ''), here());
  });
  parser.write(source).close();
  return root.children.filter(child => typeof child !== 'string');
};

interface Open extends Element {
  readonly children: (Element | string)[];
}

const checkElement = (name: string, attributes: Element['attributes'], parent: string, place: string): void => {
  const allowed = ELEMENTS[name];
  if (allowed === undefined) throw new Fault(`<${name}> is not one of the elements of a report`, place);
  if (!allowed.in.includes(parent)) throw new Fault(`<${name}> may not stand in <${parent}>`, place);
  for (const [attribute, value] of attributes) {
    const rule = allowed.attributes[attribute];
    if (rule === undefined) throw new Fault(`<${name}> has no attribute “${attribute}”`, place);
    if (!rule.test(value)) throw new Fault(`${attribute}="${excerpt(value)}" is not allowed in <${name}>`, place);
  }
};

const refuse = (what: string, place: string): never => {
  throw new Fault(`${what} is not allowed in a report`, place);
};

const excerpt = (text: string): string => [...text.trim()].slice(0, 20).join('');

const ROOT = 'report';
const NAME = /^[a-z][a-z0-9-]*$/;
const SPAN = /^[1-9]\d?$/;
const ANY = /^/;

interface Rule {
  readonly in: readonly string[];
  readonly attributes: Readonly<Record<string, RegExp>>;
}

const BLOCK = [ROOT, 'section'];
const TEXT = ['strong', 'em', 'sup', 'mark', 'a'];
const INLINE = ['h1', 'h2', 'h3', 'h4', 'p', 'li', 'caption', 'th', 'td', ...TEXT];
const INLINE_PARENTS = new Set([...INLINE, 'data']);
const heading: Rule = { in: BLOCK, attributes: { id: NAME } };
const words: Rule = { in: INLINE, attributes: {} };

const ELEMENTS: Readonly<Record<string, Rule>> = {
  section: { in: BLOCK, attributes: { id: NAME, class: NAME } },
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  p: { in: BLOCK, attributes: { class: NAME } },
  ul: { in: BLOCK, attributes: {} },
  ol: { in: BLOCK, attributes: {} },
  li: { in: ['ul', 'ol'], attributes: {} },
  table: { in: BLOCK, attributes: { id: NAME, class: NAME } },
  caption: { in: ['table'], attributes: {} },
  thead: { in: ['table'], attributes: {} },
  tbody: { in: ['table'], attributes: {} },
  tr: { in: ['thead', 'tbody'], attributes: {} },
  th: { in: ['tr'], attributes: { class: NAME, rowspan: SPAN, colspan: SPAN, scope: /^(?:row|col)(?:group)?$/ } },
  td: { in: ['tr'], attributes: { class: NAME, rowspan: SPAN, colspan: SPAN } },
  strong: words,
  em: words,
  sup: words,
  mark: { in: INLINE, attributes: { class: /^todo$/ } },
  data: { in: INLINE, attributes: { value: /^-?\d+(?:\.\d+)?$/, 'data-item': ANY, title: ANY } },
  a: { in: INLINE, attributes: { href: /^#[a-z][a-z0-9-]*$/ } },
  br: { in: INLINE, attributes: {} },
};
