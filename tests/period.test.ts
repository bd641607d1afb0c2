// Periods as folders, days and people have them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDay, isPeriod, periodName, spanOf, yearBefore, yearOf } from '../pipeline/period.ts';

const PARTS = [
  '',
  '-H1',
  '-H2',
  '-Q1',
  '-Q2',
  '-Q3',
  '-Q4',
  ...[...'123456789'].map(month => `-0${month}`),
  '-10',
  '-11',
  '-12',
];
const periods = fc
  .tuple(fc.integer({ min: 2000, max: 2100 }), fc.constantFrom(...PARTS))
  .map(([year, part]) => `${year}${part}`);

test('a period is a year, a half, a quarter or a month, and nothing else', () => {
  for (const part of PARTS) expect(isPeriod(`2025${part}`)).toBe(true);
  for (const text of [
    '25',
    '2025年',
    '2025-H3',
    '2025-Q0',
    '2025-Q5',
    '2025-13',
    '2025-00',
    '2025-7',
    ' 2025',
    '2025\n',
    '２０２５',
  ])
    expect(isPeriod(text)).toBe(false);
});

test('a person reads its name', () => {
  expect(['2025', '2025-H1', '2025-H2', '2025-Q3', '2025-07', '2025-12'].map(periodName)).toEqual([
    '2025年',
    '2025年上半年',
    '2025年下半年',
    '2025年第三季度',
    '2025年7月',
    '2025年12月',
  ]);
});

test('it lasts from its first day to its last, leap years too', () => {
  const span = (period: string): string => `${spanOf(period).first}..${spanOf(period).last}`;
  expect(span('2025')).toBe('2025-01-01..2025-12-31');
  expect(span('2025-H1')).toBe('2025-01-01..2025-06-30');
  expect(span('2025-Q3')).toBe('2025-07-01..2025-09-30');
  expect(span('2024-02')).toBe('2024-02-01..2024-02-29');
  expect(span('2025-02')).toBe('2025-02-01..2025-02-28');
});

test('the year before has the same part', () => {
  expect(yearBefore('2025-Q3')).toBe('2024-Q3');
  fc.assert(
    fc.property(periods, period => {
      expect(isPeriod(yearBefore(period))).toBe(true);
      expect(yearOf(yearBefore(period))).toBe(yearOf(period) - 1);
      expect(spanOf(period).first <= spanOf(period).last).toBe(true);
      expect(isDay(spanOf(period).last)).toBe(true);
    }),
  );
});

test('a day stands in the calendar', () => {
  expect(['2024-02-29', '2025-12-31'].map(isDay)).toEqual([true, true]);
  expect(['2025-02-29', '2025-13-01', '2025-1-1', '2025', '2025-01-01T00:00:00Z', ''].map(isDay)).toEqual(
    Array.from({ length: 6 }, () => false),
  );
});
