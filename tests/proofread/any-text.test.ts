// Whatever is written, proofreading ends, soon and with a list.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proofText } from '../../pipeline/proofread/print.ts';
import { proofread } from '../../pipeline/proofread/proofread.ts';
import { processorTime } from '../processor-time.ts';

const PIECES = [
  ...[
    '收到申请',
    '其中',
    '分别为',
    '占',
    '同比增长',
    '上年',
    '结转',
    '办结',
    '新收',
    '合计',
    '从形式看',
    '包括',
    '六个部分',
    '统计期限',
  ],
  ...[
    '，',
    '、',
    '；',
    '：',
    '。',
    '（',
    '）',
    '〔2019〕60号',
    '年度报告格式',
    '国务院令第711号',
    '2023年',
    '【待核',
    '】',
    '等',
  ],
  ...[
    '92件',
    '0件',
    '61条',
    '3人',
    '87%',
    '95.6%',
    '13000余条',
    '近5000条',
    '550万次',
    '1,204件',
    '7',
    '三十二件',
    '2950元',
    '9.5万元',
  ],
];

test('no text makes it fail', () => {
  const prose = fc.array(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'grapheme' })),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(fc.array(prose, { maxLength: 5 }), paragraphs => {
      const claims = proofread(
        paragraphs.map(pieces => pieces.join('')),
        null,
      );
      expect(proofText(claims, true)).toMatch(/^(?:.*\n)*核对\d+处/u);
    }),
    { numRuns: 500 },
  );
});

test('parts made to add up are never objected to', () => {
  const parts = fc.array(fc.integer({ min: 0, max: 9_999 }), { minLength: 2, maxLength: 12 });
  const joins = fc.constantFrom('其中', '分别为', '包括', '，按类别分，');
  fc.assert(
    fc.property(parts, joins, fc.constantFrom('、', '，', '；'), (numbers, join, mark) => {
      const sum = numbers.reduce((total, number) => total + number, 0);
      const list = numbers.map((number, index) => `${'甲乙丙丁戊己庚辛壬癸子丑'[index]}类${number}件`).join(mark);
      const claims = proofread([`全年收到政府信息公开申请${sum}件，${join}${list}。`], null);
      expect(claims.filter(({ outcome }) => outcome === 'broken')).toEqual([]);
    }),
  );
});

test.each([
  '1',
  '92件',
  '一',
  '占',
  '（',
  '（92件',
  '，',
  '包括、',
  '从',
  '其中92件，',
  '92件，占87%；',
  '【',
  '2022年1月1日',
  '总数',
  '公开',
])('a hundred thousand characters of %s are read in a moment', piece => {
  const text = `收到申请${piece.repeat(Math.ceil(100_000 / piece.length))}`;
  const started = processorTime();
  proofread([text, text.slice(0, 19_000), ...Array.from({ length: 20 }, () => text.slice(0, 1_000))], null);
  expect(processorTime() - started).toBeLessThan(3_000);
});
