// An OpenDocument spreadsheet → what it stores.
import type { GridNote } from '../../model.ts';
import type { Limits } from '../limits.ts';
import type { StoredWorkbook } from '../stored.ts';
import { partOf } from '../xlsx/package.ts';
import { attribute, walkXml } from '../xml.ts';
import type { Zip } from '../zip/directory.ts';
import { readContent } from './content.ts';

export const readOds = (zip: Zip, limits: Limits): StoredWorkbook => {
  const { sheets, links } = readContent(partOf(zip, 'content.xml'), limits);
  const hasMacros = [...zip.keys()].some(name => /^(?:basic|scripts)\/.+\/.+\.(?:xml|py|js|bsh)$/.test(name));
  const notes: GridNote[] = [];
  if (hasMacros) notes.push({ kind: 'macros', place: null, detail: 'Basic' });
  if (links > 0) notes.push({ kind: 'external-links', place: null, detail: `${links}` });
  return {
    from1904: false,
    sheets,
    properties: zip.has('meta.xml') ? readMeta(partOf(zip, 'meta.xml')) : new Map(),
    notes,
  };
};

const readMeta = (bytes: Uint8Array): ReadonlyMap<string, string> => {
  const properties = new Map<string, string>();
  const keywords: string[] = [];
  let own = '';
  let text = '';
  walkXml(bytes, 'meta.xml', 'any', {
    open: (_, attributes) => {
      own = attribute(attributes, 'meta:name') ?? '';
      text = '';
    },
    text: piece => {
      text += piece;
    },
    close: name => {
      if (name === 'title' || name === 'subject') properties.set(name, text);
      if (name === 'keyword') keywords.push(text);
      if (name === 'user-defined' && own !== '' && !properties.has(own)) properties.set(own, text);
    },
  });
  if (keywords.length > 0) properties.set('keywords', keywords.join(' '));
  return properties;
};
