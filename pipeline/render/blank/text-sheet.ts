// The prose that the form asks for, as a sheet: each text beside its label.
import type { FormText } from '../../model.ts';
import type { Book } from '../workbook/book.ts';
import { textValue } from '../workbook/text-value.ts';
import { at, draw, finishSheet } from './look.ts';

export const addTexts = async (book: Book, texts: readonly FormText[], unit: string): Promise<void> => {
  const sheet = book.addWorksheet('文字材料');
  sheet.columns = [{ width: 22 }, { width: 76 }];
  draw(sheet, at(1, 1, 2), 'title').value = '文字材料';
  draw(sheet, at(2, 1, 2), 'plain').value = textValue(`填报单位：${unit}`);
  sheet.getRow(1).height = 30;
  let row = 3;
  let section = '';
  for (const text of texts) {
    if (text.section !== section && text.section !== text.label.text)
      draw(sheet, at(row++, 1, 2), 'group').value = textValue(text.section);
    section = text.section;
    draw(sheet, at(row, 1), 'label').value = textValue(text.label.text);
    const answer = draw(sheet, at(row, 2), 'prose');
    answer.value = null;
    sheet.getRow(row).height = 130;
    row += 1;
  }
  await finishSheet(sheet, 'portrait');
};
