// The sheet 审核清单: what is wrong, where and how to answer it, gravest first.
import { isAnswerable } from '../../can-answer.ts';
import type { Edition, Explanation, Finding } from '../../model.ts';
import type { ToldFinding } from '../told/finding.ts';
import type { Book, Cell, Row } from '../workbook/book.ts';
import { banner, type Dress, dress, headRow } from '../workbook/look.ts';
import { setPage } from '../workbook/page.ts';
import { textValue } from '../workbook/text-value.ts';

const COLUMNS = [
  ['序号', 5],
  ['编号', 14],
  ['严重程度', 8],
  ['影响', 11],
  ['单位', 14],
  ['指标', 16],
  ['问题', 42],
  ['位置', 18],
  ['填报数', 10],
  ['应为', 12],
  ['差', 7],
  ['建议', 24],
  ['状态', 7],
  ['原因', 14],
  ['说明', 26],
  ['说明人', 8],
  ['日期', 11],
] as const;
const HEAD_ROW = 3;
const WIDTH = COLUMNS.length;
const ANSWERS = [14, 15, 16, 17] as const;
/** What explains a query where its rule names no reasons of its own. */
const REASONS = [
  '数据属实，确有变化',
  '统计口径调整',
  '机构职能调整',
  '政策或工作部署变化',
  '一次性事项',
  '其他（见说明）',
];
const HOW =
  '强制性：须改正数据后重新报送（灰格不需填写）；核实性：如数据属实，请在黄格选原因、写说明；提示性：供参考。填好后把本文件放回本期的报表文件夹，再运行一次即可。请勿改动“编号”。';

export const drawFindings = (book: Book, edition: Edition, told: readonly ToldFinding[], title: string): void => {
  const sheet = book.addWorksheet('审核清单');
  for (const [index, [, width]] of COLUMNS.entries()) sheet.getColumn(index + 1).width = width;
  banner(sheet, 1, WIDTH, '', 16).value = textValue(title);
  sheet.getRow(1).height = 30;
  banner(sheet, 2, WIDTH, told.length === 0 ? '本期没有发现问题。' : HOW, 10, false);
  sheet.getRow(2).height = 30;
  headRow(
    sheet,
    HEAD_ROW,
    COLUMNS.map(([name]) => name),
  );
  const given = new Map(edition.explanations.map(explanation => [explanation.finding, explanation] as const));
  for (const [index, one] of told.entries()) {
    const row = sheet.getRow(HEAD_ROW + 1 + index);
    drawLine(row, index + 1, one);
    drawAnswer(row, one.finding, given.get(one.finding.id));
  }
  const last = HEAD_ROW + Math.max(1, told.length);
  sheet.autoFilter = { from: { row: HEAD_ROW, column: 1 }, to: { row: last, column: WIDTH } };
  setPage(sheet, { width: WIDTH, height: last, headRows: HEAD_ROW, footer: title });
  sheet.views = [{ state: 'frozen', xSplit: 2, ySplit: HEAD_ROW }];
};

const drawLine = (
  row: Row,
  nth: number,
  { finding, unit, figure, severity, status, place, advice, effect }: ToldFinding,
): void => {
  const texts = [finding.id, severity, effect.text, unit, figure, finding.message, place];
  const more = [finding.stated, finding.due, finding.difference, advice, status];
  row.getCell(1).value = nth;
  for (const [index, text] of [...texts, ...more].entries())
    row.getCell(index + 2).value = textValue(text.slice(0, LONGEST));
  for (let column = 1; column <= 13; column += 1) dress(row.getCell(column), lookOf(column, finding));
  // A row that wraps does not grow by itself where a spreadsheet opens it for the first time.
  const filled = [finding.message.length / 20, advice.length / 11, place.length / 9, figure.length / 7];
  const lines = Math.max(...filled, finding.due.length / 6, finding.stated.length / 5);
  row.height = Math.min(400, 14 * Math.max(2, Math.ceil(lines)) + 4);
};

const LONGEST = 8000;

// Bold for what must be changed and italic for what may pass, so that a printer without colours shows it too.
const lookOf = (column: number, { severity, status }: Finding): Dress => {
  const isLeft = column >= 5 && column <= 8;
  const align = isLeft || column === 12 ? {} : ({ horizontal: 'center' } as const);
  const font = { bold: severity === 'fatal' && column <= 7, italic: severity === 'info' };
  const shade = column === 3 ? (severity === 'fatal' ? 'grave' : severity === 'query' ? 'asked' : 'label') : 'plain';
  return { align, font, shade: status === 'explained' ? 'label' : shade };
};

const drawAnswer = (row: Row, finding: Finding, given: Explanation | undefined): void => {
  const isOpen = isAnswerable(finding);
  for (const column of ANSWERS) {
    const cell = row.getCell(column);
    dress(cell, { shade: isOpen ? 'asked' : 'absent', align: column === 15 ? {} : { horizontal: 'center' } });
  }
  const [reason, text, by, on] = ANSWERS.map(column => row.getCell(column)) as [Cell, Cell, Cell, Cell];
  if (!isOpen) {
    forbid(text);
    forbid(reason);
    return;
  }
  reason.dataValidation = listOf(finding.reasons.length > 0 ? finding.reasons : REASONS, finding.severity !== 'fatal');
  if (given === undefined) return;
  reason.value = textValue(given.reason);
  text.value = textValue(given.text);
  by.value = textValue(given.by);
  on.value = given.on ?? '';
};

const forbid = (cell: Cell): void => {
  cell.dataValidation = {
    type: 'custom',
    formulae: ['FALSE'],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: '不能以说明代替',
    error: '这一条不能以说明代替：请改正数据后重新报送。',
    showInputMessage: true,
    promptTitle: '不需填写',
    prompt: '这一条请改正数据后重新报送。',
  };
};

// A list in a cell's validation is at most 255 characters, and a comma would part a reason in two.
const listOf = (reasons: readonly string[], isFree: boolean): Cell['dataValidation'] => {
  const names = reasons.map(reason => reason.replace(/[,"]/gu, sign => (sign === ',' ? '，' : '”')));
  const list = names.reduce(
    (all, name) => (all.length + name.length + 1 > 250 ? all : all === '' ? name : `${all},${name}`),
    '',
  );
  return {
    type: 'list',
    formulae: [`"${list}"`],
    allowBlank: true,
    showErrorMessage: !isFree,
    errorStyle: 'warning',
    errorTitle: '请从列表中选择',
    error: '这一条只能用列表中的原因说明。',
    showInputMessage: true,
    promptTitle: '原因',
    prompt: isFree ? '请从列表中选择，也可以自己写。' : '请从列表中选择。',
  };
};
