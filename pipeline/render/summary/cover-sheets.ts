// 说明 and 未报单位: what the workbook is, how to read it, and whose figures it is without.
import { missingUnits } from '../../filing.ts';
import type { Edition } from '../../model.ts';
import { periodName } from '../../period.ts';
import type { Book, Sheet } from '../workbook/book.ts';
import { banner, dress, headRow, link } from '../workbook/look.ts';
import { setPage } from '../workbook/page.ts';
import { textValue } from '../workbook/text-value.ts';

const LEGEND = [
  ['1,204', '数字照单位所填计入合计'],
  ['13,000余、约300', '约数：按所写数字计入，合计也标为约数'],
  ['无', '单位写明没有（无、零报告、/、—），按 0 计入'],
  ['不适用', '单位写明不适用，按 0 计入'],
  ['空', '单位没有填，按 0 计入'],
  ['12*（斜体）', '单位没有填这个总计，按其分项之和推算后计入'],
  ['未分列', '有总计而没有填分项，分项各是多少不知道，不计入'],
  ['缺行', '报表里没有这一行，不计入'],
  ['红底的原文', '读不准的内容，照原样列出，不计入；请单位改正'],
  ['未报', '单位没有可以计入的报表；收到后可在此格补填，合计会自动更新'],
] as const;

export const drawCover = (book: Book, edition: Edition): Sheet => {
  const { plan, form, returns, at } = edition;
  const sheet = book.addWorksheet('说明');
  sheet.getColumn(1).width = 24;
  sheet.getColumn(2).width = 76;
  banner(sheet, 1, 2, '', 16).value = textValue(`${plan.organ ?? ''}${periodName(plan.period)}汇总表`);
  sheet.getRow(1).height = 36;
  const missing = plan.units.length - returns.length;
  const facts = [
    ['表式', form.title],
    ['汇总单位', plan.organ ?? '（未写明）'],
    ['统计口径', plan.scope === 'own' ? '各单位本机关数之和' : '各单位汇总数（含所属）之和'],
    ['应报、已报、未报', `应报 ${plan.units.length} 个，计入 ${returns.length} 个，未计入 ${missing} 个`],
    ['生成时间', at.slice(0, 10)],
    [
      '怎样看',
      '各表的数字都是公式，由“各单位明细”加出；点数字到明细，点明细里的数字到“来源”，看它出自哪个文件的哪一格。',
    ],
  ] as const;
  let row = drawPairs(sheet, 3, facts);
  banner(sheet, row + 1, 2, '明细里的写法', 12);
  row = drawPairs(sheet, row + 2, LEGEND);
  return sheet;
};

/** Links to the other sheets, once all are there. */
export const drawContents = (book: Book, sheet: Sheet, { plan }: Edition): void => {
  let row = sheet.rowCount + 2;
  banner(sheet, row, 2, '工作表', 12);
  for (const { name } of book.worksheets.filter(other => other !== sheet)) {
    row += 1;
    link(sheet.getCell(row, 1), name, 'A1', name);
  }
  setPage(sheet, { orientation: 'portrait', width: 2, height: row, footer: periodName(plan.period), fitHeight: true });
};

const drawPairs = (sheet: Sheet, top: number, pairs: readonly (readonly [string, string])[]): number => {
  for (const [index, [name, text]] of pairs.entries()) {
    const [left, right] = [sheet.getCell(top + index, 1), sheet.getCell(top + index, 2)];
    left.value = textValue(name);
    right.value = textValue(text);
    dress(left, { shade: 'label', font: { bold: true } });
    dress(right, {});
    sheet.getRow(top + index).height = text.length > 40 ? 32 : 20;
  }
  return top + pairs.length;
};

export const drawMissing = (book: Book, edition: Edition): void => {
  const { plan, judgements } = edition;
  const missing = missingUnits(edition);
  const sheet = book.addWorksheet('未报单位');
  const heads = ['序号', '单位', '分组', '联系人', '收到的文件和未计入的原因'];
  banner(sheet, 1, heads.length, missing.length === 0 ? '应报单位都已报送' : `未报单位（${missing.length} 个）`, 14);
  const lines = missing.map(({ code, name, group, contact }, nth) => {
    const files = judgements.filter(({ unit, status }) => unit === code && status !== 'ignored');
    const why = files.map(({ delivery, reason }) => `${delivery.path}：${reason}`).join('\n');
    return [String(nth + 1), name, group, contact, why === '' ? '没有收到文件' : why];
  });
  headRow(sheet, 3, heads);
  for (const [nth, line] of lines.entries())
    for (const [index, text] of line.entries()) {
      const cell = sheet.getCell(4 + nth, index + 1);
      cell.value = textValue(text);
      dress(cell, {});
    }
  for (const [index, width] of [7, 32, 14, 24, 60].entries()) sheet.getColumn(index + 1).width = width;
  setPage(sheet, { width: heads.length, height: 3 + lines.length, headRows: 3, footer: periodName(plan.period) });
};
