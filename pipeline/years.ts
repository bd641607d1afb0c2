// The years that texts speak of as their period: not the day of filling in, not the number or the edition of a notice.
import { onceForEach } from './once-for-each.ts';

/** In a title: `2023年度`, `2023 年…统计表`, `二〇二三年`, `2023年1月1日至12月31日`. */
export const yearsIn = onceForEach((text: string): readonly number[] =>
  found(text, /20\d\d(?=年|[-~—–至到]20\d\d年)/gu),
);

/** In the name of a file or a sheet, where the year may stand alone: `董志镇2023.xlsx`. */
export const yearsInName = onceForEach((text: string): readonly number[] => found(text, /20\d\d/gu));

const found = (text: string, year: RegExp): readonly number[] => {
  const plain = digits(text.slice(0, 300).normalize('NFKC').replace(/\s/gu, ''))
    .replace(SPAN, '$1年度')
    .replace(OTHER, '|');
  const years = [...plain.matchAll(year)].filter(
    ({ index }) => !/\d/u.test((plain[index - 1] ?? '') + (plain[index + 4] ?? '')),
  );
  return [...new Set(years.map(([stated]) => Number(stated)))];
};

// `2023年1月1日至12月31日`, `2023年1月至12月` speak of the year.
const SPAN = /(20\d\d)年1月(?:1日)?(?:起?至|到|-|—|~)/gu;

// Days and months; `〔2021〕30号`; what was issued, revised or made as a template in a year.
const OTHER =
  /20\d\d年\d{1,2}月(?:\d{1,2}日?)?|20\d\d[-/.]\d{1,2}(?!\d)(?:[-/.]\d{1,2})?|20\d\d(?:0\d|1[0-2])(?:[0-2]\d|3[01])|[〔﹝[(【]20\d\d[〕﹞\])】]\d{0,4}号?|20\d\d年?(?:版|修订|修正|印发|发布|公布|施行|实施|格式|模板|以来)/gu;

const digits = (text: string): string =>
  text.replace(/[二2][〇○零0][一二三四五六七八九〇○零\d]{2}(?=年)/gu, year =>
    [...year].map(digit => DIGITS.get(digit) ?? digit).join(''),
  );

const DIGITS = new Map([...'〇一二三四五六七八九'].map((digit, value) => [digit, String(value)] as const));
DIGITS.set('○', '0').set('零', '0');
