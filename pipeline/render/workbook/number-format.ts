// Number formats that show a figure with its word, so that a number stays a number that a formula can add.
import type { Decimal } from '../../model.ts';

/** `#,##0.00`, `#,##0"余"`, `"约"#,##0`: with as many decimals as the value has. 550万 shows as 约5,500,000, since its digits stay. */
export const amountFormat = (value: Decimal, word: string | null, mark = ''): string => {
  const point = value.indexOf('.');
  if (point < 0 && word === null && mark === '') return WHOLE;
  const decimals = point < 0 ? 0 : value.length - point - 1;
  const digits = decimals === 0 ? WHOLE : `${WHOLE}.${'0'.repeat(Math.min(decimals, 15))}`;
  const before = word === '万' || word === '亿' ? '约' : (word ?? '');
  return BEHIND.has(before) ? `${digits}${quoted(before + mark)}` : `${quoted(before)}${digits}${quoted(mark)}`;
};

/** The text in place of a 0: 无, 不适用, 空. */
export const insteadOfZero = (text: string): string => `${WHOLE};-${WHOLE};${quoted(text)}`;

const WHOLE = '#,##0';
/** Words of approximation that people write behind the number. */
export const BEHIND: ReadonlySet<string> = new Set(['余', '多', '来', '几', '左右', '上下', '以上', '以下', '以内']);
const quoted = (text: string): string => (text === '' ? '' : `"${text.replace(/["\\;]/gu, '')}"`);
