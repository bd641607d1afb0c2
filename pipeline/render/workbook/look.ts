// How the cells of our workbooks look, so that they are alike and survive a black-and-white printer.
import { onSheet } from '../../address.ts';
import type { Alignment, Borders, Cell, Fill, Font, Sheet, Style } from './book.ts';
import { textValue } from './text-value.ts';

export const FONT = '宋体';
const line = { style: 'thin', color: { argb: 'FF808080' } } as const;
const GRID: Partial<Borders> = { top: line, left: line, bottom: line, right: line };

export type Shade = 'head' | 'label' | 'plain' | 'sum' | 'wrong' | 'absent' | 'grave' | 'asked';

const fill = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const SHADES: Readonly<Record<Shade, Fill | null>> = {
  head: fill('FFDCE6F1'),
  label: fill('FFF5F7FA'),
  plain: null,
  sum: fill('FFEFF5E8'),
  wrong: fill('FFF8CBAD'),
  absent: { type: 'pattern', pattern: 'lightUp', fgColor: { argb: 'FFA6A6A6' } },
  grave: fill('FFF4B6B6'),
  asked: fill('FFFFF2CC'),
};

export interface Dress {
  readonly shade?: Shade;
  readonly font?: Partial<Font>;
  readonly align?: Partial<Alignment>;
  readonly format?: string;
}

/** Bordered, wrapped and in the middle, unless `align` says otherwise. */
export const dress = (cell: Cell, look: Dress): void => {
  cell.style = styleOf(look);
};

/** With another number format than it was dressed in. */
export const reformat = (cell: Cell, format: string): void => {
  cell.style = { ...cell.style, numFmt: format };
};

// One object for all cells that look alike: exceljs writes each object out in full before it sees that two say the same. It is
// frozen, since a cell that changed it would change the others.
const styleOf = (look: Dress): Partial<Style> => {
  const key = JSON.stringify(look);
  const style = known.get(key) ?? Object.freeze(madeStyle(look));
  known.set(key, style);
  return style;
};

const known = new Map<string, Partial<Style>>();

const madeStyle = ({ shade = 'plain', font = {}, align = {}, format }: Dress): Partial<Style> => {
  const pattern = SHADES[shade];
  return {
    font: { name: FONT, size: 10, ...font },
    alignment: { vertical: 'middle', wrapText: true, ...align },
    border: GRID,
    ...(pattern === null ? {} : { fill: pattern }),
    ...(format === undefined ? {} : { numFmt: format }),
  };
};

/** The heads of a list's columns. */
export const headRow = (sheet: Sheet, row: number, names: readonly string[]): void => {
  for (const [index, name] of names.entries()) {
    const cell = sheet.getCell(row, index + 1);
    cell.value = textValue(name);
    dress(cell, { shade: 'head', font: { bold: true }, align: { horizontal: 'center' } });
  }
};

/** A line of text across the sheet without borders. */
export const banner = (sheet: Sheet, row: number, width: number, text: string, size: number, bold = true): Cell => {
  const cell = sheet.getCell(row, 1);
  if (width > 1) sheet.mergeCells(row, 1, row, width);
  cell.value = text;
  cell.style = {
    font: { name: FONT, size, bold },
    alignment: { horizontal: bold ? 'center' : 'left', vertical: 'middle', wrapText: true },
  };
  return cell;
};

/** A link within the workbook, on a cell of text. */
export const link = (cell: Cell, sheet: string, address: string, text: string): void => {
  cell.value = { text, hyperlink: `#${onSheet(sheet, address)}` };
  cell.style = { ...cell.style, font: { name: FONT, size: 10, underline: true, color: { argb: 'FF1F4E9E' } } };
};
