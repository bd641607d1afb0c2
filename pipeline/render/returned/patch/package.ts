// A workbook's package to be changed: opened with the bounds of the reader, found by relation, closed as a zip of the same parts.
import { onceOf } from '../../../once-of.ts';
import { defaultLimits } from '../../../read/limits.ts';
import { readDirectory } from '../../../read/zip/directory.ts';
import { extract } from '../../../read/zip/extract.ts';
import { recentAnswers } from '../../../recent-answers.ts';
import { escapeText } from '../../report/escape.ts';
import { type Packed, pack, zipOf } from '../../zip.ts';
import { appended, type Element, outlineOf, spliced } from './outline.ts';

/** Parts by name in lower case. It is changed in place: it is the one thing that all steps of a patch share. */
export interface Package {
  readonly parts: Map<string, Part>;
}

interface Part {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** As it stood in the zip, for what is not changed; else null. */
  readonly packed: Packed | null;
}

export interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`. */
  readonly type: string;
  readonly target: string;
}

export const openPackage = (bytes: Uint8Array): Package => {
  const entries = [...readDirectory(bytes, defaultLimits)].filter(([name]) => !name.endsWith('/'));
  return {
    parts: new Map(entries.map(([key, entry]) => [key, { name: entry.name, content: extract(entry), packed: entry }])),
  };
};

export const closePackage = ({ parts }: Package): Uint8Array =>
  zipOf(new Map([...parts.values()].map(({ name, content, packed }) => [name, packed ?? packedAnew(content)])));

const packedAnew = (content: Uint8Array | string): Packed =>
  typeof content === 'string' ? recentlyPacked(content, () => pack(Buffer.from(content))) : pack(content);

const recentlyPacked = recentAnswers<Packed>();

const latin1 = ({ buffer, byteOffset, length }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, length).toString('latin1');

export const has = ({ parts }: Package, name: string): boolean => parts.has(name.toLowerCase());

/** The text of a part, without byte order mark. */
export const textPart = ({ parts }: Package, name: string): string => {
  const part = parts.get(name.toLowerCase());
  if (part === undefined) throw new Error(`no part ${name}`);
  return typeof part.content === 'string' ? part.content : decoded(part.content, name);
};

const decoded = onceOf((bytes: Uint8Array, name: string): string => {
  const [first, second] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  const text = new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8', { fatal: true }).decode(bytes);
  if (/<!DOCTYPE/iu.test(text)) throw new Error(`DOCTYPE in ${name}`);
  return text;
});

/** Writes a part as UTF-8, whatever it was in before. */
export const putText = (pack: Package, name: string, text: string): void =>
  put(pack, name, text.replace(/^(<\?xml[^>]*?encoding=)(?:"[^"]*"|'[^']*')/u, '$1"UTF-8"'));

/** The bytes of a part, one character each; '' where there is none. Old programs write parts that are no XML, in any encoding. */
export const bytewise = ({ parts }: Package, name: string): string => {
  const content = parts.get(name.toLowerCase())?.content ?? '';
  return latin1(typeof content === 'string' ? Buffer.from(content) : content);
};

export const putBytewise = (pack: Package, name: string, bytes: string): void =>
  put(pack, name, Buffer.from(bytes, 'latin1'));

const put = ({ parts }: Package, name: string, content: Uint8Array | string): void => {
  parts.set(name.toLowerCase(), { name: parts.get(name.toLowerCase())?.name ?? name, content, packed: null });
};

/** A name for a new part that none has: `xl/comments{}.xml` → `xl/comments3.xml`. */
export const freeName = (pack: Package, pattern: string): string => {
  let nth = 1;
  while (has(pack, pattern.replace('{}', String(nth)))) nth++;
  return pattern.replace('{}', String(nth));
};

const relationsPart = (part: string): string => {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
};

/** The relations of a part within the package; of the package itself for ''. */
export const relationsOf = (pack: Package, part: string): readonly Relation[] => {
  const path = relationsPart(part);
  if (!has(pack, path)) return [];
  return outlineOf(textPart(pack, path), 1)
    .children.filter(({ attributes }) => attributes.get('TargetMode') !== 'External')
    .map(({ attributes }) => ({
      id: attributes.get('Id') ?? '',
      type: /[^/]*$/u.exec(attributes.get('Type') ?? '')?.[0] ?? '',
      target: resolved(pack, part, attributes.get('Target') ?? ''),
    }));
};

const resolved = (pack: Package, part: string, target: string): string => {
  const slashed = target.replaceAll('\\', '/');
  const path: string[] = [];
  for (const step of (slashed.startsWith('/') ? slashed : part.slice(0, part.lastIndexOf('/') + 1) + slashed).split(
    '/',
  )) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  const plain = path.join('/');
  return has(pack, plain) || !plain.includes('%') ? plain : decodeURIComponent(plain);
};

/** Adds a relation and gives its id. `type` is whole. */
export const relate = (pack: Package, part: string, type: string, target: string): string => {
  const path = relationsPart(part);
  const xml = has(pack, path)
    ? textPart(pack, path)
    : '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';
  const root = outlineOf(xml, 1);
  const taken = new Set(root.children.map(({ attributes }) => attributes.get('Id')));
  let nth = root.children.length + 1;
  while (taken.has(`rIdN${nth}`)) nth++;
  const relation = `<${root.prefix}Relationship Id="rIdN${nth}" Type="${type}" Target="${escapeText(encodeURI(relative(part, target)))}"/>`;
  putText(pack, path, spliced(xml, [appended(xml, root, relation)]));
  return `rIdN${nth}`;
};

// As Office writes it: exceljs finds no comments by a path from the root.
const relative = (from: string, to: string): string => {
  const [folders, target] = [from.split('/').slice(0, -1), to.split('/')];
  const shared = folders.findIndex((folder, depth) => folder !== target[depth]);
  const depth = shared < 0 ? folders.length : shared;
  return [...folders.slice(depth).map(() => '..'), ...target.slice(depth)].join('/');
};

const TYPES = '[Content_Types].xml';

/** Says what a new part is. */
export const declarePart = (pack: Package, part: string, type: string): void =>
  declare(pack, root => `<${root.prefix}Override PartName="/${escapeText(encodeURI(part))}" ContentType="${type}"/>`);

/** Says what parts of an extension are, where nothing says it yet. */
export const declareExtension = (pack: Package, extension: string, type: string): void => {
  const isKnown = outlineOf(textPart(pack, TYPES), 1).children.some(
    ({ name, attributes }) => name === 'Default' && attributes.get('Extension')?.toLowerCase() === extension,
  );
  // Defaults may stand behind overrides: the order is free.
  if (!isKnown) declare(pack, root => `<${root.prefix}Default Extension="${extension}" ContentType="${type}"/>`);
};

const declare = (pack: Package, elementIn: (root: Element) => string): void => {
  const xml = textPart(pack, TYPES);
  const root = outlineOf(xml, 1);
  putText(pack, TYPES, spliced(xml, [appended(xml, root, elementIn(root))]));
};

export const contentTypeOf = (pack: Package, part: string): string =>
  outlineOf(textPart(pack, TYPES), 1)
    .children.find(({ attributes }) => attributes.get('PartName')?.toLowerCase() === `/${part.toLowerCase()}`)
    ?.attributes.get('ContentType') ?? '';
