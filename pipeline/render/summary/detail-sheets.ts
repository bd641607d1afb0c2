// 各单位明细 and 来源: every figure of every unit with the formulas that sum them, and at the same address where it came from.
import { a1, onSheet } from '../../address.ts';
import { sharesOf } from '../../complete.ts';
import { type Item, itemIndex, itemName } from '../../items.ts';
import type { Edition, Observation, Return, Total } from '../../model.ts';
import { observer } from '../../observed.ts';
import { periodName } from '../../period.ts';
import type { Book, Sheet } from '../workbook/book.ts';
import { type Bulk, bulkIn } from '../workbook/bulk.ts';
import { type Link, MOST_LINKS } from '../workbook/links.ts';
import { banner, type Dress, dress } from '../workbook/look.ts';
import { amountFormat } from '../workbook/number-format.ts';
import { setPage } from '../workbook/page.ts';
import { textValue } from '../workbook/text-value.ts';
import { figureCell, UNFILED } from './figure-cell.ts';
import { DETAIL, HEAD_ROWS, LEADING, labelsOf, type Matrix, rangeOf, SOURCES } from './matrix.ts';
import { sumFormula } from './sum-formula.ts';

export interface Drawn {
  readonly bulks: readonly Bulk[];
  /** The number of the sheet 各单位明细, and the links from its figures to 来源. */
  readonly links: readonly [sheet: number, readonly Link[]];
}

export const drawDetail = (book: Book, edition: Edition, matrix: Matrix): Drawn => {
  const detail = frame(
    book,
    DETAIL,
    edition,
    matrix,
    '数字计入合计，文字（未报、未分列、缺行、无法识别的原文）不计入。点数字看来源。',
  );
  const sources = frame(
    book,
    SOURCES,
    edition,
    matrix,
    '与“各单位明细”同一位置的数字，出自哪个工作表的哪一格；引号内是原文。第 3 行是文件。',
  );
  drawSums(detail, edition, matrix);
  const [observed, shared] = [observer(edition.form), sharesOf(edition.form)];
  const index = itemIndex(edition.form);
  const rows = [...matrix.rowOf].map(([name, row]) => ({ row, place: index.get(name)?.place ?? -1 }));
  const returns = new Map(edition.returns.map(ret => [ret.unit, ret] as const));
  const [figures, origins] = [detail, sources].map(sheet => bulkIn(sheet, matrix.height, matrix.width)) as [Bulk, Bulk];
  const links: Link[] = [];
  const inSources = onSheet(SOURCES, '');
  for (const { unit, column } of matrix.groups.flatMap(({ units }) => units)) {
    const ret = returns.get(unit.code);
    const observations = ret === undefined ? [] : observed(ret);
    const shares = ret === undefined ? [] : shared(ret);
    const file = sources.getCell(HEAD_ROWS - 1, column);
    file.value = textValue(ret?.delivery.path ?? '未报');
    for (const { row, place } of rows) {
      const observation = observations[place];
      const { value, look } = ret === undefined ? UNFILED : figureCell(observation?.value, shares[place] ?? null);
      figures.put(row, column, value, look);
      if (observation === undefined || ret === undefined) continue;
      origins.put(row, column, sourceText(observation, ret), SOURCE);
      if (links.length === MOST_LINKS) continue;
      const at = a1(row - 1, column - 1);
      links.push({ cell: at, location: inSources + at });
    }
  }
  return { bulks: [figures, origins], links: [detail.id, links] };
};

const SOURCE: Dress = { font: { size: 8 } };
const HEAD: Dress = { shade: 'head', font: { bold: true, size: 9 }, align: { horizontal: 'center' } };

// The file only where it is another than that in the head: a return may have come in several files.
const sourceText = ({ value, ref }: Observation, { delivery }: Return): string => {
  const file = ref.file === delivery.path ? '' : `${ref.file}：`;
  const raw =
    value.kind === 'count' && value.raw.trim() === value.amount ? '' : ` “${[...value.raw].slice(0, 60).join('')}”`;
  return `${file}${ref.sheet}!${ref.cell}${value.kind === 'blank' ? '（空）' : raw}`;
};

