// Chinese numerals: written as the report writes them, read strictly.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNumeral, printNumeral } from '../../pipeline/normalize/numeral.ts';

test('numerals are written as in a report', () => {
  const numbers = [0, 1, 9, 10, 11, 19, 20, 21, 99, 105, 110, 1_010, 2_300, 10_000, 10_500, 12_003, 100_000_003];
  expect(numbers.map(printNumeral).join(' ')).toBe(
    '零 一 九 十 十一 十九 二十 二十一 九十九 一百零五 一百一十 一千零一十 二千三百 一万 一万零五百 一万二千零三 一亿零三',
  );
});

test('what is written is read', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999n }), n => {
      expect(parseNumeral(printNumeral(n))).toBe(String(n));
    }),
  );
});

test.each([
  ['两百', '200'],
  ['一百十二', '112'],
  ['一万五百', '10500'],
  ['廿三', '23'],
  ['卅', '30'],
  ['貳拾萬', '200000'],
  ['○', '0'],
  ['二〇二五', '2025'],
])('%s is %s', (text, decimal) => {
  expect(parseNumeral(text)).toBe(decimal);
});

test.each([
  '',
  '百',
  '三百五',
  '一万二',
  '三五',
  '两三百',
  '一一',
  '十百',
  '零零十',
  '一万万',
  '一亿亿',
  '三十百',
  '件',
])('%j is no certain number', text => {
  expect(parseNumeral(text)).toBeNull();
});
