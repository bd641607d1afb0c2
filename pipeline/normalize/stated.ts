// A cell's text as the number it states, in its own unit, or why it states none.
import type { Decimal, Measure, UnreadableReason } from '../model.ts';
import { type Vagueness, WORDS_BEFORE, WORDS_BEHIND, WORDS_BETWEEN } from './approximation.ts';
import { clean } from './clean.ts';
import { asCountingWord, type CountingWord, countingWord, SCALES, shift } from './counting-word.ts';
import { saysNone, saysNotApplicable } from './nothing.ts';
import { NUMERAL_CHARACTERS, parseNumeral } from './numeral.ts';

/** `unit`: the item's, such as 件 or 万元. `statedUnit`: what the return's own heading prints, where that differs. */
export interface Asked {
  readonly unit: string;
  readonly measure: Measure;
  readonly statedUnit?: string | undefined;
}

/** A number as stated, before its unit is compared with the one asked. */
export interface Stated {
  readonly kind: 'stated';
  readonly amount: Decimal;
  /** The place of the last printed digit: 1, or 0.01 for 2.50. */
  readonly step: Decimal;
  readonly words: readonly Word[];
  /** The power of ten written behind the digits, 万, or ''. */
  readonly scale: string;
  /** The counting word written behind it, or null. */
  readonly unit: CountingWord | null;
  /** 三十万 written out: where money is asked in 万元, this is 元. */
  readonly isGrand: boolean;
}

export type Word = readonly [word: string, vagueness: Vagueness];
export type Found = Stated | { readonly kind: 'blank' | 'nil' | 'not-applicable' } | Unreadable;

interface Unreadable {
  readonly kind: 'unreadable';
  readonly reason: UnreadableReason;
}

export const unreadable = (reason: UnreadableReason): Unreadable => ({ kind: 'unreadable', reason });

/** A number in plain notation, without a word beside it. */
export const plainNumber = (decimal: Decimal): Stated => ({
  kind: 'stated',
  amount: shift(decimal, 0),
  step: shift('1', -(decimal.split('.')[1] ?? '').length),
  words: [],
  scale: '',
  unit: null,
  isGrand: false,
});

/** Every text is something: at least `unreadable`. No more than 200 characters are looked at closely. */
export const readText = (text: string, asked: Asked): Found => {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return unreadable('too-long');
  const cleaned = clean(trimmed);
  if (cleaned === null) return unreadable('text');
  if (cleaned.length > LONGEST) return unreadable('too-long');
  if (cleaned === '') return { kind: 'blank' };
  const spaced = cleaned.replace(/[。;]$/, '').replace(SPACED_THOUSANDS, group => group.replaceAll(' ', ''));
  const compact = spaced.replace(/\s+/g, '');
  if (saysNone(compact)) return { kind: 'nil' };
  if (saysNotApplicable(compact)) return { kind: 'not-applicable' };
  if (ERROR.test(compact)) return unreadable('error-value');
  if (saysDate(spaced, compact)) return unreadable('date');
  if (SPACE_WITHIN.test(spaced)) return unreadable('several-numbers');
  return readNumber(compact, asked) ?? unreadable(whyNot(compact));
};

const LONGEST = 200;
const saysDate = (spaced: string, compact: string): boolean =>
  DATES.some(date => date.test(spaced)) || (compact !== '' && CHINESE_DATE.test(compact));

const whyNot = (compact: string): UnreadableReason => {
  const numbers = (compact.match(NUMBERS) ?? []).filter(found => !/^[A-Za-z]/.test(found));
  if (numbers.length > 1) return 'several-numbers';
  return numbers.length === 1 && /[%‰]|百分之/.test(compact) ? 'percent' : 'text';
};

