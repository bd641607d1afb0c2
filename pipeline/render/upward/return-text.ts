// An approximate sum as a unit would type it, so that it is read back with the same amount and the same word.
import { multiply } from '../../decimal.ts';
import type { Decimal } from '../../model.ts';
import { withoutZeros } from '../report/number-text.ts';
import { BEHIND } from '../workbook/number-format.ts';

/** 13000余, 近5000, 300左右, 550万. */
export const returnText = (value: Decimal, word: string): string => {
  if (word === '万') return `${withoutZeros(multiply(value, '0.0001'))}万`;
  if (word === '亿') return `${withoutZeros(multiply(value, '0.00000001'))}亿`;
  if (BEHIND.has(word)) return `${value}${word}`;
  // 上 goes with bare powers of ten only.
  return `${word === '上' ? '超' : word}${value}`;
};
