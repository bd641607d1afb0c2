// What stands around the tables: totals, phantom figures, signatures, other tables.
import { describe, expect, test } from 'vitest';
import { type Block, below, beside, blockOf, withColumn, withRow } from './block.ts';
import { printed } from './printed.ts';
import { formOf, readBlocks } from './read.ts';

const FORM = formOf('annual-2021');
const [T2, T3, T4] = ['t2', 't3', 't4'].map(id => printed(FORM, id)) as [Block, Block, Block];

const remarksOf = (blocks: readonly Block[]): readonly string[] => {
  const { places, due, remarks } = readBlocks(FORM, blocks);
  expect(places).toEqual(due);
  return remarks;
};

test('a phantom figure far below a table is named, not counted', () => {
  const phantom = blockOf([null, null, null, null, 4711]);
  expect(remarksOf([T2, below([T3, phantom], 300), T4])).toEqual(['figure-set-aside 表2!E330: ：4711']);
});

test('figures far to the right of a table answer nothing', () => {
  expect(remarksOf([T2, beside([T3, blockOf([], [], [], [], [1, 2, 3])], 20), T4])).toEqual([]);
});

test('a second row of figures below 表四 is named', () => {
  expect(remarksOf([T2, T3, below([T4, blockOf(Array(15).fill(9))], 0)])).toEqual([
    'figure-set-aside 表3!A6: ：9、9、9、9、9、9、9、9、9、9、9、9、9、9、9',
  ]);
});

test('last year’s row below 表四 is not asked where it says so', () => {
  const labelled = withColumn(T4, 0);
  expect(remarksOf([T2, T3, below([labelled, blockOf(['上年数', ...Array(15).fill(9)])], 0)])).toEqual([]);
});

describe('表四', () => {
  test('with the label 件数 before its figures', () => {
    expect(remarksOf([T2, T3, withColumn(T4, 0, [null, '类别', null, null, '件数'])])).toEqual([]);
  });

  test('left empty is blank in the row below its headings', () => {
    const empty: Block = { ...T4, rows: T4.rows.slice(0, 4) };
    expect(remarksOf([T2, T3, empty])).toEqual([]);
  });

  test('left empty above a signature with a telephone number is blank, not the number', () => {
    const empty: Block = { ...T4, rows: [...T4.rows.slice(0, 4), []] };
    const signed = below([empty, blockOf(['联系电话', 8212345], ['填表人', '张三', '日期', '2024-01-05'])], 0);
    expect(remarksOf([T2, T3, signed])).toEqual([]);
  });
});

test('a signature below the table is no line of it', () => {
  const signature = blockOf(['单位负责人：李四', null, null, '联系电话', 8212345], ['填报日期', null, null, 45296]);
  expect(remarksOf([T2, below([T3, signature], 1), T4])).toEqual([]);
});

test('numbers repeated as a paragraph between heading and table are no figures', () => {
  const paragraph = '2023年新收申请31件，上年结转2件，予以公开12件，部分公开3件，不予公开4件。';
  expect(remarksOf([T2, withRow(T3, 1, [paragraph]), T4])).toEqual([]);
});

test('a note of two lines under a table is no line of it', () => {
  const note = blockOf(['注：1.本表由政务公开科填写。'], ['2.其他说明见附件2']);
  expect(remarksOf([T2, below([T3, note], 0), T4])).toEqual([]);
});
