// 收件回执.xlsx: to each unit that sent something, what was received, what of it counts, and why the rest does not.
import { periodName } from '../period.ts';
import type { Format } from './format.ts';
import { lineCount } from './line-count.ts';
import { type Receipt, receiptsOf, receiptText } from './receipts/receipt.ts';
import { type Book, bookBytes, newBook, type Style } from './workbook/book.ts';
import { textValue } from './workbook/text-value.ts';

export const receipts = {
  id: 'receipts',
  render: async edition => {
    const all = receiptsOf(edition).map(receipt => ({ ...receipt, said: receiptText(edition, receipt) }));
    if (all.length === 0) return [];
    const book = await newBook(`${periodName(edition.plan.period)}收件回执`, edition.at);
    addOverview(book, all);
    addSlips(book, all);
    return [{ path: '收件回执.xlsx', bytes: await bookBytes(book) }];
  },
} satisfies Format;

/** `said`: its text. */
type Slip = Receipt & { readonly said: string };

const COLUMNS = [
  ['单位', 24],
  ['收到文件', 9],
  ['计入的文件', 34],
  ['未计入的文件及原因', 46],
  ['计入数据（项）', 10],
  ['须更正', 8],
  ['请核实', 8],
  ['回执文字（可复制发给单位）', 70],
] as const;

const BOX: Partial<Style> = {
  alignment: { vertical: 'top', wrapText: true },
  border: { top: { style: 'thin' }, left: { style: 'thin' }, bottom: { style: 'thin' }, right: { style: 'thin' } },
};

const NUMBER: Partial<Style> = { ...BOX, alignment: { vertical: 'top', horizontal: 'center' } };

// One row a unit, for the clerk.
const addOverview = (book: Book, all: readonly Slip[]): void => {
  const sheet = book.addWorksheet('一览', {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 1, showGridLines: false }],
    pageSetup: {
      orientation: 'landscape',
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
  });
  sheet.columns = COLUMNS.map(([, width]) => ({ width }));
  sheet.addRow(COLUMNS.map(([name]) => name)).eachCell(cell => {
    cell.style = {
      ...BOX,
      font: { bold: true },
      alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
    };
  });
  sheet.getRow(1).height = 34;
  for (const { unit, counted, aside, figures, fatal, query, said } of all) {
    const texts = [
      textValue(unit),
      counted.length + aside.length,
      textValue(counted.map(({ path }) => path).join('\n')),
      textValue(aside.map(({ path, reason }) => `${path}：${reason}`).join('\n')),
      figures,
      fatal,
      query,
      textValue(said),
    ];
    const row = sheet.addRow(texts);
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      cell.style = typeof texts[column - 1] === 'number' ? NUMBER : BOX;
    });
    row.height = heightOf(texts.map((text, column) => lineCount(String(text), COLUMNS[column]?.[1] ?? 10)));
  }
};

const heightOf = (lines: readonly number[]): number => Math.min(400, 15 * Math.max(1, ...lines) + 4);

// One slip a unit, to be printed and cut.
const addSlips = (book: Book, all: readonly Slip[]): void => {
  const sheet = book.addWorksheet('回执单', {
    views: [{ showGridLines: false }],
    pageSetup: { paperSize: 9 },
  });
  sheet.columns = [{ width: WIDTH }];
  let used = 0;
  for (const { unit, said } of all) {
    const height = heightOf([lineCount(said, WIDTH)]) + 8;
    used += height + HEAD + CUT;
    // A slip is not torn over two pages.
    if (used > PAGE) {
      sheet.lastRow?.addPageBreak();
      used = height + HEAD + CUT;
    }
    const head = sheet.addRow([textValue(`收件回执　${unit}`)]);
    head.font = SLIP.head.font;
    head.getCell(1).style = SLIP.head;
    head.height = HEAD;
    const body = sheet.addRow([textValue(said)]);
    body.getCell(1).style = SLIP.body;
    body.height = height;
    const cut = sheet.addRow(['']);
    cut.height = CUT;
    cut.getCell(1).style = SLIP.cut;
  }
};

// One object for all cells that look alike, which exceljs writes out once.
const SLIP = {
  head: { font: { bold: true, size: 13 } },
  body: { alignment: { vertical: 'top', wrapText: true } },
  cut: { border: { bottom: { style: 'dashed' } } },
} as const;

// Points; the width in characters.
const [PAGE, HEAD, CUT, WIDTH] = [690, 26, 12, 86];
