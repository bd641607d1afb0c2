// Each way of writing a number that the issue, the brief and mess.md part A name, and the one kind it becomes.
import { describe, expect, test } from 'vitest';
import type { Typed, Value } from '../../pipeline/model.ts';
import { type Asked, toValue } from '../../pipeline/normalize/number.ts';

const PIECES: Asked = { unit: '件', measure: 'count' };
const VISITS: Asked = { unit: '人次', measure: 'count' };
const MONEY: Asked = { unit: '万元', measure: 'money' };
const CHANGE: Asked = { unit: '件', measure: 'change' };

const read = (text: string, asked: Asked = PIECES) => toValue({ typed: { kind: 'text', text }, shown: text }, asked);

/** `12`, `13000..13999 余 (13000)`, `nil`, `unreadable: date`. */
const tell = (value: Value): string => {
  switch (value.kind) {
    case 'count':
      return value.amount;
    case 'approximate':
      return `${value.low}..${value.high ?? ''} ${value.word} (${value.amount})`;
    case 'unreadable':
      return `unreadable: ${value.reason}`;
    default:
      return value.kind;
  }
};

/** Lines of `text | what it becomes`; `␣` is a space, `·` U+00A0. */
const table = (lines: string): readonly (readonly [string, string])[] =>
  lines
    .trim()
    .split('\n')
    .map(line => {
      const [text = '', kind = ''] = line.split(' | ');
      return [text.trim().replaceAll('␣', ' ').replaceAll('·', '\u00A0'), kind.trim()] as const;
    });

const each = (name: string, asked: Asked, lines: string): void => {
  describe(name, () => {
    test.each(table(lines))('%j is %s', (text, kind) => {
      const { value } = read(text, asked);
      expect(tell(value)).toBe(kind);
      expect(value.raw).toBe(text);
    });
  });
};

each(
  'exact numbers',
  PIECES,
  `
  1,204 | 1204
  1，204 | 1204
  １，２０４ | 1204
  1,204,567 | 1204567
  1␣204 | 1204
  1·204·567条 | 1204567
  12 | 12
  １２ | 12
  ␣␣12· | 12
  12件 | 12
  12␣件 | 12
  12（件） | 12
  共12件 | 12
  均为0 | 0
  12.0 | 12
  12.50 | 12.5
  0012 | 12
  12。 | 12
  +1036 | 1036
  -185 | -185
  -3 | -3
  －3 | -3
  −3 | -3
  -0 | 0
  0 | 0
  〇 | 0
  零 | 0
  ○ | 0
  〇件 | 0
  零件 | 0
  0万 | 0
  三十二 | 32
  一百零五 | 105
  两千三百 | 2300
  一万二千 | 12000
  廿三 | 23
  二〇一七 | 2017
  壹佰贰拾叁件 | 123
  `,
);

each(
  'counting words that stand for each other',
  PIECES,
  ['件', '条', '份', '例', '起', '宗', '篇', '次', '则', '个', '项', '部'].map(word => `3${word} | 3`).join('\n'),
);

each(
  'approximate numbers',
  PIECES,
  `
  13000余条 | 13000..13999 余 (13000)
  7700余条 | 7700..7799 余 (7700)
  230余篇 | 230..239 余 (230)
  80余条 | 80..89 余 (80)
  700余条 | 700..799 余 (700)
  1546多条 | 1546.. 多 (1546)
  157余条 | 157.. 余 (157)
  54余条 | 54.. 余 (54)
  40余件 | 40..49 余 (40)
  四十余 | 40..49 余 (40)
  四十余条 | 40..49 余 (40)
  一百多 | 100..199 多 (100)
  十几 | 10..19 几 (10)
  十来件 | 10..19 来 (10)
  千余条 | 1000..1999 余 (1000)
  上千 | 1000.. 上 (1000)
  上千条 | 1000.. 上 (1000)
  550万 | 5495000..5504999 万 (5500000)
  550万次 | 5495000..5504999 万 (5500000)
  31万 | 305000..314999 万 (310000)
  2␣万 | 15000..24999 万 (20000)
  2.5万 | 24500..25499 万 (25000)
  3千 | 2500..3499 千 (3000)
  1.3万余 | 13000..13999 余 (13000)
  1.3万余条 | 13000..13999 余 (13000)
  18万余条 | 180000..189999 余 (180000)
  14万余条 | 140000..149999 余 (140000)
  278余万 | 2780000..2789999 余 (2780000)
  3万多 | 30000..39999 多 (30000)
  近5000 | 4500..4999 近 (5000)
  近5000条 | 4500..4999 近 (5000)
  近12 | 11..11 近 (12)
  约300 | 285..315 约 (300)
  大约310 | 295..325 大约 (310)
  300件左右 | 285..315 左右 (300)
  约40余件 | 38..49 约余 (40)
  超过200 | 200.. 超过 (200)
  逾200件 | 200.. 逾 (200)
  100件以上 | 100.. 以上 (100)
  不足100 | 0..99 不足 (100)
  100件以下 | 0..100 以下 (100)
  `,
);

