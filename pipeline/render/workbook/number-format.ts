// Number formats that show a figure with its word, so that a number stays a number that a formula can add.
import type { Decimal } from '../../model.ts';

/** `#,##0"余"`, `"约"#,##0`; what is 万 in words shows as an about-figure, since a sum seldom is a round one. */
export const numberFormat = (word: string | null, mark = ''): string => {
  const digits = `#,##0.######`;
  if (word === null) return mark === '' ? 'General' : `${WHOLE}${quoted(mark)}`;
  if (BEHIND.has(word)) return `${WHOLE}${quoted(word + mark)}`;
  const before = word === '万' || word === '亿' ? '约' : word;
  return `${quoted(before)}${digits.replace('.######', '')}${mark === '' ? '' : quoted(mark)}`;
};

const WHOLE = '#,##0';
const BEHIND = new Set(['余', '多', '来', '几', '左右', '上下', '以上', '以下', '以内']);
const quoted = (text: string): string => `"${text.replace(/["\\;]/gu, '')}"`;

/** With as many decimals as it has; whole numbers in groups of three. */
export const amountFormat = (value: Decimal, word: string | null, mark = ''): string => {
  const decimals = value.split('.')[1]?.length ?? 0;
  const digits = decimals === 0 ? WHOLE : `${WHOLE}.${'0'.repeat(Math.min(decimals, 15))}`;
  return word === null && mark === '' ? digits : numberFormat(word, mark).replace(WHOLE, digits);
};

/** The text in place of a 0: 无, 不适用, 空. */
export const insteadOfZero = (text: string): string => `${WHOLE};-${WHOLE};${quoted(text)}`;
