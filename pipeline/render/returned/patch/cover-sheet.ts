// The cover as a worksheet: texts in the cells themselves, so that the workbook's table of texts stays as it is.
import { a1, onSheet } from '../../../address.ts';
import { isAnswerable } from '../../../can-answer.ts';
import { lineCount } from '../../line-count.ts';
import { escapeText, printable } from '../../report/escape.ts';
import { COLUMNS, COVER, type Cover, type CoverLine, footOf, sentences, textsOf } from '../cover.ts';
import type { Look, Styles } from './styles.ts';
import { TRANSITIONAL } from './workbook.ts';

const LAST = COLUMNS.length - 1;
const WIDTH = COLUMNS.reduce((sum, { width }) => sum + width, 0);

export const coverSheet = (cover: Cover, styles: Styles, namespace: string): string => {
  const above = sentences(cover);
  const head = above.length + 2;
  const rows = [
    row(0, 28, [[0, COVER, 'title']], styles),
    ...above.map((text, nth) => row(nth + 1, 15 * lineCount(text, WIDTH) + 3, [[0, text, 'plain']], styles)),
    row(
      head - 1,
      24,
      COLUMNS.map(({ name }, column) => [column, name, 'head'] as const),
      styles,
    ),
    ...cover.lines.map((line, nth) => row(head + nth, heightOf(line), cellsOf(line), styles)),
    row(head + cover.lines.length + 1, 12, [[0, footOf(cover), 'faint']], styles),
  ];
  const merges = [...Array(above.length + 1).keys()].map(at => `<mergeCell ref="${a1(at, 0)}:${a1(at, LAST)}"/>`);
  const links = cover.lines.flatMap(({ target }, nth) =>
    target === null
      ? []
      : [
          `<hyperlink ref="${a1(head + nth, 1)}" location="${escapeText(printable(onSheet(target.sheet, target.cell)))}" display="${escapeText(printable(`${target.sheet} ${target.cell}`))}"/>`,
        ],
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${namespace}"><sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"><pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<cols>${COLUMNS.map(({ width }, nth) => `<col min="${nth + 1}" max="${nth + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    `<sheetData>${rows.join('')}</sheetData><mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`,
    links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`,
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`,
  ].join('');
};

type Put = readonly [column: number, text: string, look: Look];

const row = (index: number, height: number, cells: readonly Put[], styles: Styles): string => {
  const inner = cells.map(([column, text, look]) => {
    const start = `<c r="${a1(index, column)}" s="${styles.cells.get(look) ?? 0}"`;
    const plain = printable(text).slice(0, LONGEST).toWellFormed();
    return text === ''
      ? `${start}/>`
      : `${start} t="inlineStr"><is><t xml:space="preserve">${escapeText(plain)}</t></is></c>`;
  });
  return `<row r="${index + 1}" ht="${Math.min(400, height)}" customHeight="1">${inner.join('')}</row>`;
};

const LONGEST = 32_000;
const ANSWERS = COLUMNS.findIndex(({ name }) => name === '原因');

const cellsOf = (line: CoverLine): readonly Put[] =>
  textsOf(line).map((text, column) => [column, text, lookOf(line, column)] as const);

const lookOf = ({ told, target }: CoverLine, column: number): Look => {
  const { severity, status } = told.finding;
  if (column === 1 && target !== null) return 'link';
  if (column === 2 && status === 'open' && severity !== 'info') return severity;
  if (column < ANSWERS || !isAnswerable(told.finding)) return 'text';
  return column === LAST ? 'inputDate' : 'input';
};

const heightOf = (line: CoverLine): number =>
  14 * Math.max(2, ...textsOf(line).map((text, column) => lineCount(text, COLUMNS[column]?.width ?? 10))) + 4;

/** A workbook that holds nothing yet. */
export const bareWorkbook = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<workbook xmlns="${TRANSITIONAL}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews><sheets></sheets></workbook>`;
