// Workbooks of several sheets: a table over two of them, and sheets that are not this year's.
import { describe, expect, test } from 'vitest';
import type { Sheet } from '../../pipeline/model.ts';
import { sheetOf } from '../grid.ts';
import { type Block, below, placesOn, rowWith, toSheet, turned, withoutRow } from './block.ts';
import { printed } from './printed.ts';
import { formOf, read, readBlocks } from './read.ts';

const FORM = formOf('annual-2021');
const [T2, T3, T4] = ['t2', 't3', 't4'].map(id => printed(FORM, id)) as [Block, Block, Block];
const FIGURES = 4;
const CUT = rowWith(T3, '（四）无法提供');

const without = (block: Block, from: number, to: number): Block =>
  Array.from({ length: to - from }).reduce<Block>(left => withoutRow(left, from), block);

describe('表三 over two sheets is one table', () => {
  const first = without(T3, CUT, T3.rows.length);

  test('with its headings repeated on the second', () => {
    const { places, due, remarks } = readBlocks(FORM, [T2, first, without(T3, FIGURES, CUT), T4]);
    expect(places).toEqual(due);
    expect(remarks).toEqual([]);
  });

  test('without them, which is said', () => {
    const { places, due, remarks } = readBlocks(FORM, [T2, first, without(T3, 0, CUT), T4]);
    expect(places).toEqual(due);
    expect(remarks).toEqual(['placed-by-order 表3!C1: 表3 → 三、收到和处理政府信息公开申请情况']);
  });
});

describe('a turned table, whose rows are columns,', () => {
  test.each([
    ['表二', [turned(T2), T3, T4]],
    ['表三', [T2, turned(T3), T4]],
    ['表四', [T2, T3, turned(T4)]],
  ])('is read as well: %s', (_, blocks) => {
    const { places, due, remarks } = readBlocks(FORM, blocks);
    expect(places).toEqual(due);
    expect(remarks).toEqual([]);
  });
});

describe('of two sheets with the same tables', () => {
  const ours = toSheet(below([T2, T3, T4]), { name: '附表' });
  const due = placesOn(ours, below([T2, T3, T4]));
  const twin = (look: Partial<Sheet>): Sheet => ({
    ...toSheet(below(['t2', 't3', 't4'].map(id => printed(FORM, id, { plus: 5_000 })))),
    ...look,
  });

  test.each([
    ['a hidden twin of last year’s table', { name: 'Sheet2', hidden: true }, 'Sheet2!A1: 是隐藏的工作表'],
    ['a sheet named for last year', { name: '2022年' }, '2022年!A1: 是2022年的表'],
    ['a sheet 上年', { name: '上年数据' }, '上年数据!A1: 是往年的表'],
    ['the worked example', { name: '填报示例' }, '填报示例!A1: 是填报示例'],
  ])('%s is set aside and named', (_, look, remark) => {
    for (const sheets of [
      [ours, twin(look)],
      [twin(look), ours],
    ])
      expect(read(FORM, sheets, 2023)).toMatchObject({ places: due, remarks: [`sheet-set-aside ${remark}`] });
  });

  test('a sheet whose title names last year is set aside', () => {
    const named = toSheet(below([{ ...T2, rows: [['2022年度政府信息公开情况'], ...T2.rows.slice(1)] }]), {
      name: '旧',
    });
    expect(read(FORM, [named, ours], 2023).remarks).toEqual(['sheet-set-aside 旧!A1: 是2022年的表']);
  });

  test('neither is set aside without a reason: both places are kept, for a person to see', () => {
    const { places } = read(FORM, [ours, twin({ name: '附表2' })], 2023);
    expect(places['t3.granted.natural']).toBe(`${due['t3.granted.natural']} 附表2!D23`);
  });
});

test('the only sheet is read though it is hidden, and that is said', () => {
  const { places, remarks } = read(FORM, [toSheet(below([T2, T3, T4]), { name: '附表', hidden: true })], 2023);
  expect(Object.keys(places)).toHaveLength(200);
  expect(new Set(remarks)).toEqual(new Set(['hidden 附表!A1: 工作表是隐藏的']));
});

test('hidden rows and columns with figures are read, and that is said', () => {
  const sheet = toSheet(T3, { name: '表三', hiddenRows: [8], hiddenColumns: [5] });
  const { places, remarks } = read(FORM, [toSheet(T2, { name: '表二' }), sheet, toSheet(T4, { name: '表四' })]);
  expect(Object.keys(places)).toHaveLength(200);
  expect(remarks).toEqual(['hidden 表三!A1: 表中有隐藏的行', 'hidden 表三!A1: 表中有隐藏的列']);
});

test('hidden rows far from the tables are nobody’s business', () => {
  const sheet = toSheet(T3, { name: '表三', hiddenRows: [200], hiddenColumns: [40] });
  expect(read(FORM, [toSheet(T2), sheet, toSheet(T4)]).remarks).toEqual([]);
});

test('a sheet of figures that holds no table of the form is named', () => {
  const other = sheetOf([['办公用品', 3, 4, 5]], { name: '采购' });
  expect(read(FORM, [toSheet(T2), toSheet(T3), toSheet(T4), other]).remarks).toEqual([
    'sheet-set-aside 采购!A1: 未识别出本表式的任何表格',
  ]);
});

test('a table that is nowhere is named', () => {
  expect(readBlocks(FORM, [T2, T4]).remarks).toEqual(['table-missing t3:  → 三、收到和处理政府信息公开申请情况']);
});