each(
  'visits',
  VISITS,
  `
  12人次 | 12
  1500余人次 | 1500..1599 余 (1500)
  39万人次 | 385000..394999 万 (390000)
  约4900人次 | 4655..5145 约 (4900)
  12件 | unreadable: other-unit
  `,
);

each(
  'none, not applicable, blank',
  PIECES,
  `
  无 | nil
  无。 | nil
  没有 | nil
  未收到 | nil
  未发生 | nil
  零报告 | nil
  无报告 | nil
  / | nil
  ／ | nil
  \\ | nil
  — | nil
  – | nil
  - | nil
  ― | nil
  ── | nil
  －－ | nil
  本年度无 | nil
  没有因政府信息公开引起的 | nil
  本年度没有因为政府信息公开引起的行政复议,行政诉讼和申诉。 | nil
  不适用 | not-applicable
  不涉及 | not-applicable
  n/a | not-applicable
  ␣ | blank
  · | blank
  &nbsp; | blank
  `,
);

each(
  'unreadable',
  PIECES,
  `
  12␣+3 | unreadable: several-numbers
  12␣13 | unreadable: several-numbers
  1␣204␣12 | unreadable: several-numbers
  78+3 | unreadable: several-numbers
  3-1 | unreadable: several-numbers
  1/2 | unreadable: several-numbers
  12、13 | unreadable: several-numbers
  1、204 | unreadable: several-numbers
  1,2 | unreadable: several-numbers
  3~5 | unreadable: several-numbers
  十␣二 | unreadable: several-numbers
  上年12本年13 | unreadable: several-numbers
  文字解读4图解4篇 | unreadable: several-numbers
  20241月1日至202412月31日 | unreadable: several-numbers
  12人次 | unreadable: other-unit
  12页 | unreadable: other-unit
  251000元 | unreadable: other-unit
  12% | unreadable: percent
  规划计划类信息,占9% | unreadable: percent
  2026-03-01 | unreadable: date
  3月1日 | unreadable: date
  2026年 | unreadable: date
  1-Mar | unreadable: date
  #REF! | unreadable: error-value
  #DIV/0! | unreadable: error-value
  (3) | unreadable: text
  减4 | unreadable: text
  1.2e3 | unreadable: text
  上12 | unreadable: text
  数百 | unreadable: text
  几十 | unreadable: text
  三百五 | unreadable: text
  三五件 | unreadable: text
  两三百 | unreadable: text
  约0 | unreadable: text
  12² | unreadable: text
  ① | unreadable: text
  无法统计 | unreadable: text
  未统计 | unreadable: text
  没有变化 | unreadable: text
  无…件数,行政处罚8件,无规章、行政许可… | unreadable: text
  `,
);

each(
  'signed changes',
  CHANGE,
  `
  -185 | -185
  减4 | -4
  减少4件 | -4
  +1036 | 1036
  增加12 | 12
  减-4 | unreadable: text
  `,
);

each(
  'money in 万元',
  MONEY,
  `
  24252.311082 | 24252.311082
  4166.241619 | 4166.241619
  59237.2449 | 59237.2449
  7730.28 | 7730.28
  316441 | 316441
  12.5万元 | 12.5
  12.5万 | 12.5
  251000元 | 25.1
  5394432.52元 | 539.443252
  ¥251000 | 25.1
  1.2亿元 | 12000
  3.5亿 | 35000
  5千元 | 0.5
  三万 | 3
  壹万贰仟元整 | 1.2
  约12万元 | 11.4..12.6 约 (12)
  近5000万元 | 4500..5000 近 (5000)
  12万余元 | 12..13 余 (12)
  均未收费 | nil
  5千 | unreadable: text
  12件 | unreadable: other-unit
  1.5美元 | unreadable: other-unit
  1亿2000万元 | unreadable: several-numbers
  `,
);

