// 上报/<organ>.xlsx: the sums as a filled return of the same form, for the level above to run over.
import type { Edition } from '../model.ts';
import { periodName } from '../period.ts';
import { fileName } from './file-name.ts';
import type { Format } from './format.ts';
import type { Figure } from './report/figure.ts';
import { figureAt, figuresOf } from './report/report-figures.ts';
import { layOutTable } from './report/table-layout.ts';
import { returnText } from './upward/return-text.ts';
import { type Book, bookBytes, type Cell, newBook } from './workbook/book.ts';
import { banner, dress, reformat } from './workbook/look.ts';
import { amountFormat } from './workbook/number-format.ts';
import { drawOfficialTable } from './workbook/official-table.ts';
import { setPage } from './workbook/page.ts';
import { sheetName } from './workbook/sheet-name.ts';
import { textValue } from './workbook/text-value.ts';

export const upwardWorkbook: Format = {
  id: 'upward-workbook',
  render: async edition => {
    const organ = organOf(edition);
    const book = await newBook(`${organ}${periodName(edition.plan.period)}上报表`, edition.at);
    drawCover(book, edition, organ);
    drawTables(book, edition);
    if (edition.form.texts.length > 0) drawTexts(book, edition);
    return [{ path: `上报/${fileName(organ)}.xlsx`, bytes: await bookBytes(book) }];
  },
};

// Without an organ in the plan nobody can say who reports.
const organOf = ({ plan }: Edition): string => plan.organ?.trim() || '汇总单位';

const drawCover = (book: Book, { plan, form, at }: Edition, organ: string): void => {
  const sheet = book.addWorksheet('封面');
  banner(sheet, 1, 2, form.title, 16);
  sheet.getRow(1).height = 44;
  const lines = [
    ['填报单位', organ],
    ['年度', periodName(plan.period)],
    ['统计口径', '汇总（含所属各单位）'],
    ['填报日期', at.slice(0, 10)],
  ] as const;
  for (const [index, [label, answer]] of lines.entries()) {
    const row = sheet.getRow(index + 3);
    row.height = 26;
    row.getCell(1).value = label;
    row.getCell(2).value = textValue(answer);
    dress(row.getCell(1), { shade: 'label', font: { bold: true, size: 12 } });
    dress(row.getCell(2), { font: { size: 12 } });
  }
  sheet.getColumn(1).width = 18;
  sheet.getColumn(2).width = 60;
  setPage(sheet, { orientation: 'portrait', width: 2, height: 6, footer: organ });
};

const drawTables = (book: Book, edition: Edition): void => {
  const figures = figuresOf(edition);
  const names = new Set(['封面', '文字部分']);
  for (const table of edition.form.tables) {
    const layout = layOutTable(table, (row, column) => figureAt(figures, { table: table.id, row: row.id, column }));
    const sheet = book.addWorksheet(sheetName(table.title.text, names));
    const { next, width } = drawOfficialTable(sheet, 3, layout, putFigure);
    banner(sheet, 1, width, table.title.text, 14);
    sheet.getRow(1).height = 30;
    setPage(sheet, { width, height: next - 1, footer: periodName(edition.plan.period), fitHeight: next < 50 });
  }
};

// Approximate sums are words; what no unit stated stays empty.
const putFigure = (cell: Cell, { value, approximate }: Figure): void => {
  if (value === null) return;
  if (approximate !== null) cell.value = textValue(returnText(value, approximate));
  else if (isExact(value)) {
    cell.value = Number(value);
    reformat(cell, amountFormat(value, null).replace('#,##0', '0'));
  } else cell.value = value;
};

// A spreadsheet keeps 15 digits; a longer number is written as text, which is read as the same.
const isExact = (value: string): boolean => value.replace(/\D/gu, '').replace(/^0+/u, '').length <= 15;

const drawTexts = (book: Book, { form, plan }: Edition): void => {
  const sheet = book.addWorksheet('文字部分');
  banner(sheet, 1, 2, '文字部分【待补】：请在右栏填写', 14);
  for (const [index, { label }] of form.texts.entries()) {
    const row = sheet.getRow(index + 3);
    row.height = 90;
    row.getCell(1).value = textValue(label.text);
    dress(row.getCell(1), { shade: 'label', font: { bold: true } });
    dress(row.getCell(2), { align: { vertical: 'top' } });
  }
  sheet.getColumn(1).width = 30;
  sheet.getColumn(2).width = 90;
  setPage(sheet, { width: 2, height: form.texts.length + 2, footer: periodName(plan.period) });
};
