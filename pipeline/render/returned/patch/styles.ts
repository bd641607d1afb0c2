// The looks that we need, put behind those of the workbook: no index that its cells use moves, and no cell shares them.
import { appended, childOf, type Element, outlineOf, type Splice, spliced } from './outline.ts';
import { declarePart, freeName, type Package, putText, relate, textPart } from './package.ts';
import type { Workbook } from './workbook.ts';

/** The looks of the cover sheet's cells. */
export const LOOKS = [
  'title',
  'plain',
  'head',
  'text',
  'link',
  'input',
  'inputDate',
  'faint',
  'fatal',
  'query',
] as const;
export type Look = (typeof LOOKS)[number];

export interface Styles {
  /** Numbers of differential formats, for marks. */
  readonly marks: Readonly<Record<'fatal' | 'query', number>>;
  /** Numbers of cell formats. */
  readonly cells: ReadonlyMap<Look, number>;
}

export const withStyles = (pack: Package, book: Workbook): Styles => {
  const part = book.styles ?? newPart(pack, book);
  const xml = textPart(pack, part);
  const root = outlineOf(xml, 2);
  const p = root.prefix;
  const count = (list: string): number => childOf(root, list)?.children.length ?? 0;
  const first = {
    font: count('fonts'),
    fill: count('fills'),
    border: count('borders'),
    xf: count('cellXfs'),
    dxf: count('dxfs'),
  };
  const added: Readonly<Record<string, readonly string[]>> = {
    fonts: FONTS.map(font => font(p)),
    fills: FILLS.map(
      fill =>
        `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${fill}"/></${p}patternFill></${p}fill>`,
    ),
    borders: [border(p, 'FFBFBFBF')],
    cellXfs: LOOKS.map(look => cellFormat(p, look, first)),
    dxfs: MARKS.map(([fill, edge]) => mark(p, fill, edge)),
  };
  const missing = Object.entries(added).filter(([list]) => childOf(root, list) === undefined);
  putText(
    pack,
    part,
    spliced(xml, [
      ...Object.entries(added).flatMap(([list, items]) => grown(xml, childOf(root, list), items)),
      ...missing.map(([list, items]) => missingList(root, list, items)),
    ]),
  );
  return {
    marks: { fatal: first.dxf, query: first.dxf + 1 },
    cells: new Map(LOOKS.map((look, nth) => [look, first.xf + nth])),
  };
};

const grown = (xml: string, list: Element | undefined, items: readonly string[]): readonly Splice[] => {
  if (list === undefined) return [];
  const splice = appended(xml, list, items.join(''));
  const text = list.closed === null ? splice.text : xml.slice(list.start, list.closed) + splice.text;
  const counted = text.replace(
    /^(<[^>]*?\scount\s*=\s*)(?:"[^"]*"|'[^']*')/u,
    `$1"${list.children.length + items.length}"`,
  );
  return [{ at: list.start, until: splice.until, text: counted }];
};

// CT_Stylesheet.
const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];

const missingList = (root: Element, list: string, items: readonly string[]): Splice => {
  const next = root.children.find(({ name }) => ORDER.indexOf(name) > ORDER.indexOf(list));
  const at = next?.start ?? root.closed;
  if (at === null || at === undefined) throw new Error('an empty part of styles');
  return {
    at,
    until: at,
    text: `<${root.prefix}${list} count="${items.length}">${items.join('')}</${root.prefix}${list}>`,
  };
};

const newPart = (pack: Package, book: Workbook): string => {
  const part = freeName(pack, 'xl/styles{}.xml');
  putText(pack, part, bareStyles(book.namespace));
  declarePart(pack, part, 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml');
  relate(pack, book.part, `${book.relations}/styles`, part);
  return part;
};

export const bareStyles = (namespace: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${namespace}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const font =
  (size: number, color: string, before = '') =>
  (p: string): string =>
    `<${p}font>${before.replace('<', `<${p}`)}<${p}sz val="${size}"/><${p}color rgb="${color}"/><${p}name val="微软雅黑"/><${p}charset val="134"/></${p}font>`;

// Normal, title, bold, link, faint.
const FONTS = [
  font(10, 'FF1F1F1F'),
  font(16, 'FF1F1F1F', '<b/>'),
  font(10, 'FF1F1F1F', '<b/>'),
  (p: string): string => font(10, 'FF0563C1')(p).replace(`<${p}sz`, `<${p}u/><${p}sz`),
  font(8, 'FF9A9A9A'),
];
const FATAL = 'FFFFC7CE';
const QUERY = 'FFFFEB9C';
// Head, place to fill in, and the two marks.
const FILLS = ['FFE7ECF3', 'FFFFFFF0', FATAL, QUERY];
/** Fill and edge of a mark: the edge shows on paper without colours. */
const MARKS = [
  [FATAL, 'FFC00000'],
  [QUERY, 'FFBF8F00'],
] as const;

const edges = (p: string, color: string): string =>
  ['left', 'right', 'top', 'bottom']
    .map(side => `<${p}${side} style="thin"><${p}color rgb="${color}"/></${p}${side}>`)
    .join('');

const border = (p: string, color: string): string => `<${p}border>${edges(p, color)}<${p}diagonal/></${p}border>`;

const mark = (p: string, fill: string, edge: string): string =>
  `<${p}dxf><${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${fill}"/><${p}bgColor rgb="${fill}"/></${p}patternFill></${p}fill><${p}border>${edges(p, edge)}</${p}border></${p}dxf>`;

interface First {
  readonly font: number;
  readonly fill: number;
  readonly border: number;
}

/** By look: font, fill (-1: none), whether it has a border, horizontal alignment. */
const FORMATS: Readonly<Record<Look, readonly [font: number, fill: number, isBoxed: boolean, across: string]>> = {
  title: [1, -1, false, 'left'],
  plain: [0, -1, false, 'left'],
  head: [2, 0, true, 'center'],
  text: [0, -1, true, 'left'],
  link: [3, -1, true, 'left'],
  input: [0, 1, true, 'left'],
  inputDate: [0, 1, true, 'left'],
  faint: [4, -1, false, 'left'],
  fatal: [2, 2, true, 'center'],
  query: [2, 3, true, 'center'],
};

const cellFormat = (p: string, look: Look, first: First): string => {
  const [ownFont, fill, isBoxed, across] = FORMATS[look];
  const ids = `fontId="${first.font + ownFont}" fillId="${fill < 0 ? 0 : first.fill + fill}" borderId="${isBoxed ? first.border : 0}"`;
  const format = look === 'inputDate' ? 'numFmtId="14" applyNumberFormat="1"' : 'numFmtId="0"';
  const wrap = look === 'faint' ? '' : ' wrapText="1"';
  return `<${p}xf ${format} ${ids} xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><${p}alignment horizontal="${across}" vertical="${look === 'title' || look === 'head' ? 'center' : 'top'}"${wrap}/><${p}protection locked="0"/></${p}xf>`;
};