test('a place without a cell is blank, and so are an empty text and invisible characters', () => {
  expect(toValue(null, PIECES)).toEqual({ value: { kind: 'blank', raw: '' }, converted: false });
  for (const text of ['', '\t\n', '\u200B\uFEFF']) expect(read(text).value).toEqual({ kind: 'blank', raw: text });
});

test('a line break parts two numbers', () => {
  expect(tell(read('1\n204').value)).toBe('unreadable: several-numbers');
});

test('a text with hidden direction marks, which shows other digits than it holds, is unreadable', () => {
  expect(tell(read('\u202E12').value)).toBe('unreadable: text');
});

test.each<[Typed, string, string]>([
  [{ kind: 'number', decimal: '24252.311082', format: 'plain' }, '24,252.31', '24252.311082'],
  [{ kind: 'number', decimal: '-3', format: 'plain' }, '-3', '-3'],
  [{ kind: 'number', decimal: '12.50', format: 'plain' }, '12.50', '12.5'],
  [{ kind: 'number', decimal: '0.12', format: 'percent' }, '12%', 'unreadable: percent'],
  [{ kind: 'number', decimal: 'NaN', format: 'plain' }, 'NaN', 'unreadable: text'],
  [{ kind: 'date', iso: '2026-03-01' }, '3月1日', 'unreadable: date'],
  [{ kind: 'error', code: '#REF!' }, '#REF!', 'unreadable: error-value'],
  [{ kind: 'uncomputed' }, '', 'unreadable: formula'],
  [{ kind: 'boolean', value: false }, 'FALSE', 'unreadable: text'],
])('the cell %j becomes one kind and keeps what it showed', (typed, shown, kind) => {
  const { value } = toValue({ typed, shown }, PIECES);
  expect(tell(value)).toBe(kind);
  expect(value.raw).toBe(shown);
});

test.each<[string, string, string, string, boolean]>([
  ['251000', '万元', '元', '25.1', true],
  ['¥251000', '万元', '元', '25.1', true],
  ['12.5万元', '万元', '元', '12.5', false],
  ['12.5万', '万元', '元', '12.5', false],
  ['12.5万元', '元', '元', '125000', true],
  ['550', '次', '万次', '5495000..5504999 万 (5500000)', true],
  ['550万', '次', '次', '5495000..5504999 万 (5500000)', false],
  ['12', '件', '份', '12', false],
  ['12', '件', '人次', 'unreadable: other-unit', false],
  ['12件', '件', '人次', '12', false],
  ['12', '件', '件/人', '12', false],
  ['无', '万元', '元', 'nil', false],
])('%s for %s under a heading in %s is %s', (text, unit, statedUnit, kind, converted) => {
  const { value, ...rest } = read(text, { unit, measure: unit.endsWith('元') ? 'money' : 'count', statedUnit });
  expect(tell(value)).toBe(kind);
  expect(rest.converted).toBe(converted);
});

test('a bare number cell is converted exactly from the heading unit', () => {
  const typed: Typed = { kind: 'number', decimal: '41662416.19', format: 'plain' };
  const { value, converted } = toValue({ typed, shown: '41662416.19' }, { ...MONEY, statedUnit: '元' });
  expect(tell(value)).toBe('4166.241619');
  expect(converted).toBe(true);
});

test('what a number format adds to a number is read with it', () => {
  const shown = (decimal: string, text: string, unit: string): string => {
    const measure = unit === '万元' ? 'money' : 'count';
    const { value } = toValue({ typed: { kind: 'number', decimal, format: 'plain' }, shown: text }, { unit, measure });
    return 'amount' in value ? `${value.kind} ${value.amount}` : value.kind;
  };
  expect(shown('251000', '251000元', '万元')).toBe('count 25.1');
  expect(shown('24252.31', '¥24252.31', '万元')).toBe('count 24252.31');
  expect(shown('12', '12件', '件')).toBe('count 12');
  expect(shown('12', '12人', '件')).toBe('unreadable');
  expect(shown('12', '12万', '件')).toBe('approximate 120000');
  expect(shown('12', '无', '件')).toBe('nil');
  expect(shown('12', '', '件')).toBe('unreadable');
});
