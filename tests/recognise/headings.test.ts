// Headings: merged or not, moved, split, added to.
import { describe, expect, test } from 'vitest';
import { type Block, below, beside, blockOf, reworded, withColumn, withoutMerges, withRow } from './block.ts';
import { printed } from './printed.ts';
import { formOf, type Reading, readBlocks } from './read.ts';

const FORM = formOf('annual-2021');
const [T2, T3, T4] = ['t2', 't3', 't4'].map(id => printed(FORM, id)) as [Block, Block, Block];
// 表三: its title, three rows of headings, three columns of labels.
const [HEADINGS, LABELS] = [1, 3];
const FIGURES = HEADINGS + 3;

const expectAll = (blocks: readonly Block[], remarks: Reading['remarks'] = []): void => {
  const reading = readBlocks(FORM, blocks);
  expect(reading.places).toEqual(reading.due);
  expect(reading.remarks).toEqual(remarks);
};

describe('all 200 figures are found', () => {
  test('in the tables as the notice prints them', () => {
    expect(Object.keys(readBlocks(FORM, [T2, T3, T4]).due)).toHaveLength(200);
    expectAll([T2, T3, T4]);
  });

  test('where nothing is merged and headings stand at their top left', () => {
    expectAll([T2, T3, T4].map(withoutMerges));
  });

  test('below each other and side by side on one sheet', () => {
    expectAll([below([T2, T3, T4])]);
    expectAll([beside([T2, T3, T4])]);
    expectAll([beside([withRow(T2, 0), T4, T3], 0)]);
  });

  test('below a title, with empty rows and columns put in, a sum of it even into the headings', () => {
    const block = withColumn(withColumn(withRow(withRow(T3, HEADINGS + 2), FIGURES + 9), 0), 6);
    expectAll([T2, below([blockOf(['某某局'], ['2023年度', '单位：件']), block], 2), T4]);
  });

  test('where a row 单位：件 stands between title and headings', () => {
    expectAll([withRow(T2, 1, ['单位：件']), withRow(T3, 1, ['单位：件', '2023年度']), withRow(T4, 1, ['单位：件'])]);
  });

  test('with the columns in another order', () => {
    const order = 'total other legal natural welfare research enterprise'.split(' ');
    expectAll([
      printed(FORM, 't2', { order: ['valid', 'made', 'repealed'] }),
      printed(FORM, 't3', { order }),
      printed(FORM, 't4', { order: ['total', 'pending', 'other', 'corrected', 'upheld'] }),
    ]);
  });

  test('where the columns are numbered 甲 乙 丙 1 2 3', () => {
    const upTo = (last: number): readonly number[] => Array.from({ length: last }, (_, index) => index + 1);
    expectAll([T2, withRow(T3, FIGURES, ['甲', '乙', '丙', ...upTo(7)]), withRow(T4, 4, upTo(15))]);
    expectAll([T2, T3, withRow({ ...T4, rows: T4.rows.slice(0, 4) }, 4, upTo(15))]);
  });

  test('where 商业 企业 and 科研 机构 are split over two rows', () => {
    const split = withRow(withoutMerges(T3), HEADINGS + 3, [null, null, null, null, '企业', '机构']);
    expectAll([T2, reworded(split, { 商业企业: '商业', 科研机构: '科研' }), T4]);
  });

  test('with 合计 for 总计', () => {
    expectAll([T2, reworded(T3, { 总计: '合计', '（七）总计': '（七）合计' }), reworded(T4, { 总计: '合计' })]);
  });

  test('without the title of the table', () => {
    expectAll(['t2', 't3', 't4'].map(id => printed(FORM, id, { untitled: true })));
  });
});

describe('a column that is not asked is left alone', () => {
  const filled = (heading: string, content: string | number): Block =>
    withColumn(T3, LABELS + 7, [
      ...Array(FIGURES - 1).fill(null),
      heading,
      ...Array(T3.rows.length - FIGURES).fill(content),
    ]);

  test.each([
    ['上年数', 4],
    ['去年同期', 4],
    ['历年累计', 400],
    ['同比增减', '-3'],
    ['备注', '含结转1件'],
  ])('%s behind the figures', (heading, content) => {
    expectAll([T2, filled(heading, content), T4]);
  });

  test.each([
    ['序号', 7],
    ['单位', '件'],
    ['上年数', 4],
  ])('%s before the figures', (heading, content) => {
    const contents = [...Array(FIGURES - 1).fill(null), heading, ...Array(T3.rows.length - FIGURES).fill(content)];
    expectAll([T2, withColumn(T3, LABELS, contents), T4]);
    expectAll([T2, withColumn(T3, 0, contents), T4]);
  });
});

test('a heading that asks nothing of the form and the figures under it are passed over', () => {
  const contents = [...Array(FIGURES - 1).fill(null), '外国人', ...Array(T3.rows.length - FIGURES).fill(1)];
  expectAll([T2, withColumn(T3, LABELS + 7, contents), T4]);
});

test('a column of 表三 that is gone is named once', () => {
  const { remarks } = readBlocks(FORM, [T2, reworded(T3, { 科研机构: '' }), T4]);
  expect(remarks).toEqual(['column-missing t3.research:  → 科研机构']);
});

test('表三 without two of the three headings that prove it is still known by those that stay', () => {
  const { remarks } = readBlocks(FORM, [T2, reworded(T3, { 科研机构: '', 商业企业: '' }), T4]);
  expect(remarks).toEqual(['column-missing t3.enterprise:  → 商业企业', 'column-missing t3.research:  → 科研机构']);
});

test('a block of 表二 that lost its headings keeps its only figure, and says so', () => {
  const { places, due, remarks } = readBlocks(FORM, [reworded(T2, { '本年收费金额（单位：万元）': '' }), T3, T4]);
  expect(places).toEqual(due);
  expect(remarks).toEqual(['placed-by-order 表1!B15:  → 二、主动公开政府信息情况']);
});

test('a heading merged over three columns asks one figure, wherever below it stands', () => {
  const moved = { ...T2, rows: T2.rows.map(row => (row[0] === '行政许可' ? ['行政许可', null, 88] : row)) };
  const merges = T2.merges.filter(({ top }) => T2.rows[top]?.[0] !== '行政许可');
  expect(readBlocks(FORM, [{ ...moved, merges }, T3, T4]).places['t2.permit']).toBe('表1!C8');
});
