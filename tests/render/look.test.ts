// Cells that look alike are written once, and no cell changes another.
import { expect, test } from 'vitest';
import { newBook } from '../../pipeline/render/workbook/book.ts';
import { dress, reformat } from '../../pipeline/render/workbook/look.ts';

const cells = async () => {
  const sheet = (await newBook('表', '2026-01-20')).addWorksheet('表');
  return ['A1', 'A2', 'A3'].map(address => sheet.getCell(address));
};

test('cells that are dressed alike share one style, which none of them can change', async () => {
  const [a, b, other] = await cells();
  if (a === undefined || b === undefined || other === undefined) throw new Error('no cells');
  dress(a, { shade: 'sum', font: { bold: true } });
  dress(b, { shade: 'sum', font: { bold: true } });
  dress(other, { shade: 'sum' });
  expect(a.style).toBe(b.style);
  expect(other.style).not.toEqual(a.style);
  expect(() => {
    a.numFmt = '0.00';
  }).toThrow(TypeError);
  reformat(a, '0.00');
  expect([a.numFmt, b.numFmt]).toEqual(['0.00', undefined]);
});
