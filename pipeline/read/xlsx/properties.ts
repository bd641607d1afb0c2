// Document properties: title, subject, keywords, and custom ones under their own names.

import { attribute, walkXml } from '../xml.ts';
import type { Zip } from '../zip/directory.ts';
import { partOf, type Relation } from './package.ts';

const CORE = ['title', 'subject', 'keywords'];

export const readProperties = (zip: Zip, relations: readonly Relation[]): ReadonlyMap<string, string> => {
  const properties = new Map<string, string>();
  const targets = (wanted: string): readonly string[] =>
    relations.filter(({ type }) => type === wanted).map(({ target }) => target);
  // The second is the name in Strict Open XML.
  for (const part of [...targets('custom-properties'), ...targets('customProperties')])
    readCustom(partOf(zip, part), part, properties);
  for (const part of targets('core-properties')) readCore(partOf(zip, part), part, properties);
  return properties;
};

const readCustom = (bytes: Uint8Array, part: string, into: Map<string, string>): void => {
  let property = '';
  let text = '';
  walkXml(bytes, part, 'any', {
    open: (name, attributes) => {
      if (name === 'property') property = attribute(attributes, 'name') ?? '';
      text = '';
    },
    text: piece => {
      text += piece;
    },
    close: name => {
      if (name === 'property' && property !== '') into.set(property, text);
    },
  });
};

const readCore = (bytes: Uint8Array, part: string, into: Map<string, string>): void => {
  let text = '';
  walkXml(bytes, part, 'any', {
    open: () => {
      text = '';
    },
    text: piece => {
      text += piece;
    },
    close: name => {
      if (CORE.includes(name) && text !== '') into.set(name, text);
    },
  });
};
