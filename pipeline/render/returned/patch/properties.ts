// Document properties of our own, beside those that the workbook has.
import { escapeText, printable } from '../../report/escape.ts';
import { appended, outlineOf, type Splice, spliced } from './outline.ts';
import { declarePart, freeName, has, type Package, putText, relate, relationsOf, textPart } from './package.ts';

const isStrict = (relations: string): boolean => relations.startsWith('http://purl.oclc.org');

export const withProperties = (pack: Package, relations: string, wanted: ReadonlyMap<string, string>): void => {
  const known = relationsOf(pack, '').find(({ type }) => /^custom-?properties$/iu.test(type))?.target;
  const part = known !== undefined && has(pack, known) ? known : newPart(pack, relations);
  const xml = textPart(pack, part);
  const root = outlineOf(xml, 2);
  const ids = root.children.map(({ attributes }) => Number(attributes.get('pid'))).filter(Number.isSafeInteger);
  const first = Math.max(1, ...ids) + 1;
  // One that we wrote before gives way.
  const old: readonly Splice[] = root.children
    .filter(({ attributes }) => wanted.has(attributes.get('name') ?? ''))
    .map(({ start, end }) => ({ at: start, until: end, text: '' }));
  const types = isStrict(relations) ? `${PURL}/docPropsVTypes` : `${SCHEMAS}/docPropsVTypes`;
  const added = [...wanted].map(
    ([name, value], nth) =>
      `<${root.prefix}property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${first + nth}" name="${name}"><vt:lpwstr xmlns:vt="${types}">${escapeText(printable(value))}</vt:lpwstr></${root.prefix}property>`,
  );
  putText(pack, part, spliced(xml, [...old, appended(xml, root, added.join(''))]));
};

const PURL = 'http://purl.oclc.org/ooxml/officeDocument';
const SCHEMAS = 'http://schemas.openxmlformats.org/officeDocument/2006';

const newPart = (pack: Package, relations: string): string => {
  const part = has(pack, 'docProps/custom.xml') ? freeName(pack, 'docProps/custom{}.xml') : 'docProps/custom.xml';
  const namespace = isStrict(relations) ? `${PURL}/customProperties` : `${SCHEMAS}/custom-properties`;
  putText(pack, part, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="${namespace}"/>`);
  declarePart(pack, part, 'application/vnd.openxmlformats-officedocument.custom-properties+xml');
  const type = isStrict(relations) ? 'customProperties' : 'custom-properties';
  relate(pack, '', `${relations}/${type}`, part);
  return part;
};
