// Links from cells that hold numbers or formulas, which exceljs can give only to cells of text.
import type { Parts } from '../zip.ts';

export interface Link {
  /** `D5`. */
  readonly cell: string;
  /** `'各单位明细'!D5`, in the same workbook. */
  readonly location: string;
}

/** By the number of the sheet in its workbook, as exceljs counts. */
export type Links = ReadonlyMap<number, readonly Link[]>;

/** A sheet with more than 65,530 links is one that Excel repairs. */
const MOST_LINKS = 60_000;

export const withLinks = (parts: Parts, links: Links): Parts => {
  const linked = new Map(parts);
  for (const [sheet, ofSheet] of links) {
    const path = `xl/worksheets/sheet${sheet}.xml`;
    const bytes = parts.get(path);
    if (bytes === undefined || ofSheet.length === 0) continue;
    linked.set(path, new TextEncoder().encode(inserted(new TextDecoder().decode(bytes), ofSheet)));
  }
  return linked;
};

const inserted = (xml: string, links: readonly Link[]): string => {
  const elements = links
    .slice(0, MOST_LINKS)
    .map(({ cell, location }) => `<hyperlink ref="${cell}" location="${attribute(location)}"/>`);
  const all = elements.join('');
  if (xml.includes('</hyperlinks>')) return xml.replace('</hyperlinks>', () => `${all}</hyperlinks>`);
  return xml.replace(/<(?:printOptions|pageMargins)\b/u, next => `<hyperlinks>${all}</hyperlinks>${next}`);
};

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