const frame = (book: Book, name: string, edition: Edition, matrix: Matrix, how: string): Sheet => {
  const sheet = book.addWorksheet(name);
  const { width, height } = matrix;
  const widths = [44, 14, 6, name === DETAIL ? 13 : 2, name === DETAIL ? 8 : 2];
  for (let column = 1; column <= width; column += 1) sheet.getColumn(column).width = widths[column - 1] ?? 11;
  banner(sheet, 1, Math.min(width, LEADING), `${periodName(edition.plan.period)}${name}`, 14);
  banner(sheet, 2, Math.min(width, LEADING), how, 9, false);
  sheet.getRow(2).height = 30;
  for (const [index, text] of ['指标', '栏目', '单位', '合计', '计入\n单位数'].entries())
    headCell(sheet, index + 1, '', text);
  for (const { name: group, units, sumColumn } of matrix.groups) {
    for (const { unit, column } of units) headCell(sheet, column, group, unit.name);
    if (sumColumn !== null) headCell(sheet, sumColumn, group, `${group}小计`);
  }
  sheet.getRow(HEAD_ROWS).height = 58;
  sheet.getRow(HEAD_ROWS - 1).height = name === SOURCES ? 46 : 18;
  for (const line of matrix.lines) {
    if ('table' in line) {
      sheet.getCell(line.row, 1).value = textValue(line.table.title.text);
      for (let column = 1; column <= LEADING; column += 1)
        dress(sheet.getCell(line.row, column), { shade: 'head', font: { bold: true }, align: { wrapText: false } });
    } else drawLabels(sheet, line.row, line.item);
  }
  setPage(sheet, {
    width,
    height,
    headRows: HEAD_ROWS,
    headColumns: LEADING,
    fitWidth: width <= 22,
    footer: periodName(edition.plan.period),
  });
  return sheet;
};

const headCell = (sheet: Sheet, column: number, above: string, text: string): void => {
  for (const [row, value] of [
    [HEAD_ROWS - 1, above],
    [HEAD_ROWS, text],
  ] as const) {
    const cell = sheet.getCell(row, column);
    cell.value = textValue(value);
    dress(cell, HEAD);
  }
};

const drawLabels = (sheet: Sheet, row: number, item: Item): void => {
  const labels = labelsOf(item);
  for (const [index, text] of labels.entries()) {
    const cell = sheet.getCell(row, index + 1);
    cell.value = textValue(text);
    dress(cell, { shade: 'label', font: { size: 9 }, ...(index > 0 ? { align: { horizontal: 'center' } } : {}) });
  }
  sheet.getRow(row).height = lineHeight(labels[0]);
};

const drawSums = (sheet: Sheet, edition: Edition, matrix: Matrix): void => {
  const totals = new Map(edition.totals.map(total => [`${total.group} ${itemName(total)}`, total] as const));
  for (const line of matrix.lines) {
    if (!('item' in line)) continue;
    const { row, item } = line;
    const ranges = matrix.groups.map(group => rangeOf(group, row)).filter(range => range !== '');
    const put = (column: number, of: readonly string[], total: Total | undefined): void => {
      const cell = sheet.getCell(row, column);
      cell.value = { formula: sumFormula(of, item.row.measure), result: resultOf(total) };
      const format = amountFormat(total?.value ?? '0', total?.approximate ?? null);
      dress(cell, { shade: 'sum', font: { bold: true }, align: { horizontal: 'right' }, format });
    };
    const all = totals.get(`* ${itemName(item.key)}`);
    if (ranges.length > 0) put(4, ranges, all);
    const count = sheet.getCell(row, 5);
    if (ranges.length > 0) count.value = { formula: `COUNT(${ranges.join(',')})`, result: all?.unitsIn.length ?? 0 };
    dress(count, { shade: 'sum', align: { horizontal: 'center' } });
    for (const group of matrix.groups)
      if (group.sumColumn !== null)
        put(group.sumColumn, [rangeOf(group, row)], totals.get(`${group.name} ${itemName(item.key)}`));
  }
};

/** Of a row whose label wraps in its column. */
export const lineHeight = (label: string): number => 13 * Math.min(8, Math.ceil(label.length / 25)) + 3;

/** What the formula gives: nothing where no unit stated it. */
export const resultOf = (total: Total | undefined): number | string =>
  total === undefined || total.unitsIn.length === 0 ? '' : Number(total.value);
