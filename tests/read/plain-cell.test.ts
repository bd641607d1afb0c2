// A cell that is taken in one go is the cell that it is when it is read tag by tag, and refused where that is.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultLimits } from '../../pipeline/read/limits.ts';
import { Refusal } from '../../pipeline/read/refusal.ts';
import { noCell, takePlainCell } from '../../pipeline/read/xlsx/plain-cell.ts';
import { readSheet } from '../../pipeline/read/xlsx/sheet.ts';

const TABLES = { strings: ['', '总计', '甲局'], styles: ['General', '0%', 'yyyy/m/d'] };

const sheet = (cells: string): unknown => {
  const xml = `<worksheet xmlns="urn:a"><sheetData><row r="6">${cells}</row></sheetData></worksheet>`;
  try {
    return readSheet(Buffer.from(xml), 'sheet1.xml', TABLES, defaultLimits);
  } catch (error) {
    if (error instanceof Refusal) return [error.kind, error.message];
    throw error;
  }
};

// Two spaces are as good as one to XML, but no program writes them.
const longWay = (cells: string): string => cells.replaceAll('<c r=', '<c  r=');

const address = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('A6', 'B6', 'C6', 'D6', 'AA6', 'XFD6') },
  fc.constantFrom('', '6', 'A', 'A0', 'A06', 'A7', 'a6', 'XFE6', 'AAAA6', 'A6 ', 'A66666666', '甲6', 'A６'),
);
const style = fc.constantFrom(
  '',
  ' s="0"',
  ' s="1"',
  ' s="2"',
  ' s="99"',
  ' s=""',
  ' s="-1"',
  ' s="1" s="1"',
  " s='1'",
);
const type = fc.constantFrom('', '', ' t="s"', ' t="s"', ' t="n"', ' t="str"', ' t="b"', ' t="x"', ' t="s" t="s"');
const number = fc.oneof(
  fc.nat({ max: 3 }).map(String),
  fc.double({ noNaN: true }).map(String),
  fc.constantFrom(
    '',
    '-',
    '.',
    '-.',
    '1.2.3',
    '--1',
    '007',
    '-0',
    '12.50',
    '0123456789',
    ' 1',
    '&#49;',
    '１',
    '1<!---->',
  ),
);
const content = fc.oneof(
  fc.constantFrom('/>', ' />', '></c>', '><v/></c>', '><v></v></c>', '><f>A1</f><v>1</v></c>', '><v>1</v><v>1</v></c>'),
  number.map(text => `><v>${text}</v></c>`),
  number.map(text => `><v>${text}</c>`),
);
const cell = fc.tuple(address, style, type, content).map(([a, s, t, rest]) => `<c r="${a}"${s}${t}${rest}`);

test('any cells', () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 4 }), cells => {
      expect(sheet(cells.join(''))).toEqual(sheet(longWay(cells.join(''))));
    }),
    { numRuns: 5_000 },
  );
});

test('the end of a part at any place of a cell', () => {
  const whole = 'c r="C6" s="5" t="s"><v>12</v></c>';
  for (let length = 0; length < whole.length; length++)
    expect(takePlainCell(whole.slice(0, length), 0, noCell())).toBe(false);
  const taken = noCell();
  expect(takePlainCell(whole, 0, taken)).toBe(true);
  expect(taken).toEqual({ row: 5, column: 2, style: 5, shared: 12, number: null, end: whole.length });
});

test('nearly all cells that programs write are taken in one go', () => {
  for (const text of ['c r="A1"/>', 'c r="B2" s="3"/>', 'c r="B2" s="3"><v>-2.5</v></c>', 'c r="AB12"><v>0</v></c>'])
    expect(takePlainCell(text, 0, noCell())).toBe(true);
});
