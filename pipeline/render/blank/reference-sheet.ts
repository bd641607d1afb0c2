// What the unit filed last year, to look at: figures and texts.
import { columnLabel, itemName, itemsOfTable, rowLabel } from '../../items.ts';
import type { Form, TextAnswer } from '../../model.ts';
import { REFERENCE_NOTE } from '../../reference-note.ts';
import type { Book } from '../workbook/book.ts';
import { textValue } from '../workbook/text-value.ts';
import { at, draw, finishSheet, heightFor } from './look.ts';
import type { Prefill } from './table-sheet.ts';

export const addReference = async (
  book: Book,
  form: Form,
  period: string,
  { lastYear }: Prefill,
  texts: readonly TextAnswer[],
): Promise<void> => {
  const sheet = book.addWorksheet('上年参照');
  const most = Math.max(1, ...form.tables.map(({ columns }) => columns.filter(({ kind }) => kind === 'figure').length));
  sheet.columns = [{ width: 52 }, ...Array(most).fill({ width: most > 1 ? 10 : 40 })];
  draw(sheet, at(1, 1, most + 1), 'title').value = textValue(`${period}本单位报表`);
  draw(sheet, at(2, 1, most + 1), 'note').value = `只供对照，不用填写（${REFERENCE_NOTE}）`;
  sheet.getRow(1).height = 30;
  let row = 4;
  for (const table of form.tables) {
    const items = itemsOfTable(table);
    if (!items.some(({ key }) => lastYear.has(itemName(key)))) continue;
    draw(sheet, at(row++, 1, most + 1), 'group').value = textValue(table.title.text);
    const columns = [...new Set(items.map(item => columnLabel(item) || '上年数'))];
    for (const [index, text] of ['项目', ...columns].entries())
      draw(sheet, at(row, index + 1), 'heading').value = textValue(text);
    row += 1;
    for (const [, line] of Map.groupBy(items, item => item.row)) {
      const [first] = line;
      if (first === undefined) continue;
      const label = rowLabel(first);
      draw(sheet, at(row, 1), 'label').value = textValue(label);
      sheet.getRow(row).height = heightFor(label, 52, 13);
      line.forEach(({ key }, index) => {
        const past = lastYear.get(itemName(key));
        draw(sheet, at(row, index + 2), 'past').value = past === undefined ? null : Number(past);
      });
      row += 1;
    }
    row += 1;
  }
  for (const { id, label } of form.texts) {
    const answer = texts.find(text => text.id === id)?.text ?? '';
    if (answer === '') continue;
    const short = answer.length > SHORT ? `${answer.slice(0, SHORT)}……` : answer;
    draw(sheet, at(row++, 1, most + 1), 'group').value = textValue(label.text);
    draw(sheet, at(row, 1, most + 1), 'pastText').value = textValue(short);
    sheet.getRow(row).height = Math.min(400, heightFor(short, 52 + most * 10));
    row += 1;
  }
  await finishSheet(sheet, most > 4 ? 'landscape' : 'portrait');
};

/** Enough to remember by. */
const SHORT = 600;
