// The self-check of a blank as a sheet: what must hold, both sides, and whether it does.
import type { Comparison } from '../../model.ts';
import { REFERENCE_NOTE } from '../../reference-note.ts';
import { SEVERITY_NAMES } from '../../severity-names.ts';
import type { Book } from '../workbook/book.ts';
import { textValue } from '../workbook/text-value.ts';
import { at, draw, finishSheet, heightFor } from './look.ts';
import type { CheckLine } from './self-check.ts';

export const CHECK_SHEET = '自查';
export const BROKEN = '不符';

export const addChecks = async (book: Book, lines: readonly CheckLine[]): Promise<void> => {
  const sheet = book.addWorksheet(CHECK_SHEET);
  sheet.columns = [5, 62, 10, 11, 5, 11, 10].map(width => ({ width }));
  draw(sheet, at(1, 1, 7), 'title').value = '自查表';
  draw(sheet, at(2, 1, 7), 'note').value = `自动计算，不用填写（${REFERENCE_NOTE}）`;
  sheet.getRow(1).height = 30;
  ['序', '应当成立', '性质', '左边', '', '右边', '结果'].forEach((text, index) => {
    draw(sheet, at(HEAD, index + 1), 'heading').value = text;
  });
  lines.forEach((line, index) => {
    const row = HEAD + 1 + index;
    const result = resultFormula(line, row);
    const values = [
      index + 1,
      textValue(line.what),
      SEVERITY_NAMES[line.severity],
      formula(line.left),
      SIGNS[line.relation],
      formula(line.right),
      { formula: result, result: WAITING },
    ];
    values.forEach((value, column) => {
      draw(sheet, at(row, column + 1), column === 1 ? 'label' : 'unit').value = value;
    });
    sheet.getRow(row).height = heightFor(line.what, 60, 13);
  });
  const last = HEAD + Math.max(1, lines.length);
  const of = (result: string): string[] => [`$G${HEAD + 1}="${result}"`];
  const ref = `A${HEAD + 1}:G${last}`;
  sheet.addConditionalFormatting({
    ref,
    rules: [
      {
        type: 'expression',
        priority: 1,
        formulae: of(BROKEN),
        style: { font: { color: { argb: 'FFC00000' }, bold: true }, fill: solid('FFFDE4E1') },
      },
      { type: 'expression', priority: 2, formulae: of('相符'), style: { font: { color: { argb: 'FF2E7D32' } } } },
      {
        type: 'expression',
        priority: 3,
        formulae: [`OR($G${HEAD + 1}="${WAITING}",$G${HEAD + 1}="不适用")`],
        style: { font: { color: { argb: 'FFA6A6A6' } } },
      },
    ],
  });
  sheet.views = [{ state: 'frozen', ySplit: HEAD }];
  await finishSheet(sheet, 'portrait', HEAD);
};

const HEAD = 3;
const WAITING = '待填';
const SIGNS: Readonly<Record<Comparison, string>> = {
  '=': '＝',
  '<>': '≠',
  '<': '＜',
  '<=': '≤',
  '>': '＞',
  '>=': '≥',
};
const solid = (argb: string) => ({ type: 'pattern', pattern: 'solid', bgColor: { argb } }) as const;

const formula = (text: string) => ({ formula: text, result: 0 });

const resultFormula = ({ relation, when, tolerance, cells, fewest }: CheckLine, row: number): string => {
  const test = testOf(relation, `ROUND(D${row}-F${row},6)`, tolerance);
  const judged = `IF(${test},"相符","${BROKEN}")`;
  const asked = when === null ? judged : `IF(${when},${judged},"不适用")`;
  return `IFERROR(IF(COUNT(${cells.join(',')})<${fewest},"${WAITING}",${asked}),"无法判断")`;
};

/** `difference` is left − right; the tolerance is how far left may lie on the wrong side. */
const testOf = (relation: Comparison, difference: string, tolerance: string): string => {
  switch (relation) {
    case '=':
      return `ABS(${difference})<=${tolerance}`;
    case '<>':
      return `ABS(${difference})>${tolerance}`;
    case '<':
    case '<=':
      return `${difference}${relation}${tolerance}`;
    case '>':
    case '>=':
      return `${difference}${relation}-${tolerance}`;
  }
};
