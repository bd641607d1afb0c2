// Whose return a workbook is and for when, by its cover, its titles, its name and its folders.
import { describe, expect, test } from 'vitest';
import type { Unit } from '../../pipeline/model.ts';
import { identify } from '../../pipeline/normalize/identify.ts';
import { unitNames } from '../../pipeline/normalize/unit-names.ts';
import { type Content, gridOf } from '../grid.ts';

const unit = (code: string, name: string, aliases: readonly string[] = [], parent: string | null = null): Unit => ({
  code,
  name,
  aliases,
  group: '',
  parent,
  since: null,
  until: null,
  contact: '',
});

const NAMES = unitNames([
  unit('Q', '西峰区'),
  unit('A', '教育局', ['区教育局', '教体局'], 'Q'),
  unit('B', '财政局', ['区财政局', '办公室'], 'Q'),
  unit('C', '董志镇人民政府', ['董志镇', '办公室'], 'Q'),
]);

const said = (path: string, ...rows: readonly (readonly Content[])[]) =>
  identify(path, gridOf(rows), NAMES, '2023', 'own');
const codeOf = (path: string, ...rows: readonly (readonly Content[])[]): string | null =>
  said(path, ...rows).unit?.code ?? null;

describe('the unit is named', () => {
  test.each<[string, string, readonly Content[]]>([
    ['beside 填报单位', '1.xlsx', ['填报单位', '教育局']],
    ['beside 填报单位, after an empty cell', '1.xlsx', ['填报单位：', null, null, '教育局']],
    ['behind the colon', '1.xlsx', ['填报单位：教育局']],
    ['behind 填报单位（盖章）', '1.xlsx', ['填报单位（盖章）：西峰区教育局']],
    ['before 填报日期 in one cell', '1.xlsx', ['填报单位:教育局 填报日期:2024年1月5日']],
    ['as 单位全称', '1.xlsx', ['单位全称', '教 育 局']],
    ['in a title', '1.xlsx', ['西峰区教育局2023年政府信息公开统计表']],
    ['in the file’s name', '西峰区教育局.xlsx', ['政府信息公开统计表']],
    ['in a folder', '教体局/报表.xlsx', ['政府信息公开统计表']],
  ])('%s', (_, path, row) => {
    expect(codeOf(path, row)).toBe('A');
  });

  test('by none where nothing names it', () => {
    expect(said('报表.xlsx', ['政府信息公开统计表'])).toMatchObject({ unit: null, named: '' });
  });

  test('by none where two units bear the name', () => {
    expect(codeOf('办公室.xlsx')).toBeNull();
  });

  test('by none of the roster, which is kept for the message', () => {
    expect(said('1.xlsx', ['填报单位', '民政局'])).toMatchObject({ unit: null, named: '民政局' });
  });

  test('never by the label that follows one left empty', () => {
    const { named, remarks, unit: found } = said('教育局.xlsx', ['填报单位：', null, '填报日期：', '2024-01-05']);
    expect([found?.code, named, remarks]).toEqual(['A', '', []]);
  });
});

describe('cover and file name', () => {
  test('that name different units are disputed, and the cover counts', () => {
    const { unit: found, disputed, remarks } = said('财政局.xlsx', ['填报单位', '教育局']);
    expect([found?.code, disputed, remarks.map(({ kind }) => kind)]).toEqual(['A', true, ['unit-disagrees']]);
  });

  test('are not disputed where the title names the district above', () => {
    const {
      unit: found,
      disputed,
      remarks,
    } = said('教育局.xlsx', ['西峰区2023年政府信息公开统计表'], ['填报单位', '教育局']);
    expect([found?.code, disputed, remarks]).toEqual(['A', false, []]);
  });

  test('the district in the title gives way to the unit in the file’s name', () => {
    expect(codeOf('董志镇.xlsx', ['西峰区2023年政府信息公开统计表'])).toBe('C');
  });

  test('a cover that nobody knows is told where the name is known', () => {
    const { unit: found, remarks } = said('教育局.xlsx', ['填报单位', '民政局']);
    expect([found?.code, remarks.map(({ kind }) => kind)]).toEqual(['A', ['unit-disagrees']]);
  });
});

describe('the year', () => {
  test('of another period makes the file another period’s', () => {
    expect(said('教育局.xlsx', ['2022年度统计表']).otherYear).toBe(2022);
    expect(said('教育局2022年.xlsx', ['统计表']).otherYear).toBe(2022);
  });

  test.each([
    ['day of filling in', ['填报日期：2024-01-05']],
    ['day written with dots', ['2024.1.5 教育局']],
    ['number of the notice', ['政府信息公开工作年度报告（国办公开办函〔2021〕30号）']],
  ])('is not taken from the %s', (_, row) => {
    const { otherYear, remarks } = said('教育局.xlsx', row);
    expect([otherYear, remarks]).toEqual([null, []]);
  });

  test('in the name may be later: it is that of sending in', () => {
    expect(said('2024年报送/2024教育局.xlsx', ['2023年度统计表'])).toMatchObject({ otherYear: null, remarks: [] });
  });

  test('of last year beside this year’s is told', () => {
    const { otherYear, remarks } = said('教育局.xlsx', ['2023年度统计表'], ['2022年工作情况']);
    expect([otherYear, remarks.map(({ kind }) => kind)]).toEqual([null, ['period-disagrees']]);
  });
});

test('the day of filling in is found beside the unit in one cell', () => {
  expect(said('1.xlsx', ['填报单位：教育局 填报日期：2024年1月5日']).revision.filledOn).toBe('2024-01-05');
});

test('the scope is what the file says, else the one asked', () => {
  expect(said('教育局.xlsx').scope).toBe('own');
  expect(said('教育局（汇总）.xlsx').scope).toBe('aggregate');
  expect(said('教育局.xlsx', ['统计口径', '含下属单位']).scope).toBe('aggregate');
  expect(identify('教育局（本级）.xlsx', gridOf([['表']]), NAMES, '2023', 'aggregate').scope).toBe('own');
});
