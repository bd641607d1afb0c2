// The text of a stored number → the exact decimal that a spreadsheet shows for it.
import type { Decimal } from '../model.ts';

/** Most numbers of a return are plain already. */
const COMMON = /^(?:0|-?[1-9]\d{0,14})$/;
const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/** Spreadsheets keep 15 significant digits; what a file holds beyond them is the noise of binary fractions. */
const DIGITS = 15;

/** Null where the text is not one number, or a number too large for a spreadsheet. */
export const plainDecimal = (text: string): Decimal | null => {
  const common = smallNumber(text);
  if (common !== null) return common;
  if (COMMON.test(text)) return text;
  const match = NUMBER.exec(text);
  if (match === null || text.length > 400) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return null;
  const value = Number(text);
  if (!Number.isFinite(value)) return null;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  if (withoutEndZeros(digits).length > DIGITS) return plainDecimal(value.toPrecision(DIGITS));
  return placed(sign === '-', `${whole}${fraction}`, whole.length + Number(exponent));
};

/** One text for each number below 10,000, however many cells hold it; null for what is none. */
const smallNumber = (text: string): Decimal | null => {
  if (text.length === 0 || text.length > 4) return null;
  let number = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (!(digit >= 0 && digit <= 9) || (digit === 0 && i === 0 && text.length > 1)) return null;
    number = number * 10 + digit;
  }
  SMALL[number] ??= text;
  return SMALL[number] as Decimal;
};

const SMALL: (Decimal | undefined)[] = Array.from({ length: 10_000 }, () => undefined);

/** `digits` with the decimal point after the first `point` of them, without needless zeros. */
const placed = (negative: boolean, digits: string, point: number): Decimal => {
  const whole = point <= 0 ? '' : digits.slice(0, point).padEnd(point, '0');
  const fraction = point <= 0 ? '0'.repeat(-point) + digits : digits.slice(point);
  const before = whole.replace(/^0+/, '') || '0';
  const after = withoutEndZeros(fraction);
  const plain = after === '' ? before : `${before}.${after}`;
  return negative && plain !== '0' ? `-${plain}` : plain;
};

const withoutEndZeros = (digits: string): string => {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end--;
  return digits.slice(0, end);
};
