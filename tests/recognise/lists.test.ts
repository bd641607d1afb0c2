// Tables whose figures stand each beside its label: the statistics table of 2014, and the district's own of 2017.
import { describe, expect, test } from 'vitest';
import type { Content } from '../grid.ts';
import { type Block, below, beside, blockOf, reworded, rowWith, toSheet, withColumn, withRow } from './block.ts';
import { printed } from './printed.ts';
import { formOf, read, readBlocks } from './read.ts';

const FORM = formOf('annual-2014');
const STAT = printed(FORM, 'stat');
const DISTRICT = formOf('xifeng-2017');
const OWN = ['stat', 'ways', 'key'].map(id => printed(DISTRICT, id)) as [Block, Block, Block];

const expectAll = (blocks: readonly Block[], form = FORM): void => {
  const { places, due, remarks } = readBlocks(form, blocks);
  expect(places).toEqual(due);
  expect(remarks).toEqual([]);
};

/** `heading` over `content` in every row with a figure. */
const column = (block: Block, heading: string, content: Content): readonly Content[] => {
  const filled = new Set([...block.places.values()].map(([row]) => row));
  return block.rows.map((_, row) => (filled.has(row) ? content : row === 1 ? heading : null));
};

describe('the figures of a list are found', () => {
  test('as the table is printed', () => {
    expectAll([STAT]);
    expectAll(OWN, DISTRICT);
  });

  test('with three lists on one sheet that share labels, below each other or side by side', () => {
    expectAll([below(OWN)], DISTRICT);
    expectAll([below(OWN.toReversed())], DISTRICT);
    expectAll([beside(OWN)], DISTRICT);
  });

  test('with a serial number, last year and 历年累计 beside them', () => {
    expectAll([withColumn(STAT, 0, column(STAT, '序号', 9))]);
    expectAll([withColumn(STAT, 2, column(STAT, '上年数', 9))]);
    expectAll([withColumn(STAT, 3, column(STAT, '历年累计', 900))]);
  });

  test('with the columns numbered', () => {
    expectAll([withRow(STAT, 2, ['甲', '乙', '1'])]);
  });

  test('in two halves side by side', () => {
    const cut = rowWith(STAT, '三、依申请公开情况');
    const half = (from: number, to: number): Block => ({
      rows: [STAT.rows[1] ?? [], ...STAT.rows.slice(from, to)],
      merges: [],
      places: new Map(
        [...STAT.places].flatMap(([item, [row, at]]) =>
          row >= from && row < to ? [[item, [row - from + 1, at]] as const] : [],
        ),
      ),
    });
    expectAll([below([blockOf([FORM.title]), beside([half(2, cut), half(cut, STAT.rows.length)], 0)], 0)]);
  });

  test('where they look like years', () => {
    expectAll([printed(FORM, 'stat', { plus: 1_993 })]);
  });

  test('below a list that stands in other columns', () => {
    const [stat, , key] = OWN;
    expectAll([below([key, withColumn(withColumn(stat, 1), 0)]), printed(DISTRICT, 'ways')], DISTRICT);
  });

  test('without any heading over the figures', () => {
    expectAll([reworded(STAT, { 统计指标: '', 单位: '', 统计数: '' })]);
  });
});

describe('被依法纠错数 under 四 and under 五', () => {
  const corrected = (block: Block): readonly (string | undefined)[] => {
    const { places } = readBlocks(FORM, [block]);
    return [places['stat.d_corrected'], places['stat.e_corrected']];
  };
  const [review, lawsuit] = [STAT.places.get('stat.d_corrected'), STAT.places.get('stat.e_corrected')];

  test('is told apart by its heading', () => {
    expect(corrected(STAT)).toEqual([`表1!C${(review?.[0] ?? 0) + 1}`, `表1!C${(lawsuit?.[0] ?? 0) + 1}`]);
  });

  test('is told apart by order where the headings are misspelt, and that is said', () => {
    const block = reworded(STAT, { '四、行政复议数量': '四、行政复仪数量', '五、行政诉讼数量': '五、行政诉松数量' });
    expect(corrected(block)).toEqual(corrected(STAT));
    expect(readBlocks(FORM, [block]).remarks.map(remark => remark.split(' ')[0])).toContain('placed-by-order');
  });
});

test('被依法纠错数 is told apart below a heading in another wording', () => {
  expectAll([reworded(STAT, { '四、行政复议数量': '四、行政复议数', '五、行政诉讼数量': '五、行政诉讼件数' })]);
});

describe('what stands beside a list', () => {
  test('a phantom figure far below is not counted and does no harm', () => {
    const { places, due } = readBlocks(FORM, [below([STAT, blockOf([null, null, 999])], 40)]);
    expect(places).toEqual(due);
  });

  test('a line unknown to the form is named with its figure', () => {
    const at = rowWith(STAT, '三、依申请公开情况');
    const { remarks } = readBlocks(FORM, [withRow(STAT, at, ['6.抖音公开政府信息数', '条', 77])]);
    expect(remarks).toEqual([`label-unknown 表1!C${at + 1}: 6.抖音公开政府信息数：77`]);
  });

  test('the footer of names and dates is no line', () => {
    const footer = blockOf(['单位负责人：', '张三', 1], ['填报日期', null, '2018-01-05'], ['联系电话', null, 8212345]);
    const { places, due, remarks } = readBlocks(FORM, [below([STAT, footer], 0)]);
    expect(places).toEqual(due);
    expect(remarks).toEqual([]);
  });

  test('prose that holds a label is no line', () => {
    const prose = blockOf(['一、工作概述'], ['2017年，收到申请数12件，申请办结数12件。']);
    expectAll([below([prose, STAT], 2)]);
  });
});

test('a list of which three labels remain is read, two are none', () => {
  const lines = (count: number): Block =>
    blockOf(['统计指标', '单位', '统计数'], ...STAT.rows.slice(3, 3 + count).map(row => row.slice(0, 3)));
  expect(Object.keys(read(FORM, [toSheet(lines(3))]).places)).toHaveLength(3);
  expect(Object.keys(read(FORM, [toSheet(lines(2))]).places)).toHaveLength(0);
});
