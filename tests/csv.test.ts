// CSV that a program reads back as it was, and that a spreadsheet runs nothing of.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvBytes, csvLine, defuse } from '../pipeline/render/csv.ts';

const toCsv = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  Buffer.concat([...csvBytes(header, rows.map(csvLine))]).toString();

test('cells are quoted where they must be, and lines end in CRLF', () => {
  expect(
    toCsv(
      ['a', 'b'],
      [
        ['1', 'x,y'],
        ['say "no"', 'two\nlines'],
      ],
    ),
  ).toBe('a,b\r\n1,"x,y"\r\n"say ""no""","two\nlines"\r\n');
  expect(toCsv(['a'], [])).toBe('a\r\n');
});

test('a long table comes in pieces, and lines are not counted in them', () => {
  const numbers = Array.from({ length: 50_000 }, (_, nth) => String(nth));
  const lines = numbers.map(nth => csvLine([`第 ${nth} 行`, nth]));
  const texts = numbers.map(nth => `第 ${nth} 行,${nth}`);
  const pieces = [...csvBytes(['line', 'number'], lines)];
  expect(pieces.length).toBeGreaterThan(5);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(500_000);
  expect(Buffer.concat(pieces).toString()).toBe(['line,number', ...texts, ''].join('\r\n'));
});

test('what a spreadsheet would run becomes a text', () => {
  for (const text of [
    '=1+1',
    '+cmd|x',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1+1',
    '＋1',
    '＠A1',
    '-',
    '－－',
  ])
    expect(defuse(text)).toBe(/^[-－]+$/u.test(text) ? text : `'${text}`);
});

test('numbers and plain words stay as they are', () => {
  for (const text of ['', '0', '-3', '-24252.311082', '+5', '12', '=', '教育局', '—', "it's", 'a=b'])
    expect(defuse(text)).toBe(text === '=' ? "'=" : text);
});

test('any text is read back, but for what was defused', () => {
  const row = fc.array(fc.string({ unit: fc.constantFrom('a', '1', '"', ',', '\n', '\r', '=', '-', ' ', '年') }), {
    minLength: 2,
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.array(row.map(cells => cells.slice(0, 2))), rows => {
      const read: string[][] = parse(toCsv(['x', 'y'], rows), { recordDelimiter: '\r\n' });
      expect(read.slice(1)).toEqual(rows.map(cells => cells.map(defuse)));
    }),
  );
});
