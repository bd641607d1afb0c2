// What always holds of reading a figure, however it is written.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, compare, multiply } from '../../pipeline/decimal.ts';
import type { Value } from '../../pipeline/model.ts';
import { type Asked, toValue } from '../../pipeline/normalize/number.ts';
import { NUMERAL_CHARACTERS, parseNumeral, printNumeral } from '../../pipeline/normalize/numeral.ts';
import { processorTime } from '../processor-time.ts';

const PIECES: Asked = { unit: '件', measure: 'count' };
const ASKED: readonly Asked[] = [
  PIECES,
  { unit: '人次', measure: 'count' },
  { unit: '件', measure: 'change' },
  { unit: '万元', measure: 'money' },
  { unit: '万元', measure: 'money', statedUnit: '元' },
  { unit: '次', measure: 'count', statedUnit: '万次' },
  { unit: '平方米', measure: 'count' },
];
const read = (text: string, asked: Asked = PIECES): Value =>
  toValue({ typed: { kind: 'text', text }, shown: text }, asked).value;

const count = fc.oneof(fc.nat(120), fc.nat(20_000), fc.nat(9_999_999_999));
const translated = (text: string, from: string, to: string): string =>
  [...text].map(character => [...to][[...from].indexOf(character)] ?? character).join('');
const grouped = (n: number, separator: string): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, separator);
const DIGITS = '0123456789';
const SIMPLE = '零一二三四五六七八九十百千';

const PRINTINGS: Readonly<Record<string, (n: number) => string>> = {
  plain: String,
  thousands: n => grouped(n, ','),
  'fullwidth thousands': n => grouped(n, '，'),
  'spaced thousands': n => grouped(n, ' '),
  fullwidth: n => translated(String(n), DIGITS, '０１２３４５６７８９'),
  'with a counting word': n => `${n}件`,
  'with another counting word in brackets': n => `共 ${n}（条）`,
  'with .0': n => `${n}.0`,
  'with spaces around': n => `\u00A0\t${n}\u3000 `,
  'with a plus': n => `＋${n}`,
  'as a numeral': printNumeral,
  'as a financial numeral': n => translated(printNumeral(n), SIMPLE, '零壹贰叁肆伍陆柒捌玖拾佰仟'),
  'as a numeral with a counting word': n => `${printNumeral(n)}件`,
};

test.each(Object.entries(PRINTINGS))('a count printed %s is read as that count', (_name, print) => {
  fc.assert(
    fc.property(count, n => {
      expect(read(print(n))).toEqual({ kind: 'count', amount: String(n), raw: print(n) });
    }),
  );
});

test('digits written one for one in Chinese are read, but for two that may mean "three to five", and dashes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 999_999 }), n => {
      fc.pre(!/^1+$/.test(String(n)));
      const text = translated(String(n), DIGITS, '〇一二三四五六七八九');
      expect(read(text)).toEqual({ kind: 'count', amount: String(n), raw: text });
    }),
  );
  expect([parseNumeral('三五'), parseNumeral('一一一')]).toEqual([null, null]);
});

test('two counts with anything but a number between them are never one', () => {
  const between = fc.constantFrom('+', '-', '、', '/', '~', '至', '\n', ' ', '  ', '，', '件', '(', '=', ' +');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), between, fc.integer({ min: 1, max: 99 }), (a, middle, b) => {
      expect(read(`${a}${middle}${b}`)).toMatchObject({ kind: 'unreadable', reason: 'several-numbers' });
    }),
  );
});

test('money keeps every decimal, and 元 becomes 万元 exactly', () => {
  fc.assert(
    fc.property(fc.nat(1e9), fc.integer({ min: 1, max: 99 }), (yuan, fen) => {
      const value = read(`${yuan}.${String(fen).padStart(2, '0')}元`, { unit: '万元', measure: 'money' });
      const millionths = String(BigInt(yuan) * 100n + BigInt(fen));
      expect(value).toMatchObject({ kind: 'count', amount: multiply(millionths, '0.000001') });
    }),
  );
});

test('approximate writing keeps the amount', () => {
  const words = fc.constantFrom('N余', 'N多条', '近N', '约N', '大约N件', 'N左右', '超过N', '不足N', 'N件以上');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999_999 }), words, (n, word) => {
      expect(read(word.replace('N', String(n)))).toMatchObject({ kind: 'approximate', amount: String(n) });
      expect(read(word.replace('N', printNumeral(n)))).toMatchObject({ kind: 'approximate', amount: String(n) });
    }),
  );
});

const PARTS = [
  ...'0123456789零一二三十百千万亿余多来近约上超件条元人次无未/-—+.,、 %()共',
  ...[
    '以上',
    '左右',
    '不足',
    '万元',
    '减',
    '¥',
    '\u00A0',
    '\u200B',
    '1,204',
    '１２',
    '没有',
    '月',
    '日',
    '#REF!',
    '2.50',
  ],
];
const scrap = fc.array(fc.constantFrom(...PARTS), { maxLength: 8 }).map(parts => parts.join(''));
const anything = fc.oneof(
  { weight: 4, arbitrary: scrap },
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
);

test('every text becomes one kind, with canonical amounts and bounds in order, and its raw text kept', () => {
  const canonical = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;
  // 近n and 不足n name what the number stays below: there alone the amount may exceed `high`, by 1 at most.
  const BELOW = /近|不足/;
  fc.assert(
    fc.property(anything, fc.constantFrom(...ASKED), (text, asked) => {
      const value = read(text, asked);
      expect(value.raw).toBe(text);
      if (value.kind === 'count') expect(value.amount).toMatch(canonical);
      if (value.kind !== 'approximate') return;
      for (const decimal of [value.amount, value.low, value.high ?? '0']) expect(decimal).toMatch(canonical);
      expect(value.word).not.toBe('');
      expect(compare(value.low, BELOW.test(value.word) && value.high !== null ? value.high : value.amount)).not.toBe(1);
      const reach = BELOW.test(value.word) ? '1' : '0';
      if (value.high !== null) expect(compare(value.amount, add([value.high, reach]))).not.toBe(1);
    }),
    { numRuns: 20_000 },
  );
});

const NUMERAL = new RegExp(`[\\p{N}${NUMERAL_CHARACTERS}]`, 'u');

test('a count is never made of a text that has no numeral in it', () => {
  fc.assert(
    fc.property(anything, fc.constantFrom(...ASKED), (text, asked) => {
      fc.pre(!NUMERAL.test(text.normalize('NFKC')));
      expect(['blank', 'nil', 'not-applicable', 'unreadable']).toContain(read(text, asked).kind);
    }),
    { numRuns: 5_000 },
  );
});

test.each(['1', ' ', '1 ', '1,204', '一', '无', '-', '(', '近', '\u200B', '1.', '&nbsp;', 'ﷺ', '１'])(
  'a text of any length made of %j is read at once',
  part => {
    const started = processorTime();
    read(part.repeat(100_000));
    for (let length = 1; length <= 200; length++) read(`${part.repeat(length).slice(0, 199)}x`);
    expect(processorTime() - started).toBeLessThan(500);
  },
);

test('a text of more than 200 characters is too long, however many of them are blanks inside', () => {
  expect(read(`1${' '.repeat(200)}2`)).toMatchObject({ kind: 'unreadable', reason: 'too-long' });
  expect(read(`${' '.repeat(300)}12`)).toMatchObject({ kind: 'count', amount: '12' });
});
