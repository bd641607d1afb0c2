// Years, days and versions as names and titles write them.
import { describe, expect, test } from 'vitest';
import { dateIn, revisionRank } from '../../pipeline/normalize/dates.ts';
import { yearsIn, yearsInName } from '../../pipeline/years.ts';

describe('a text speaks of a year', () => {
  test.each([
    ['2023年度政府信息公开工作年度报告', [2023]],
    ['2023 年报.xlsx', [2023]],
    ['二〇二三年度', [2023]],
    ['二○二三年', [2023]],
    ['２０２３年', [2023]],
    ['2023年1月1日至12月31日', [2023]],
    ['2022-2023年度', [2022, 2023]],
    ['2022年、2023年对比', [2022, 2023]],
  ])('%s', (text, years) => {
    expect(yearsIn(text)).toEqual(years);
  });
});

test('a name may give the year alone', () => {
  expect(yearsInName('2023.xlsx')).toEqual([2023]);
  expect(yearsInName('2023-甲局')).toEqual([2023]);
  expect(yearsInName('2022-2023年度')).toEqual([2022, 2023]);
  for (const name of ['20240115甲局.xlsx', '2024.1.15.xls', '年报2022版模板.xlsx', '12023.xlsx'])
    expect(yearsInName(name)).toEqual([]);
});

describe('a text speaks of no year', () => {
  test.each([
    ['2024年1月15日'],
    ['填报日期：2024-01-15'],
    ['2024/1/15'],
    ['2024.1.15'],
    ['国办公开办函〔2021〕30号'],
    ['国办发[2014]32号'],
    ['（2021）30号'],
    ['2021年版表式'],
    ['20240115甲局'],
    ['12023年'],
    ['第二十条第（一）项'],
    ['依据2019年修订的《条例》'],
    ['2024'],
  ])('%s', text => {
    expect(yearsIn(text)).toEqual([]);
  });
});

test('a day is read however its parts are set apart', () => {
  for (const text of ['2018年1月5日', '2018-01-05', '2018/1/5', '2018.1.5', '二月前 2018 年 1 月 5 日'])
    expect(dateIn(text)).toBe('2018-01-05');
  for (const text of ['2018年1月', '2018-13-05', '2018年', '']) expect(dateIn(text)).toBeNull();
});

describe('a path says which version it is', () => {
  test.each([
    ['甲局.xlsx', 0],
    ['甲局（2）.xlsx', 0],
    ['甲局（更正）.xlsx', 1],
    ['补报/甲局.xlsx', 1],
    ['甲局第二次报送.xlsx', 2],
    ['甲局第3版.xlsx', 3],
    ['甲局v2.xlsx', 2],
    ['甲局初稿.xlsx', -1],
    ['2023年第二季度.xlsx', 0],
  ])('%s is %i', (path, rank) => {
    expect(revisionRank(path)).toBe(rank);
  });
});
