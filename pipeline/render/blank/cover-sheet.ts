// The cover of a blank: whose it is, for when, who filled it in, and how to.
import type { Plan, Unit } from '../../model.ts';
import { periodName } from '../../period.ts';
import type { Book } from '../workbook/book.ts';
import { textValue } from '../workbook/text-value.ts';
import { BROKEN, CHECK_SHEET } from './check-sheet.ts';
import { at, draw, finishSheet, heightFor } from './look.ts';

export const addCover = async (
  book: Book,
  title: string,
  plan: Plan,
  unit: Unit,
  hasChecks: boolean,
): Promise<void> => {
  const sheet = book.addWorksheet('封面');
  sheet.columns = [{ width: 18 }, { width: 66 }];
  draw(sheet, at(1, 1, 2), 'title').value = textValue(`${periodName(plan.period)}政府信息公开年报数据填报表`);
  sheet.getRow(1).height = 44;
  const form = draw(sheet, at(2, 1, 2), 'note');
  form.value = textValue(title);
  sheet.getRow(2).height = heightFor(title, 84);
  const due = plan.due === null ? '' : `请于 ${plan.due} 前报送。`;
  const lines = [
    ['填报单位', unit.name, 'label'],
    // A year alone would look like a figure.
    ['所属期', `${periodName(plan.period)}（本报告期）`, 'label'],
    ['统计口径', plan.scope === 'own' ? '本机关' : '汇总（含所属单位）', 'label'],
    ['填报人', null, 'answer'],
    ['审核人', null, 'answer'],
    ['联系电话', null, 'answer'],
    ['填报日期', null, 'answer'],
    ['零报告', null, 'answer'],
  ] as const;
  lines.forEach(([name, value, look], index) => {
    const row = index + 4;
    sheet.getRow(row).height = 24;
    draw(sheet, at(row, 1), 'heading').value = name;
    draw(sheet, at(row, 2), look).value = value === null ? null : textValue(value);
    if (name === '零报告') sheet.getCell(row, 2).dataValidation = ZERO_REPORT;
  });
  if (hasChecks) {
    draw(sheet, at(12, 1), 'heading').value = '自查结果';
    const count = `COUNTIF('${CHECK_SHEET}'!G:G,"${BROKEN}")`;
    const result = `IF(${count}=0,"未发现不符",${count}&" 处不符，请看“${CHECK_SHEET}”表")`;
    draw(sheet, at(12, 2), 'label').value = { formula: result, result: '未发现不符' };
    sheet.getRow(12).height = 24;
    sheet.addConditionalFormatting({
      ref: 'B12',
      rules: [{ type: 'expression', priority: 1, formulae: ['ISNUMBER(SEARCH("处不符",$B$12))'], style: RED }],
    });
  }
  const notes = [...NOTES, ...(due === '' ? [] : [due])];
  draw(sheet, at(14, 1, 2), 'plain').value = '填写说明';
  notes.forEach((text, index) => {
    draw(sheet, at(15 + index, 1, 2), 'note').value = textValue(`${index + 1}. ${text}`);
    sheet.getRow(15 + index).height = heightFor(text, 84);
  });
  await finishSheet(sheet, 'portrait');
};

const RED = { font: { color: { argb: 'FFC00000' }, bold: true } } as const;

const ZERO_REPORT = {
  type: 'list' as const,
  allowBlank: true,
  formulae: ['"是,否"'],
  showInputMessage: true,
  promptTitle: '零报告',
  prompt: '本期各表均无数据的，选“是”，各表留空即可；有任何数据的，选“否”或不选。',
  showErrorMessage: true,
  errorStyle: 'stop' as const,
  errorTitle: '请从列表中选择',
  error: '请选“是”或“否”。',
};

const NOTES = [
  '只填浅黄色的格子；灰色的总计自动相加，不用填。没有的填 0，不要留空。',
  '浅蓝色的格子已按上年报表的“结转下年”填好，可以修改；修改的请说明原因。',
  '各表均无数据的，在上面“零报告”一栏选“是”，其余留空。',
  '填完请看“自查”表：标红的“不符”请先核对改正，再报送。',
  '点选格子可看到填报提示和上年数。工作表已保护但没有密码，确需修改版式的，可在“审阅”中撤消保护。',
  '填完直接保存报送，文件名可以随意修改。',
];
