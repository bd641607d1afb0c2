// Custom document properties of a workbook, which survive saving in Excel, WPS and LibreOffice; exceljs cannot write them.

import { escaped } from '../report/escape.ts';
import type { Parts } from '../zip.ts';

/** The parts of a workbook with texts as its custom properties, in the order given. */
export const withProperties = (parts: Parts, properties: ReadonlyMap<string, string>): Parts => {
  if (properties.size === 0) return parts;
  const all = new Map(parts);
  all.set('docProps/custom.xml', encode(customXml(properties)));
  insert(all, '[Content_Types].xml', '</Types>', `<Override PartName="/docProps/custom.xml" ContentType="${TYPE}"/>`);
  insert(
    all,
    '_rels/.rels',
    '</Relationships>',
    `<Relationship Id="rIdCustom" Type="${RELATION}" Target="docProps/custom.xml"/>`,
  );
  return all;
};

const TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties';
const SPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const VARIANT = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
// What Office gives to properties of users.
const FORMAT = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

const customXml = (properties: ReadonlyMap<string, string>): string => {
  // Numbers below 2 are taken.
  const each = [...properties].map(
    ([name, value], index) =>
      `<property fmtid="${FORMAT}" pid="${index + 2}" name="${escaped(name)}"><vt:lpwstr>${escaped(value)}</vt:lpwstr></property>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="${SPACE}" xmlns:vt="${VARIANT}">${each.join('')}</Properties>`;
};

const insert = (parts: Map<string, Uint8Array>, path: string, before: string, text: string): void => {
  const xml = new TextDecoder().decode(parts.get(path));
  parts.set(path, encode(xml.replace(before, `${text}${before}`)));
};

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
