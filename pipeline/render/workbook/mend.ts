// What exceljs writes in another order than the schema of Office Open XML has it, put right.
import type { Parts } from '../zip.ts';

/** The parts of a workbook of ours, with the children of each font in order. */
export const mended = (parts: Parts): Parts =>
  new Map(
    [...parts].map(([path, bytes]) => [path, path === 'xl/styles.xml' ? withFontsInOrder(bytes) : bytes] as const),
  );

const withFontsInOrder = (bytes: Uint8Array): Uint8Array => {
  const xml = new TextDecoder().decode(bytes);
  return new TextEncoder().encode(
    xml.replace(/<font>(.*?)<\/font>/gsu, (_, inside: string) => `<font>${ordered(inside)}</font>`),
  );
};

const ordered = (inside: string): string =>
  (inside.match(/<\w+[^>]*\/>/gu) ?? []).toSorted((a, b) => placeOf(a) - placeOf(b)).join('');

const placeOf = (element: string): number => ORDER.indexOf(/^<(\w+)/u.exec(element)?.[1] ?? '');

// ECMA-376 part 1, 18.8.22; exceljs writes each of them as an empty element.
const ORDER = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];
