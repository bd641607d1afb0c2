// The official tables, filled by formulas that point to 各单位明细.
import type { Edition } from '../../model.ts';
import { periodName } from '../../period.ts';
import { figureAt, figuresOf } from '../report/report-figures.ts';
import { layOutTable } from '../report/table-layout.ts';
import type { Book } from '../workbook/book.ts';
import type { Link } from '../workbook/links.ts';
import { banner, dress } from '../workbook/look.ts';
import { amountFormat } from '../workbook/number-format.ts';
import { drawOfficialTable } from '../workbook/official-table.ts';
import { setPage } from '../workbook/page.ts';
import { sheetName } from '../workbook/sheet-name.ts';
import { textValue } from '../workbook/text-value.ts';
import { inDetail, type Matrix, sumCell } from './matrix.ts';

export const drawOfficial = (
  book: Book,
  edition: Edition,
  matrix: Matrix,
  taken: Set<string>,
): ReadonlyMap<number, readonly Link[]> => {
  const figures = figuresOf(edition);
  const unfiled = edition.plan.units.length - edition.returns.length;
  const links = new Map<number, readonly Link[]>();
  for (const table of edition.form.tables) {
    const sheet = book.addWorksheet(sheetName(table.title.text, taken));
    const ofSheet: Link[] = [];
    const layout = layOutTable(table, (row, column) => figureAt(figures, { table: table.id, row: row.id, column }));
    const { next, width } = drawOfficialTable(sheet, 3, layout, (cell, figure) => {
      const target = inDetail(sumCell(matrix.rowOf.get(figure.item) ?? 1));
      cell.value = { formula: target, result: figure.value === null ? '' : Number(figure.value) };
      const format = amountFormat(figure.value ?? '0', figure.approximate);
      dress(cell, { format, align: { horizontal: 'center' }, shade: figure.missing > unfiled ? 'asked' : 'plain' });
      ofSheet.push({ cell: cell.address, location: target });
    });
    banner(sheet, 1, width, '', 14).value = textValue(table.title.text);
    sheet.getRow(1).height = 28;
    const organ = `${edition.plan.organ ?? ''}　${periodName(edition.plan.period)}`;
    banner(sheet, 2, width, '', 10, false).value = textValue(organ);
    const note = `应报 ${edition.plan.units.length} 个单位，计入 ${edition.returns.length} 个。点数字看各单位明细；黄底的数字，有已报单位的该项没有计入。`;
    banner(sheet, next, width, note, 9, false);
    sheet.getRow(next).height = 26;
    links.set(sheet.id, ofSheet);
    setPage(sheet, { width, height: next, footer: periodName(edition.plan.period), fitHeight: next < 45 });
  }
  return links;
};
