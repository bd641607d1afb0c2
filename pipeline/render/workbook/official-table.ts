// A form's table drawn on a sheet as it is officially printed, merged headings and all; who calls it fills the figures.
import type { Figure } from '../report/figure.ts';
import type { HeadLine } from '../report/head-lines.ts';
import type { TableLayout } from '../report/table-layout.ts';
import type { Cell, Sheet } from './book.ts';
import { type Dress, dress } from './look.ts';
import { textValue } from './text-value.ts';

/** Puts a figure, or the place for it, into its cell. The cell is dressed before. */
export type FillFigure = (cell: Cell, figure: Figure) => void;

export interface Drawn {
  /** The row below. Rows and columns count from 1. */
  readonly next: number;
  readonly width: number;
}

/** Draws the table without its title, from column 1 on, and sets the widths of its columns. */
export const drawOfficialTable = (sheet: Sheet, top: number, layout: TableLayout, fill: FillFigure): Drawn => {
  if ('labelWidth' in layout) return drawGrid(pen(sheet, fill), top, layout);
  return 'blocks' in layout ? drawBlocks(pen(sheet, fill), top, layout) : drawList(pen(sheet, fill), top, layout);
};

type Pen = ReturnType<typeof pen>;

const pen = (sheet: Sheet, fill: FillFigure) => {
  const area = (row: number, column: number, rows: number, columns: number, look: Dress): Cell => {
    for (let r = row; r < row + rows; r += 1)
      for (let c = column; c < column + columns; c += 1) dress(sheet.getCell(r, c), look);
    if (rows > 1 || columns > 1) sheet.mergeCells(row, column, row + rows - 1, column + columns - 1);
    return sheet.getCell(row, column);
  };
  return {
    sheet,
    text: (row: number, column: number, rows: number, columns: number, text: string, look: Dress): void => {
      area(row, column, rows, columns, look).value = textValue(text);
    },
    figure: (row: number, column: number, columns: number, figure: Figure): void => {
      fill(area(row, column, 1, columns, FIGURE), figure);
    },
    widths: (all: readonly number[]): void => {
      for (const [index, width] of all.entries()) sheet.getColumn(index + 1).width = width;
    },
  };
};

const HEAD: Dress = { shade: 'head', font: { bold: true }, align: { horizontal: 'center' } };
const LABEL: Dress = { shade: 'label' };
const FIGURE: Dress = { align: { horizontal: 'center' } };
const IDENTITY = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

// Where the cells of a header stand, those that reach down from the line above left out.
const drawHead = ({ text }: Pen, top: number, left: number, width: number, head: readonly HeadLine[]): void => {
  const taken = head.map(() => new Set<number>());
  for (const [line, { cells }] of head.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (taken[line]?.has(column) && column < width) column += 1;
      text(top + line, left + column, cell.rowspan, cell.colspan, cell.text, HEAD);
      for (let r = line; r < line + cell.rowspan; r += 1)
        for (let c = column; c < column + cell.colspan; c += 1) taken[r]?.add(c);
      column += cell.colspan;
    }
  }
};

const drawGrid = (on: Pen, top: number, layout: Extract<TableLayout, { labelWidth: number }>): Drawn => {
  const { head, body, labelWidth } = layout;
  const count = body[0]?.figures.length ?? 0;
  on.widths([
    ...Array.from({ length: labelWidth }, (_, i) => (i === labelWidth - 1 ? 40 : 14)),
    ...Array(count).fill(11),
  ]);
  on.text(top, 1, head.length, labelWidth, labelWidth > 1 ? IDENTITY : '指标', HEAD);
  drawHead(on, top, labelWidth + 1, count, head);
  let row = top + head.length;
  for (const { labels, figures } of body) {
    // A line begins its labels at the right, where those it shares with the line above are left out.
    let column = labelWidth + 1 - labels.reduce((sum, { colspan }) => sum + colspan, 0);
    for (const { text, rowspan, colspan } of labels) {
      on.text(row, column, rowspan, colspan, text, LABEL);
      column += colspan;
    }
    for (const [index, figure] of figures.entries()) on.figure(row, labelWidth + 1 + index, 1, figure);
    on.sheet.getRow(row).height = (labels.at(-1)?.text.length ?? 0) > 22 ? 28 : 18;
    row += 1;
  }
  return { next: row, width: labelWidth + count };
};

const drawBlocks = (on: Pen, top: number, layout: Extract<TableLayout, { blocks: unknown }>): Drawn => {
  // 表四 prints neither headings of blocks nor labels.
  const hasLabels = layout.blocks.some(({ lines }) => lines.some(({ label }) => label !== ''));
  const [indent, width] = hasLabels ? [1, layout.width] : [0, layout.width - 1];
  on.widths(Array.from({ length: width }, (_, i) => (hasLabels ? (i === 0 ? 28 : 22) : 9)));
  let row = top;
  for (const { heading, head, lines } of layout.blocks) {
    if (heading !== '') {
      on.text(row, 1, 1, width, heading, HEAD);
      row += 1;
    }
    if (hasLabels) on.text(row, 1, head.length, 1, '信息内容', HEAD);
    drawHead(on, row, 1 + indent, width - indent, head);
    row += head.length;
    for (const { label, figures } of lines) {
      if (hasLabels) on.text(row, 1, 1, 1, label, LABEL);
      let column = 1 + indent;
      for (const { figure, colspan } of figures) {
        on.figure(row, column, colspan, figure);
        column += colspan;
      }
      on.sheet.getRow(row).height = 22;
      row += 1;
    }
  }
  return { next: row, width };
};

const drawList = (on: Pen, top: number, layout: Extract<TableLayout, { lines: unknown }>): Drawn => {
  on.widths([58, 10, 20]);
  for (const [index, text] of ['统计指标', '单位', '统计数'].entries()) on.text(top, index + 1, 1, 1, text, HEAD);
  let row = top + 1;
  for (const { text, level, isHeading, unit, figures } of layout.lines) {
    const align = { indent: level * 2 };
    if (isHeading) on.text(row, 1, 1, 3, text, { ...LABEL, font: { bold: true }, align });
    else {
      on.text(row, 1, 1, 1, text, { ...LABEL, align });
      on.text(row, 2, 1, 1, unit, { align: { horizontal: 'center' } });
      for (const figure of figures) on.figure(row, 3, 1, figure);
    }
    row += 1;
  }
  return { next: row, width: 3 };
};
