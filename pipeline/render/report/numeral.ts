// Numbers from 1 to 99 in Chinese, as headings are numbered.

/** 1 → 一, 10 → 十, 23 → 二十三. Above 99 the digits stay: no official text numbers so far in words. */
export const numeral = (number: number): string => {
  if (!Number.isInteger(number) || number < 1 || number > 99) return String(number);
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`;
};

const DIGITS = '〇一二三四五六七八九';
