// Addresses are what spreadsheets take for addresses, and come back as they were.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { a1, COLUMNS, parseAddress, parseArea, ROWS } from '../pipeline/address.ts';

const row = fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: ROWS - 1 }));
const column = fc.oneof(fc.nat({ max: 40 }), fc.nat({ max: COLUMNS - 1 }));

test('every cell of a sheet has one address', () => {
  fc.assert(
    fc.property(row, column, (row, column) => {
      expect(parseAddress(a1(row, column))).toEqual({ row, column });
      expect(parseAddress(a1(row, column).toLowerCase())).toEqual({ row, column });
    }),
  );
});

test('nothing else is an address', () => {
  for (const text of [
    '',
    'A',
    '1',
    'A0',
    'A01',
    'A1 ',
    ' A1',
    '$A$1',
    'AAAA1',
    'XFE1',
    'A1048577',
    'A12345678',
    'A１',
    'é1',
    'A1A',
  ])
    expect(parseAddress(text)).toBeNull();
  fc.assert(
    fc.property(fc.string({ maxLength: 6 }), text => {
      expect(parseAddress(text) !== null).toBe(/^[A-Za-z]{1,3}[1-9]\d{0,6}$/.test(text));
    }),
  );
});

test('an area is the same from whichever corner, with or without $', () => {
  fc.assert(
    fc.property(row, column, row, column, (top, left, bottom, right) => {
      const area = {
        top: Math.min(top, bottom),
        left: Math.min(left, right),
        bottom: Math.max(top, bottom),
        right: Math.max(left, right),
      };
      const [from, to] = [a1(top, left), a1(bottom, right)];
      for (const text of [`${from}:${to}`, `${to}:${from}`, `$${from}:${to}`]) expect(parseArea(text)).toEqual(area);
    }),
  );
  expect(parseArea('B2')).toEqual({ top: 1, left: 1, bottom: 1, right: 1 });
  expect(parseArea('C:C')).toEqual({ top: 0, left: 2, bottom: ROWS - 1, right: 2 });
  for (const text of ['', ':', 'B2:', ':B2', 'B2:C', 'B2:C3:D4', 'B0:C3']) expect(parseArea(text)).toBeNull();
});
