// The workbook part: its sheets, its dialect, and a sheet more at the end that is shown when it is opened.
import { escapeText } from '../../report/escape.ts';
import { appended, childOf, type Element, outlineOf, type Splice, spliced, withAttribute } from './outline.ts';
import { declarePart, freeName, type Package, putText, relate, relationsOf, textPart } from './package.ts';

export interface Workbook {
  /** The name of its part. */
  readonly part: string;
  readonly prefix: string;
  /** The namespace of spreadsheets in this file, and what its types of relations begin with: Strict has its own. */
  readonly namespace: string;
  readonly relations: string;
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly type: string }[];
  readonly styles: string | null;
  readonly strings: string | null;
}

const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
export const TRANSITIONAL = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const [STRICT_RELATIONS, RELATIONS] = [
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
];

export const workbookIn = (pack: Package): Workbook => {
  const part = relationsOf(pack, '').find(({ type }) => type === 'officeDocument')?.target;
  if (part === undefined) throw new Error('no workbook in the package');
  const root = outlineOf(textPart(pack, part), 2);
  if (root.name !== 'workbook') throw new Error(`a ${root.name}, no workbook`);
  const relations = relationsOf(pack, part);
  const namespace = root.attributes.get(root.prefix === '' ? 'xmlns' : `xmlns:${root.prefix.slice(0, -1)}`);
  const targetOf = (wanted: string): string | null => relations.find(({ type }) => type === wanted)?.target ?? null;
  return {
    part,
    prefix: root.prefix,
    namespace: namespace ?? TRANSITIONAL,
    relations: namespace === STRICT ? STRICT_RELATIONS : RELATIONS,
    sheets: sheetElements(root).map(({ attributes }) => {
      const id = [...attributes].find(([name]) => name.endsWith(':id'))?.[1];
      const relation = relations.find(candidate => candidate.id === id);
      return { name: attributes.get('name') ?? '', part: relation?.target ?? '', type: relation?.type ?? '' };
    }),
    styles: targetOf('styles'),
    strings: targetOf('sharedStrings'),
  };
};

const sheetElements = (root: Element): readonly Element[] =>
  childOf(root, 'sheets')?.children.filter(({ name }) => name === 'sheet') ?? [];

/**
 * Puts a sheet behind the others, so that no index to a sheet in names and views moves, and shows it first. Where the file was
 * sent back before, the sheet of that time is written over.
 */
export const withSheet = (
  pack: Package,
  book: Workbook,
  wanted: string,
  wasSentBack: boolean,
  sheetXml: string,
): void => {
  const before = book.sheets.findIndex(({ name, type }) => wasSentBack && name === wanted && type === 'worksheet');
  const index = before < 0 ? book.sheets.length : before;
  for (const [nth, sheet] of book.sheets.entries()) if (nth !== index) unselect(pack, sheet.part);
  const old = book.sheets[before];
  if (old === undefined) addSheet(pack, book, freeTitle(book, wanted), sheetXml);
  else putText(pack, old.part, sheetXml);
  activate(pack, book, index);
};

const freeTitle = ({ sheets }: Workbook, wanted: string): string => {
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  for (let nth = 1; ; nth++) {
    const name = nth === 1 ? wanted : `${wanted}（${nth}）`;
    if (!taken.has(name.toLowerCase())) return name;
  }
};

const addSheet = (pack: Package, book: Workbook, name: string, sheetXml: string): void => {
  const part = freeName(pack, 'xl/worksheets/sheet{}.xml');
  putText(pack, part, sheetXml);
  declarePart(pack, part, 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml');
  const relation = relate(pack, book.part, `${book.relations}/worksheet`, part);
  const xml = textPart(pack, book.part);
  const root = outlineOf(xml, 2);
  const sheets = childOf(root, 'sheets');
  if (sheets === undefined) throw new Error('no list of sheets');
  const ids = sheetElements(root).map(({ attributes }) => Number(attributes.get('sheetId') ?? 0));
  const id = Math.max(0, ...ids.filter(Number.isSafeInteger)) + 1;
  const element = `<${sheets.prefix}sheet xmlns:r="${book.relations}" name="${escapeText(name)}" sheetId="${id}" r:id="${relation}"/>`;
  putText(pack, book.part, spliced(xml, [appended(xml, sheets, element)]));
};

const activate = (pack: Package, book: Workbook, index: number): void => {
  const xml = textPart(pack, book.part);
  const root = outlineOf(xml, 2);
  const view = childOf(childOf(root, 'bookViews'), 'workbookView');
  const views = childOf(root, 'bookViews');
  const sheets = childOf(root, 'sheets');
  const fresh = `<${book.prefix}workbookView activeTab="${index}"/>`;
  const splice: Splice =
    view !== undefined
      ? withAttribute(xml, view, 'activeTab', String(index))
      : views !== undefined
        ? appended(xml, views, fresh)
        : {
            at: sheets?.start ?? 0,
            until: sheets?.start ?? 0,
            text: `<${book.prefix}bookViews>${fresh}</${book.prefix}bookViews>`,
          };
  putText(pack, book.part, spliced(xml, [splice]));
};

// Two selected sheets are a group: what is typed into one would be typed into the other.
const unselect = (pack: Package, part: string): void => {
  if (part === '') return;
  const xml = textPart(pack, part);
  // Most sheets are not, and a large one takes its time to go through.
  if (!xml.includes('tabSelected')) return;
  const views = childOf(outlineOf(xml, 2), 'sheetViews')?.children ?? [];
  const selected = views.filter(({ attributes }) => /^(?:1|true|on)$/u.test(attributes.get('tabSelected') ?? ''));
  if (selected.length === 0) return;
  putText(
    pack,
    part,
    spliced(
      xml,
      selected.map(view => withAttribute(xml, view, 'tabSelected', '0')),
    ),
  );
};
