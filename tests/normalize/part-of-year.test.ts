import { expect, test } from 'vitest';
import { partIn } from '../../pipeline/normalize/part-of-year.ts';

test.each([
  ['2023年上半年政府信息公开统计表', 'H1'],
  ['2023年第四季度', 'Q4'],
  ['四季度', 'Q4'],
  ['2023Q3.xlsx', 'Q3'],
  ['2023年1-6月', 'H1'],
  ['2023年1月1日至9月30日', 'range'],
  ['2023年7月至9月', 'Q3'],
  ['12月月报', '12'],
  ['2023年6月政府信息公开统计表', '06'],
])('%s speaks of %s', (text, part) => {
  expect(partIn(text)).toBe(part);
});

test.each([['2023年度'], ['2023年1月1日至12月31日'], ['填报日期：2024年1月15日'], ['2024-01-15'], ['年报']])(
  '%s speaks of no part of a year',
  text => {
    expect(partIn(text)).toBeNull();
  },
);
