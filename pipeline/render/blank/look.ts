// How the sheets of a blank look: fonts, fills, borders, paper; and the two moves that every sheet is drawn with.
import type { Area } from '../../model.ts';
import type { Borders, Cell, Fill, Sheet, Style } from '../workbook/book.ts';

const THIN = { style: 'thin', color: { argb: 'FF7F7F7F' } } as const;
const BORDER: Partial<Borders> = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const fill = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const MIDDLE = { vertical: 'middle', wrapText: true } as const;
const font = (size: number, more = {}) => ({ name: '宋体', family: 3, size, ...more });

export const STYLES = {
  title: { font: { name: '黑体', family: 3, size: 16 }, alignment: { ...MIDDLE, horizontal: 'center' } },
  plain: { font: font(11), alignment: MIDDLE },
  note: { font: font(10, { color: { argb: 'FF595959' } }), alignment: MIDDLE },
  heading: {
    font: font(10, { bold: true }),
    alignment: { ...MIDDLE, horizontal: 'center' },
    border: BORDER,
    fill: fill('FFE7ECF3'),
  },
  group: { font: font(10, { bold: true }), alignment: MIDDLE, border: BORDER, fill: fill('FFF5F7FA') },
  label: { font: font(10), alignment: MIDDLE, border: BORDER },
  unit: { font: font(10), alignment: { ...MIDDLE, horizontal: 'center' }, border: BORDER },
  input: {
    font: font(11),
    alignment: { ...MIDDLE, horizontal: 'center' },
    border: BORDER,
    fill: fill('FFFFFBE6'),
    protection: { locked: false },
  },
  carried: {
    font: font(11),
    alignment: { ...MIDDLE, horizontal: 'center' },
    border: BORDER,
    fill: fill('FFDDEBF7'),
    protection: { locked: false },
  },
  total: {
    font: font(11, { bold: true }),
    alignment: { ...MIDDLE, horizontal: 'center' },
    border: BORDER,
    fill: fill('FFEDEDED'),
  },
  answer: {
    font: font(11),
    alignment: MIDDLE,
    border: BORDER,
    fill: fill('FFFFFBE6'),
    protection: { locked: false },
    numFmt: '@',
  },
  prose: {
    font: { name: '仿宋', family: 3, size: 12 },
    alignment: { vertical: 'top', wrapText: true },
    border: BORDER,
    fill: fill('FFFFFBE6'),
    protection: { locked: false },
  },
  past: {
    font: font(10, { color: { argb: 'FF7F7F7F' } }),
    alignment: { ...MIDDLE, horizontal: 'center' },
    border: BORDER,
  },
  pastText: {
    font: font(10, { color: { argb: 'FF595959' } }),
    alignment: { vertical: 'top', wrapText: true },
    border: BORDER,
  },
} satisfies Readonly<Record<string, Partial<Style>>>;

export type Look = keyof typeof STYLES;

/** The first cell of an area, merged, with borders all round. */
export const draw = (sheet: Sheet, { top, left, bottom, right }: Area, look: Look): Cell => {
  const cell = sheet.getCell(top, left);
  // Cells take the style of the first when they are merged, and not later.
  cell.style = STYLES[look];
  if (top !== bottom || left !== right) sheet.mergeCells(top, left, bottom, right);
  return cell;
};

export const at = (row: number, left: number, right = left): Area => ({ top: row, left, bottom: row, right });

/** A4, fitted to the width of a page; locked without a password, so that anybody can lift it. */
export const finishSheet = async (sheet: Sheet, orientation: 'portrait' | 'landscape', headings = 0): Promise<void> => {
  sheet.pageSetup = {
    paperSize: 9,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    ...(headings > 0 ? { printTitlesRow: `1:${headings}` } : {}),
  };
  sheet.headerFooter.oddFooter = '第 &P 页，共 &N 页';
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
  });
};

/** How tall a row must be for a text in so many characters' width, in points. */
export const heightFor = (text: string, width: number, line = 15): number => {
  const lines = text.split('\n').map(part => Math.max(1, Math.ceil((part.length * 2) / width)));
  return Math.max(20, lines.reduce((sum, count) => sum + count, 0) * line + 5);
};
