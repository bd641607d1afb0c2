// XML events for the parts of a workbook; the only file that knows the XML parser.
import { SaxesParser } from 'saxes';
import { refuse } from './refusal.ts';

export type Attributes = Readonly<Record<string, string>>;

/** `name` and `parent` are without prefix; the root's parent is ''. */
export interface Visitor {
  readonly open: (name: string, attributes: Attributes, parent: string) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string, parent: string) => void;
}

const DEPTH = 64;
const MOST_ATTRIBUTES = 256;

/** Elements of another namespace than the root's are called this, so that no visitor takes them for its own. */
const FOREIGN = '#';

export const walkXml = (bytes: Uint8Array, part: string, namespaces: 'root' | 'any', visitor: Visitor): void => {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  const path: string[] = [];
  let root = { prefix: '', uri: '' };
  let foreignFrom = DEPTH + 1;

  parser.on('error', error => refuse('damaged', `${part}：${error.message}`));
  parser.on('doctype', () => refuse('unsafe', `${part}：DOCTYPE`));
  let count = 0;
  parser.on('opentagstart', () => {
    count = 0;
  });
  parser.on('attribute', () => {
    if (++count > MOST_ATTRIBUTES) refuse('unsafe', `${part}：属性超过 ${MOST_ATTRIBUTES} 个`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (path.length >= DEPTH) refuse('unsafe', `${part}：嵌套超过 ${DEPTH} 层`);
    const at = name.indexOf(':');
    const prefix = name.slice(0, Math.max(0, at));
    const bound = attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix}`];
    if (path.length === 0) root = { prefix, uri: bound ?? '' };
    const isForeign = prefix !== root.prefix || (bound !== undefined && bound !== root.uri);
    if (isForeign && namespaces === 'root' && foreignFrom > DEPTH) foreignFrom = path.length;
    const local = path.length >= foreignFrom ? FOREIGN : name.slice(at + 1);
    visitor.open(local, attributes, path.at(-1) ?? '');
    path.push(local);
  });
  parser.on('closetag', () => {
    const local = path.pop() ?? '';
    if (path.length === foreignFrom) foreignFrom = DEPTH + 1;
    visitor.close?.(local, path.at(-1) ?? '');
  });
  if (visitor.text !== undefined) {
    parser.on('text', visitor.text);
    parser.on('cdata', visitor.text);
  }
  parser.write(decodeXml(bytes, part)).close();
};

/** The value of an attribute under any prefix, as `r:id`. */
export const prefixed = (attributes: Attributes, local: string): string | undefined => {
  const name = Object.keys(attributes).find(key => key.endsWith(`:${local}`));
  return name === undefined ? undefined : attributes[name];
};

export const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true' || text === 'on';

const decodeXml = (bytes: Uint8Array, part: string): string => {
  const [first, second] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  const encoding = isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return isAsSaid(text, bytes.length) ? text : refuse('damaged', `${part}：编码`);
  } catch {
    return refuse('damaged', `${part}：编码`);
  }
};

const DECLARATION = /^<\?xml[^>]{0,200}?\sencoding\s{0,10}=\s{0,10}["']([^"']{1,40})["']/u;
const UNICODE = /^(?:utf-?8|utf-?16(?:le|be)?|iso-10646-ucs-2)$/iu;
const ABOVE_ASCII = /^(?:us-ascii|ascii|iso-8859-\d{1,2}|windows-\d{3,4}|gb2312|gbk|gb18030|big5)$/iu;

/** Other programs believe the declaration: what they would read in another way is refused. All others agree with UTF-8 on plain ASCII. */
const isAsSaid = (text: string, size: number): boolean => {
  const said = DECLARATION.exec(text)?.[1];
  return said === undefined || UNICODE.test(said) || (ABOVE_ASCII.test(said) && text.length === size);
};
