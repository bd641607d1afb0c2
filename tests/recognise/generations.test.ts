// Templates of another generation: known as such, and mapped only where the form says how.
import { describe, expect, test } from 'vitest';
import type { Content } from '../grid.ts';
import { type Block, blockOf, rowWith, withoutRow, withRow } from './block.ts';
import { printed } from './printed.ts';
import { formOf, readBlocks } from './read.ts';

const FORM = formOf('annual-2021');
const OLD = formOf('annual-2014');
const [T2, T3, T4] = ['t2', 't3', 't4'].map(id => printed(FORM, id)) as [Block, Block, Block];
const OTHER = rowWith(T3, '（六）其他处理');
const SINGLE: readonly Content[] = [null, '（六）其他处理', null, 1, 0, 0, 0, 0, 0, 1];

describe('the single row （六）其他处理 of 2019', () => {
  test('is taken for 3.其他 where today’s three rows are not there, with a note', () => {
    const bare = [0, 1, 2].reduce(block => withoutRow(block, OTHER), T3);
    const { places, remarks, generation } = readBlocks(FORM, [T2, withRow(bare, OTHER, SINGLE), T4]);
    expect(places['t3.oth_misc.natural']).toBe('表2!D25');
    expect(remarks).toEqual(['older-template 表2!B25: （六）其他处理 → 3.其他（2019 年模板只有一行其他处理）']);
    expect(generation).toBeNull();
  });

  test('answers nothing above today’s three rows: its figures would count twice', () => {
    const { places, remarks } = readBlocks(FORM, [T2, withRow(T3, OTHER, SINGLE), T4]);
    expect(places['t3.oth_misc.natural']).toBe('表2!D28');
    expect(remarks).toEqual(['label-unknown 表2!D25: （六）其他处理：1、0、0、0、0、0、1']);
  });
});

test('the 2014 table sent for 2021 answers no table, and is known', () => {
  const { places, generation } = readBlocks(FORM, [printed(OLD, 'stat')]);
  expect(places).toEqual({});
  expect(generation).toBe('2014');
});

test('today’s tables sent for 2014 answer no line, and are known', () => {
  const { places, generation } = readBlocks(OLD, [T2, T3, T4]);
  expect(places).toEqual({});
  expect(generation).toBe('2021');
});

const T2_OF_2019 = blockOf(
  ['二、主动公开政府信息情况'],
  ['第二十条第（一）项'],
  ['信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量'],
  ['规章', 0, 0, 0],
  ['规范性文件', 3, 3, 20],
  ['第二十条第（五）项'],
  ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'],
  ['行政许可', 12, -1, 340],
  ['其他对外管理服务事项', 5, 0, 12],
  ['第二十条第（六）项'],
  ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'],
  ['行政处罚', 100, -5, 48],
  ['行政强制', 8, 0, 2],
  ['第二十条第（八）项'],
  ['信息内容', '上一年项目数量', '本年增/减'],
  ['行政事业性收费', 4, 0],
  ['第二十条第（九）项'],
  ['信息内容', '采购项目数量', '采购总金额'],
  ['政府集中采购', 3, '251000元'],
);

describe('表二 of 2019 in a return of today', () => {
  const { places, remarks, generation } = readBlocks(FORM, [T2_OF_2019, T3, T4]);

  test('is known by its headings', () => expect(generation).toBe('2019'));

  test('answers what means the same and nothing else', () => {
    const own = Object.entries(places).filter(([item]) => item.startsWith('t2.'));
    expect(Object.fromEntries(own)).toEqual({
      't2.permit': '表1!D8',
      't2.penalty': '表1!D12',
      't2.coercion': '表1!D13',
    });
  });

  test('names the lines that are not answered', () => {
    expect(remarks.at(-1)).toBe(
      'row-missing t2:  → 规章·本年制发件数；规章·本年废止件数；规章·现行有效件数；行政规范性文件·本年制发件数；行政规范性文件·本年废止件数；行政规范性文件·现行有效件数；行政事业性收费',
    );
  });
});

test('two labels of another generation may be a note, three are not', () => {
  const noted = (...labels: readonly string[]): Block => withRow(T2, 1, labels);
  expect(readBlocks(FORM, [noted('政府集中采购', '采购项目数量'), T3, T4]).generation).toBeNull();
  expect(readBlocks(FORM, [noted('政府集中采购', '采购项目数量', '采购总金额'), T3, T4]).generation).toBe('2019');
});