const readNumber = (compact: string, asked: Asked): Stated | null => {
  const { direction, before, currency, sign, digits, inner, scale, outer, tail } = WRITTEN.exec(compact)?.groups ?? {};
  if (digits === undefined || tail === undefined) return null;
  const [, name = '', behind] = TAIL.exec(tail) ?? [];
  const words = [
    ...word(WORDS_BEFORE, before),
    ...word(WORDS_BETWEEN, inner),
    ...word(WORDS_BETWEEN, outer),
    ...word(WORDS_BEHIND, behind),
  ];
  const isBarePower = /^[十百千]?[百千万亿]$/.test(digits);
  const decimal = /\d/.test(digits)
    ? digits.replaceAll(',', '')
    : parseNumeral(isBarePower && words.length > 0 ? `一${digits}` : digits);
  const unit = name === '' ? (currency ? countingWord('元') : null) : wordOf(name, asked);
  if (decimal === null || (name !== '' && unit === null) || (scale && unit?.scale)) return null;
  if (direction && (sign || asked.measure !== 'change')) return null;
  if (before === '上' && !isBarePower) return null;
  const stated = plainNumber(sign === '-' || sign === '−' || direction?.startsWith('减') ? `-${decimal}` : decimal);
  return { ...stated, words, scale: scale ?? '', unit, isGrand: /[万亿萬億]/.test(digits) };
};

const word = (words: ReadonlyMap<string, Vagueness>, found: string | undefined): readonly Word[] => {
  const vagueness = words.get(found ?? '');
  return found && vagueness ? [[found, vagueness]] : [];
};

/** The asked unit is always known, even where no list has it: a form may count anything. */
const wordOf = (text: string, asked: Asked): CountingWord | null =>
  countingWord(text) ?? (text === asked.unit ? asCountingWord(asked.unit) : null);

const any = (words: Iterable<string>): string => [...words].join('|');
const WRITTEN = new RegExp(
  [
    '^(?:共计|合计|总计|总共|累计|共有|共|计|均为|为)?',
    '(?<direction>增加|增长|增|减少|减)?',
    `(?<before>${any(WORDS_BEFORE.keys())})?`,
    '(?<currency>¥|人民币)?',
    '(?<sign>[+−-])?',
    `(?<digits>(?:[1-9]\\d{0,2}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?|[${NUMERAL_CHARACTERS}]+)`,
    `(?<inner>${any(WORDS_BETWEEN.keys())})?`,
    `(?<scale>${any(SCALES.keys())})?`,
    `(?<outer>${any(WORDS_BETWEEN.keys())})?`,
    '(?<tail>.*)$',
  ].join(''),
);
const TAIL = new RegExp(`^(.*?)(${any(WORDS_BEHIND.keys())})?$`);
const SPACED_THOUSANDS = /(?<![\d.,]|\d )[1-9]\d{0,2}(?: \d{3})+(?![\d,]| \d)/g;
// 百 千 万 亿 may stand apart from their digit (2 万); a digit may not.
const SPACE_WITHIN = new RegExp(
  `[\\d.,${NUMERAL_CHARACTERS}]\\s+[\\d.,${NUMERAL_CHARACTERS.replace(/[百千万亿佰仟萬億]/g, '')}]`,
);
const NUMBERS = new RegExp(`[A-Za-z][+-]?\\d+|\\d+(?:,\\d{3})*(?:\\.\\d+)?|[${NUMERAL_CHARACTERS}]+`, 'g');
const ERROR = /^#[A-Z/0_]{2,12}[!?]?$/i;
const DATES = [
  /^(?:19|20)\d\d([-/.])\d{1,2}\1\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?$/,
  /^(?:19|20)\d\d[-/](?:0?[1-9]|1[0-2])$/,
  /^\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:-\d{2,4})?$/i,
];
const CHINESE_DATE =
  /^(?:[\d零〇○一二三四五六七八九]{2,4}年)?(?:[\d一二三四五六七八九十]{1,3}月)?(?:[\d一二三四五六七八九十廿]{1,3}[日号])?$/;
