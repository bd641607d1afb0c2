import { expect, test } from 'vitest';
import { shiftFormula } from '../../pipeline/read/formula/shift.ts';
import { cellAt, gridOf, workbook } from './workbook.ts';

const grid = (...formulas: readonly string[]) =>
  gridOf(
    workbook(
      `<row r="1"><c><v>1.1</v></c><c><v>2.2</v></c><c t="str"><v>无</v></c></row><row r="2">${formulas.map(f => `<c><f>${f}</f></c>`).join('')}</row>`,
    ),
  );

test.each([
  ['SUM(A1:B1)', '3.3'],
  ['SUM(A1:C1,2,D1)', '5.3'],
  ['sum($A$1,B1)-A1', '2.2'],
  ['+A1+B1-(A1-0.1)', '2.3'],
  ['ROUND(SUM(A1:B1)+0.05,1)', '3.4'],
  ['A1+D1', '1.1'],
  ['SUM(A:A1)', 'uncomputed'],
  ['C1+A1', 'uncomputed'],
  ['A1*2', 'uncomputed'],
  ['AVERAGE(A1:B1)', 'uncomputed'],
  ['Sheet2!A1', 'uncomputed'],
  ['A2', 'uncomputed'],
  ['SUM(A1:A2)', 'uncomputed'],
  ['SUM((A1)', 'uncomputed'],
])('%s without result is %s', async (formula, expected) => {
  const { typed } = cellAt(await grid(formula), 'A2');
  expect(typed.kind === 'number' ? typed.decimal : typed.kind).toBe(expected);
});

test('recomputed results build on each other and are noted', async () => {
  const read = await grid('SUM(A1:B1)', 'A2+C2', 'A2-B1');
  expect(cellAt(read, 'B2').shown).toBe('4.4');
  expect(read.notes.map(note => [note.kind, note.place?.cell])).toEqual([
    ['recomputed', 'A2'],
    ['recomputed', 'B2'],
    ['recomputed', 'C2'],
  ]);
});

test('a circle ends', async () => {
  const read = await grid('B2', 'C2', 'A2');
  expect(read.sheets[0]?.cells.filter(cell => cell.typed.kind === 'uncomputed')).toHaveLength(3);
});

test('sums over whole columns in whole columns end in time', async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, i) => `<row><c><v>${i}</v></c><c><f>SUM(A:A)+SUM(A1:XFD1048576)</f></c></row>`,
  );
  const start = performance.now();
  await gridOf(workbook(rows.join('')));
  expect(performance.now() - start).toBeLessThan(20_000);
});

test('cells that share a formula each have its text', async () => {
  const read = await gridOf(
    workbook(
      '<row r="1"><c r="B1"><f t="shared" si="0" ref="B1:B3">A1+$A$1</f><v>1</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>0</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>0</v></c></row>',
    ),
  );
  expect(read.sheets[0]?.cells.map(cell => cell.formula)).toEqual(['A1+$A$1', 'A2+$A$1', 'A3+$A$1']);
});

test.each([
  ['SUM(A1:B$2)+LOG10(C3)', 'SUM(B3:C$2)+LOG10(D5)'],
  ['"A1"&Q1!A1&\'表 A1\'!B2', '"A1"&Q1!B3&\'表 A1\'!C4'],
  ['A:A+1:1+12', 'B:B+3:3+12'],
  ['Table1[A1]+XFD1', 'Table1[A1]+#REF!'],
  ['TRUE+年A1', 'TRUE+年A1'],
])('%s two rows down and one column right is %s', (formula, expected) => {
  expect(shiftFormula(formula, 2, 1)).toBe(expected);
});
