// Periods as folders and people write them.
import type { Period } from './model.ts';

const PERIOD = /^(\d{4})(?:-(?:H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/u;

export const isPeriod = (text: string): boolean => PERIOD.test(text);

/** A day as ISO writes it: 2026-02-30 is none. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/u.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

/** `2026年1月31日` of `2026-01-31` and of `2026-01-31T08:00:00+08:00`. */
export const dayName = (iso: string): string => {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

/** The year of a period: 2025 of `2025-Q3`. */
export const yearOf = (period: Period): number => Number(period.slice(0, 4));

/** The same period one year before: `2024-Q3` of `2025-Q3`. */
export const yearBefore = (period: Period): Period => `${yearOf(period) - 1}${period.slice(4)}`;

/** First and last day, ISO. */
export const spanOf = (period: Period): { readonly first: string; readonly last: string } => {
  const [from, to] = monthsOf(period.slice(5));
  const year = yearOf(period);
  const month = (value: number): string => String(value).padStart(2, '0');
  return {
    first: `${year}-${month(from)}-01`,
    last: `${year}-${month(to)}-${new Date(Date.UTC(year, to, 0)).getUTCDate()}`,
  };
};

/** `2025年`, `2025年第三季度`, `2025年上半年`, `2025年7月`. */
export const periodName = (period: Period): string => {
  const part = period.slice(5);
  const year = `${yearOf(period)}年`;
  if (part === '') return year;
  if (part.startsWith('Q')) return `${year}第${'一二三四'[Number(part[1]) - 1]}季度`;
  if (part.startsWith('H')) return `${year}${part === 'H1' ? '上' : '下'}半年`;
  return `${year}${Number(part)}月`;
};

const monthsOf = (part: string): readonly [number, number] => {
  const number = Number(part.slice(1));
  if (part === '') return [1, 12];
  if (part.startsWith('Q')) return [number * 3 - 2, number * 3];
  if (part.startsWith('H')) return [number * 6 - 5, number * 6];
  return [Number(part), Number(part)];
};
