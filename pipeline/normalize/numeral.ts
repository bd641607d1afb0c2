// Chinese numerals, everyday and financial, read strictly (三百五 is refused, it may be 350) and written.
import type { Decimal } from '../model.ts';

/** Every character that can stand in a numeral, for a character class. */
export const NUMERAL_CHARACTERS = '零〇○一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟貳弍參叄陸兩萬億廿卅';

/** The numeral's number in plain digits (三十二, 两千三百, 壹佰零伍, 廿三, 二〇一七), or null where it is not certain. */
export const parseNumeral = (text: string): Decimal | null => {
  if (text.length > LONGEST) return null;
  const everyday = [...text].map(character => EVERYDAY[character] ?? character).join('');
  return parseDigits(everyday) ?? parseSpelled(everyday.replaceAll('两', '二'));
};

/** Whole n from 0 to 999999999999 in everyday writing: 九, 十, 十一, 九十九, 一百零五. */
export const printNumeral = (n: number | bigint): string => {
  const number = BigInt(n);
  if (number === 0n) return '零';
  let printed = '';
  for (const [scale, sign] of SECTIONS) {
    const section = (number / scale) % 10_000n;
    const gap = printed !== '' && section > 0n && section < 1_000n;
    if (section > 0n) printed += (gap ? '零' : '') + printSection(section) + sign;
    else if (printed !== '' && number % scale > 0n) printed += '零';
  }
  return printed.replace(/零+/g, '零').replace(/^一十/, '十');
};

/** No number that a return states is written longer. */
const LONGEST = 100;

const DIGITS = '零一二三四五六七八九';
const EVERYDAY: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...'壹贰叁肆伍陆柒捌玖拾佰仟'].map((character, index) => [character, '一二三四五六七八九十百千'[index]]),
  ),
  ...{ 〇: '零', '○': '零', 貳: '二', 弍: '二', 參: '三', 叄: '三', 陸: '六', 兩: '两', 萬: '万', 億: '亿' },
  ...{ 廿: '二十', 卅: '三十' },
};
const SCALES: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1_000n };
const SECTIONS = [
  [100_000_000n, '亿'],
  [10_000n, '万'],
  [1n, ''],
] as const;

/** A digit for a digit, as in 二〇一七. 三五 is refused (it means 3 to 5), and so is 一一 (dashes). */
const parseDigits = (text: string): Decimal | null => {
  if (!/^[零一二三四五六七八九]+$/.test(text)) return null;
  const certain = text.length === 1 || text.includes('零') || (text.length > 2 && !/^一+$/.test(text));
  if (!certain) return null;
  return String(BigInt([...text].map(character => DIGITS.indexOf(character)).join('')));
};

/** Reads loosely, writes what it read, and accepts only where the two agree: so 两三百 and 三百五 fall out. */
const parseSpelled = (text: string): Decimal | null => {
  const sections = /^(?:([^亿]{1,9})亿)?(?:([^万亿]{1,9})万)?([^万亿]{0,9})$/.exec(text);
  if (!sections) return null;
  const number = SECTIONS.reduce((sum, [scale], index) => sum + scale * readSection(sections[index + 1] ?? ''), 0n);
  return number > 0n && regular(printNumeral(number)) === regular(text) ? String(number) : null;
};

const readSection = (text: string): bigint => {
  let sum = 0n;
  let digit = 0n;
  for (const character of text) {
    const scale = SCALES[character];
    if (scale) {
      sum += (digit || 1n) * scale;
      digit = 0n;
    } else digit = BigInt(Math.max(0, DIGITS.indexOf(character)));
  }
  return sum + digit;
};

const printSection = (section: bigint): string =>
  [...String(section)]
    .map((digit, index, all) =>
      digit === '0' ? '零' : DIGITS.charAt(Number(digit)) + '千百十'.charAt(index + 4 - all.length),
    )
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '');

/** Freedoms that change nothing: 一百一十 or 一百十, 一万零五百 or 一万五百. */
const regular = (text: string): string =>
  text.replaceAll('一十', '十').replace(/([万亿])零(?=[一二三四五六七八九]百)/g, '$1');
