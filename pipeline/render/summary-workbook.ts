// 汇总表.xlsx: the official tables as live sums over every figure of every unit, and where each of these came from.
import { periodName } from '../period.ts';
import type { Format } from './format.ts';
import { drawContents, drawCover, drawMissing } from './summary/cover-sheets.ts';
import { drawDetail } from './summary/detail-sheets.ts';
import { drawComparison, drawGroups } from './summary/group-sheets.ts';
import { DETAIL, matrixOf, SOURCES } from './summary/matrix.ts';
import { drawOfficial } from './summary/official-sheets.ts';
import { bookBytes, newBook } from './workbook/book.ts';

export const summaryWorkbook: Format = {
  id: 'summary-workbook',
  render: async edition => {
    const book = await newBook(`${edition.plan.organ ?? ''}${periodName(edition.plan.period)}汇总表`, edition.at);
    const matrix = matrixOf(edition);
    const cover = drawCover(book, edition);
    const taken = new Set(['说明', '分组合计', '与上年比较', '未报单位', DETAIL, SOURCES]);
    const links = new Map(drawOfficial(book, edition, matrix, taken));
    drawGroups(book, edition, matrix);
    drawComparison(book, edition, matrix);
    drawMissing(book, edition);
    const { bulks, links: ofDetail } = drawDetail(book, edition, matrix);
    drawContents(book, cover, edition);
    links.set(...ofDetail);
    return [{ path: '汇总表.xlsx', bytes: await bookBytes(book, { bulks, links }) }];
  },
};
