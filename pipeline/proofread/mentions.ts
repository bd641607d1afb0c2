// The numbers that a sentence states with a counting word. Dates, document numbers, ranges and bare numbers are none.
import type { Decimal } from '../model.ts';
import {
  hull,
  interval,
  type Vagueness,
  WORDS_BEFORE,
  WORDS_BEHIND,
  WORDS_BETWEEN,
} from '../normalize/approximation.ts';
import { countingWord, SCALES, shift } from '../normalize/counting-word.ts';
import { parseNumeral } from '../normalize/numeral.ts';
import type { Mention } from './words.ts';

const UNITS = [
  ...['个工作日', '工作日', '个百分点', '百分点', '个小时', '个月', '年度', '小时', '分钟', '周年', '平方米', '公里'],
  ...[
    '人次',
    '批次',
    '场次',
    '期次',
    '余人',
    '美元',
    '元',
    '人',
    '名',
    '位',
    '年',
    '月',
    '日',
    '号',
    '时',
    '点',
    '分',
    '天',
    '周',
  ],
  ...'件条份例起宗篇次则个项部单期场册本批张处家户套种类封页台幅通字届级米%‰',
];
/** What counts time, space or order. 分 and 点 are marks and hours, 号 a number. */
const NO_FIGURE = new Set(
  '个工作日 工作日 个小时 个月 年度 小时 分钟 周年 平方米 公里 年 月 日 号 时 点 分 天 周 届 级 米 字 ‰'.split(' '),
);
const EVERYDAY = new Set([...'件条份例起宗篇则', '人次']);
const BEFORE = [...WORDS_BEFORE].filter(([word]) => word !== '上').toSorted(([a], [b]) => b.length - a.length);

const any = (words: Iterable<string>): string => [...words].join('|');
const between = '余|多|来';
const WRITTEN = new RegExp(
  [
    '(?<digits>\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?<fraction>\\.\\d+)?',
    `|(?<numeral>[一二三四五六七八九十百千两零]+)`,
  ].join(''),
  'gu',
);
const BEHIND = new RegExp(
  `(?<inner>${between})?(?<scale>${any(SCALES.keys())})?(?<outer>${between})?(?<unit>${any(UNITS)})(?<behind>${any(WORDS_BEHIND.keys())})?`,
  'uy',
);

/** More numbers in one sentence are a table without its lines. */
const MOST = 100;

export const mentionsOf = (text: string): readonly Mention[] => {
  const mentions: Mention[] = [];
  for (const match of text.matchAll(WRITTEN)) {
    const mention = mentionAt(text, match, mentions.at(-1)?.end ?? 0);
    if (mention !== null) mentions.push(mention);
  }
  return mentions.length > MOST ? [] : mentions;
};

const mentionAt = (text: string, match: RegExpExecArray, last: number): Mention | null => {
  const { digits, fraction = '', numeral } = match.groups ?? {};
  const start = match.index;
  if (start < last || /[第〔\d.A-Za-z_/×至到~～—–-]/u.test(text[start - 1] ?? '')) return null;
  BEHIND.lastIndex = start + match[0].length;
  const behind = BEHIND.exec(text)?.groups;
  if (behind === undefined) return bareAt(text, match, last);
  const { inner, scale = '', outer, unit = '', behind: after } = behind;
  const amount = digits === undefined ? spelled(numeral ?? '', unit, inner) : digits.replaceAll(',', '') + fraction;
  if (amount === null || amount.length > 15 || NO_FIGURE.has(unit)) return null;
  const [before] = BEFORE.find(([word]) => text.endsWith(word, start)) ?? [];
  const words = [
    WORDS_BEFORE.get(before ?? ''),
    ...[inner, outer].map(word => WORDS_BETWEEN.get(word ?? '')),
    WORDS_BEHIND.get(after ?? ''),
  ];
  const places = Math.max(0, fraction.length - 1);
  const family = familyOf(unit);
  const bounds = boundsOf(
    amount,
    places,
    scale,
    words.filter(word => word !== undefined),
    family,
  );
  const labelEnd = start - (before ?? '').length;
  return {
    raw: text.slice(start - (before ?? '').length, BEHIND.lastIndex),
    ...bounds,
    places,
    family,
    unit,
    start,
    end: BEHIND.lastIndex,
    label: labelBefore(text.slice(Math.max(last, labelEnd - 60), labelEnd)),
  };
};

// 部分公开67，占4.61%: the counting word was forgotten.
const bareAt = (text: string, match: RegExpExecArray, last: number): Mention | null => {
  const { digits, fraction } = match.groups ?? {};
  const [start, end] = [match.index, match.index + match[0].length];
  const isBetween = /\p{Script=Han}/u.test(text[start - 1] ?? '') && /[，、；。）]/u.test(text[end] ?? '');
  if (
    digits === undefined ||
    fraction !== undefined ||
    !isBetween ||
    digits.length > 9 ||
    /^(?:19|20)\d\d$/u.test(digits)
  )
    return null;
  const amount = shift(digits.replaceAll(',', ''), 0);
  const label = labelBefore(text.slice(Math.max(last, start - 60), start));
  const family = 'bare';
  return {
    raw: match[0],
    amount,
    low: amount,
    high: amount,
    isExact: true,
    places: 0,
    family,
    unit: '',
    start,
    end,
    label,
  };
};

const spelled = (numeral: string, unit: string, inner: string | undefined): Decimal | null =>
  EVERYDAY.has(unit) && (numeral.length > 1 || inner !== undefined) ? parseNumeral(numeral) : null;

const familyOf = (unit: string): string => {
  if (unit === '%') return 'percent';
  if (unit === '单') return 'thing';
  return unit === '次' ? '次' : (countingWord(unit)?.family ?? unit);
};

const boundsOf = (digits: Decimal, places: number, scale: string, words: readonly Vagueness[], family: string) => {
  const power = SCALES.get(scale) ?? 0;
  const amount = shift(digits, power);
  const isMoney = family === 'money';
  const all: readonly Vagueness[] = words.length === 0 && power > 0 && !isMoney ? ['rounded'] : words;
  const [first, ...rest] = all.map(word =>
    interval(word, amount, shift('1', power - places), isMoney || family === 'percent'),
  );
  if (first === undefined || amount === '0') return { amount, low: amount, high: amount, isExact: true };
  return { amount, ...hull(first, ...rest), isExact: false };
};

const labelBefore = (text: string): string =>
  text.slice(Math.max(...[...'，、；：。（）'].map(mark => text.lastIndexOf(mark))) + 1);
