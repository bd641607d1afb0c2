// 审核清单.xlsx: every finding a line, to be answered in the list itself, which is dropped back into the input.
import type { Edition } from '../model.ts';
import { periodName } from '../period.ts';
import { drawCounts } from './checklist/counts-sheet.ts';
import { drawFindings } from './checklist/findings-sheet.ts';
import type { Format } from './format.ts';
import { toldFindings } from './told/finding.ts';
import { bookBytes, newBook } from './workbook/book.ts';

export const checklistWorkbook: Format = {
  id: 'checklist-workbook',
  render: async (edition: Edition) => {
    const title = `${edition.plan.organ ?? ''}${periodName(edition.plan.period)}审核清单`;
    const book = await newBook(title, edition.at);
    const told = toldFindings(edition);
    drawFindings(book, edition, told, title);
    drawCounts(book, edition, told);
    return [{ path: '审核清单.xlsx', bytes: await bookBytes(book) }];
  },
};
