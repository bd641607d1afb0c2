// A unit's own workbook → the same with its doubtful cells marked and a cover: only what must change does, part by part.
import { markProperties } from '../../../mark.ts';
import { lineCount } from '../../line-count.ts';
import { COVER, type Cover } from '../cover.ts';
import { type Notes, withComments } from './comments.ts';
import { bareWorkbook, coverSheet } from './cover-sheet.ts';
import { inlineText } from './holds.ts';
import { type Marks, markSplices } from './marks.ts';
import { outlineOf, spliced } from './outline.ts';
import {
  closePackage,
  contentTypeOf,
  declarePart,
  openPackage,
  type Package,
  putText,
  relate,
  textPart,
} from './package.ts';
import { withProperties } from './properties.ts';
import { withShapes } from './shapes.ts';
import { type Styles, withStyles } from './styles.ts';
import { type Workbook, withSheet, workbookIn } from './workbook.ts';

/** What is said in one sheet. */
export interface SheetNotes {
  readonly sheet: string;
  readonly marks: Marks;
  readonly notes: Notes;
}

export interface Patched {
  readonly bytes: Uint8Array;
  readonly extension: 'xlsx' | 'xlsm';
}

/** Throws where the bytes are no workbook whose parts we understand. */
export const patched = (original: Uint8Array, sheets: readonly SheetNotes[], cover: Cover): Patched => {
  const pack = openPackage(original);
  const book = workbookIn(pack);
  const type = contentTypeOf(pack, book.part);
  if (type.includes('template')) throw new Error('a template');
  const styles = withStyles(pack, book);
  const shared = sharedStrings(pack, book);
  for (const said of sheets) {
    const part = book.sheets.find(({ name, type: kind }) => name === said.sheet && kind === 'worksheet')?.part;
    if (part !== undefined) annotate(pack, book, part, said, styles, shared);
  }
  finish(pack, book, styles, cover);
  return { bytes: closePackage(pack), extension: type.includes('macroEnabled') ? 'xlsm' : 'xlsx' };
};

/** The cover alone, for files of other kinds. */
export const coverAlone = (cover: Cover): Uint8Array => {
  const pack: Package = { parts: new Map() };
  putText(pack, '[Content_Types].xml', BARE_TYPES);
  putText(pack, 'xl/workbook.xml', bareWorkbook);
  declarePart(pack, 'xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml');
  relate(
    pack,
    '',
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument',
    'xl/workbook.xml',
  );
  const book = workbookIn(pack);
  finish(pack, book, withStyles(pack, book), cover);
  return closePackage(pack);
};

const BARE_TYPES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>';

const finish = (pack: Package, book: Workbook, styles: Styles, cover: Cover): void => {
  withSheet(pack, book, COVER, cover.mark.answers.length > 1, coverSheet(cover, styles, book.namespace));
  withProperties(pack, book.relations, markProperties(cover.mark));
};

const annotate = (
  pack: Package,
  book: Workbook,
  part: string,
  { marks, notes }: SheetNotes,
  styles: Styles,
  shared: (index: number) => string,
): void => {
  const bare = withComments(pack, book, part, notes);
  const xml = textPart(pack, part);
  const sheet = outlineOf(xml, 6);
  const boxes = new Map(bare.map(address => [address, lineCount(notes.get(address) ?? '', 42)] as const));
  const splices = [...markSplices(xml, sheet, marks, styles, shared), ...withShapes(pack, book, part, sheet, boxes)];
  putText(pack, part, spliced(xml, splices));
};

/** Opened only where a marked cell asks for one. */
const sharedStrings = (pack: Package, book: Workbook): ((index: number) => string) => {
  let known: readonly string[] | null = null;
  return index => {
    if (known === null) {
      const xml = book.strings === null ? '<sst/>' : textPart(pack, book.strings);
      known = outlineOf(xml, 3).children.map(item => inlineText(xml, item));
    }
    return known[index] ?? '';
  };
};
