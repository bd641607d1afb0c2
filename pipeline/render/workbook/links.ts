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
export const MOST_LINKS = 60_000;

export const withLinks = (parts: Parts, links: Links): Parts => {
  const linked = new Map(parts);
  for (const [sheet, ofSheet] of links) {
    const path = `xl/worksheets/sheet${sheet}.xml`;
    const bytes = parts.get(path);
    if (bytes === undefined || ofSheet.length === 0) continue;
    linked.set(path, inserted(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), ofSheet));
  }
  return linked;
};

const inserted = (sheet: Buffer, links: readonly Link[]): Uint8Array => {
  const elements = links
    .slice(0, MOST_LINKS)
    .map(({ cell, location }) => `<hyperlink ref="${cell}" location="${attribute(location)}"/>`);
  const all = elements.join('');
  const behind = sheet.indexOf('</hyperlinks>');
  if (behind >= 0) return spliced(sheet, behind, all);
  const next = NEXT.map(tag => sheet.indexOf(tag)).find(at => at >= 0);
  if (next === undefined) throw new Error('a sheet without margins');
  return spliced(sheet, next, `<hyperlinks>${all}</hyperlinks>`);
};

/** What exceljs writes behind links: the first only where a sheet has it. */
const NEXT = ['<printOptions', '<pageMargins'];

const spliced = (bytes: Buffer, at: number, text: string): Uint8Array =>
  Buffer.concat([bytes.subarray(0, at), Buffer.from(text), bytes.subarray(at)]);

const attribute = (text: string): string =>
  // Tens of thousands have nothing to escape.
  !/[&<"]/u.test(text) ? text : text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
