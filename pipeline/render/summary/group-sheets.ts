// 分组合计 and 与上年比较: the sums a line each, by group and against the year before.
import { a1 } from '../../address.ts';
import { compare } from '../../decimal.ts';
import { itemName } from '../../items.ts';
import type { Edition, Total } from '../../model.ts';
import { periodName, yearBefore } from '../../period.ts';
import { sumsTheSame } from '../report/figure.ts';
import { indexTotals } from '../report/totals-index.ts';
import type { Book, CellValue, Sheet } from '../workbook/book.ts';
import { banner, dress, headRow } from '../workbook/look.ts';
import { amountFormat } from '../workbook/number-format.ts';
import { setPage } from '../workbook/page.ts';
import { textValue } from '../workbook/text-value.ts';
import { lineHeight, resultOf } from './detail-sheets.ts';
import { inDetail, labelsOf, type Matrix, sumCell } from './matrix.ts';

export const drawGroups = (book: Book, edition: Edition, matrix: Matrix): void => {
  const groups = matrix.groups.filter(({ sumColumn }) => sumColumn !== null);
  if (groups.length < 1) return;
  const totals = new Map(edition.totals.map(total => [`${total.group} ${itemName(total)}`, total] as const));
  const sheet = listSheet(
    book,
    edition,
    '分组合计',
    ['合计', ...groups.map(({ name, units }) => `${name}\n（${units.length} 个）`)],
    13,
  );
  eachItem(sheet, matrix, (row, name, put) => {
    const of = (group: string, column: number | undefined, at: number): void => {
      const total = totals.get(`${group} ${name}`);
      put(column ?? at, { formula: inDetail(sumCell(row, at)), result: resultOf(total) }, formatOf(total));
    };
    of('*', 4, 4);
    for (const [index, { name: group, sumColumn }] of groups.entries()) of(group, 5 + index, sumColumn ?? 4);
  });
  finish(sheet, edition, matrix, 4 + groups.length);
};

export const drawComparison = (book: Book, edition: Edition, matrix: Matrix): void => {
  const { previous, plan } = edition;
  if (previous === null) return;
  const [now, before] = [indexTotals(edition), indexTotals(previous)];
  const heads = [periodName(plan.period), periodName(yearBefore(plan.period)), '增减', '同比', '备注'];
  const sheet = listSheet(book, edition, '与上年比较', heads, 14);
  sheet.getColumn(8).width = 40;
  eachItem(sheet, matrix, (row, _, put, line) => {
    const [total, last] = [now(line.key), before(line.key)];
    put(4, { formula: inDetail(sumCell(row)), result: resultOf(total ?? undefined) }, formatOf(total));
    put(5, resultOf(last ?? undefined), formatOf(last));
    const remark = remarkOf(total, last);
    put(8, remark, 'General');
    const [a, b] = [a1(row - 1, 3), a1(row - 1, 4)];
    if (remark !== '' || total === null || last === null) {
      put(6, '', 'General');
      put(7, '', 'General');
      return;
    }
    const [x, y] = [Number(total.value), Number(last.value)];
    put(
      6,
      { formula: `ROUND(${a}-${b},8)`, result: Number((x - y).toFixed(8)) },
      '+#,##0.######;-#,##0.######;0'.replaceAll('.######', decimalsOf(total, last)),
    );
    const share = compare(last.value, '0') === 0 ? '' : (x - y) / y;
    put(7, { formula: `IF(${b}=0,"",(${a}-${b})/${b})`, result: share }, '+0.0%;-0.0%;0.0%');
  });
  finish(sheet, edition, matrix, 8);
};

const decimalsOf = (...totals: readonly Total[]): string => {
  const most = Math.max(...totals.map(({ value }) => value.split('.')[1]?.length ?? 0));
  return most === 0 ? '' : `.${'0'.repeat(Math.min(most, 8))}`;
};

const remarkOf = (now: Total | null, before: Total | null): string => {
  if (now === null || now.unitsIn.length === 0) return '本年没有单位填报';
  if (before === null || before.unitsIn.length === 0) return '上年没有这项数字';
  if (sumsTheSame(now, before)) return '';
  return `两年计入的单位不同（本年 ${now.unitsIn.length} 个，上年 ${before.unitsIn.length} 个），不作比较`;
};

const formatOf = (total: Total | null | undefined): string =>
  amountFormat(total?.value ?? '0', total?.approximate ?? null);

const listSheet = (book: Book, { plan }: Edition, name: string, heads: readonly string[], width: number): Sheet => {
  const sheet = book.addWorksheet(name);
  const names = ['指标', '栏目', '单位', ...heads];
  for (const index of names.keys()) sheet.getColumn(index + 1).width = [46, 14, 7][index] ?? width;
  headRow(sheet, HEAD_ROW, names);
  sheet.getRow(HEAD_ROW).height = 32;
  banner(sheet, 1, heads.length + 3, `${periodName(plan.period)}${name}`, 14);
  return sheet;
};

// As in 各单位明细, so that a figure stands in the same row on every list.
const HEAD_ROW = 4;

type Put = (column: number, value: CellValue, format: string) => void;
type ItemLine = Extract<Matrix['lines'][number], { item: unknown }>['item'];

const eachItem = (
  sheet: Sheet,
  matrix: Matrix,
  act: (row: number, name: string, put: Put, item: ItemLine) => void,
): void => {
  for (const line of matrix.lines) {
    const { row } = line;
    const first = sheet.getCell(row, 1);
    if ('table' in line) {
      first.value = textValue(line.table.title.text);
      dress(first, { shade: 'head', font: { bold: true }, align: { wrapText: false } });
      continue;
    }
    const { item } = line;
    const labels = labelsOf(item);
    for (const [index, text] of labels.entries()) {
      sheet.getCell(row, index + 1).value = textValue(text);
      dress(sheet.getCell(row, index + 1), { shade: 'label', font: { size: 9 } });
    }
    sheet.getRow(row).height = lineHeight(labels[0]);
    act(
      row,
      itemName(item.key),
      (column, value, format) => {
        const cell = sheet.getCell(row, column);
        cell.value = value;
        dress(cell, { format, align: { horizontal: format === 'General' ? 'left' : 'right' } });
      },
      item,
    );
  }
};

const finish = (sheet: Sheet, { plan }: Edition, { height }: Matrix, width: number): void =>
  setPage(sheet, { width, height, headRows: HEAD_ROW, footer: periodName(plan.period) });
