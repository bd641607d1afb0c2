// One cell, however it was typed, as exactly one Value. What is not certain is unreadable, never a guess and never a zero.
import { BLANK, countOf } from '../common-values.ts';
import type { Cell, Decimal, Typed, UnreadableReason, Value } from '../model.ts';
import { hull, interval } from './approximation.ts';
import { clean } from './clean.ts';
import { asCountingWord, type CountingWord, countingWord, SCALES, shift } from './counting-word.ts';
import { type Asked, type Found, plainNumber, readText, type Stated, unreadable, type Word } from './stated.ts';

export type { Asked };

export interface Reckoning {
  readonly value: Value;
  /** 元, or another power of the unit, was turned into the item's unit. */
  readonly converted: boolean;
}

/** `cell` null: there is no cell. Money in 元 becomes 万元 exactly; a fraction or a negative stays for a check to complain of. */
export const toValue = (cell: Pick<Cell, 'typed' | 'shown'> | null, asked: Asked): Reckoning => {
  if (cell === null) return { value: BLANK, converted: false };
  const { typed, shown } = cell;
  if (typed.kind === 'number' && shown === typed.decimal && asked.statedUnit === undefined && COMMON.test(shown))
    return { value: countOf(shown), converted: false };
  const raw = typed.kind === 'text' ? typed.text : shown;
  const found = typed.kind === 'text' ? readText(typed.text, asked) : readTyped(typed, shown, asked);
  if (found.kind !== 'stated') return { value: { ...found, raw }, converted: false };
  const reckoned = express(found, asked, raw);
  return isPlausible(reckoned.value, asked)
    ? reckoned
    : { value: { ...unreadable('too-long'), raw }, converted: false };
};

// Nearly all figures are whole numbers, in the unit that is asked: they need not be looked at closely.
const COMMON = /^(?:0|-?[1-9]\d{0,9})$/;

// A spreadsheet keeps fifteen digits; what has more is an identity number or a damaged cell, and a count of eleven a telephone.
const isPlausible = (value: Value, { measure }: Asked): boolean => {
  if (!('amount' in value)) return true;
  const [whole = '', fraction = ''] = value.amount.replace('-', '').split('.');
  return whole.length <= (measure === 'money' ? 12 : 10) && whole.length + fraction.length <= 15;
};

// What a number format adds is what a person reads: 251000 under `0"元"` is 25.1万元, 12 under `"无"` is not to be had.
const readTyped = (typed: Exclude<Typed, { kind: 'text' }>, shown: string, asked: Asked): Found => {
  switch (typed.kind) {
    case 'number':
      if (typed.format === 'percent') return unreadable('percent');
      if (/[^\d\s.,+\-()¥￥$_*]/u.test(shown.normalize('NFKC'))) return readText(shown, asked);
      if (!/\d/u.test(shown)) return unreadable('text');
      return /^-?\d+(?:\.\d+)?$/.test(typed.decimal) ? plainNumber(typed.decimal) : unreadable('text');
    case 'date':
      return unreadable('date');
    case 'error':
      return unreadable('error-value');
    case 'uncomputed':
      return unreadable('formula');
    case 'boolean':
      return unreadable('text');
  }
};

/** The stated number in the item's unit. */
const express = (stated: Stated, asked: Asked, raw: string): Reckoning => {
  const refuse = (reason: UnreadableReason): Reckoning => ({ value: { ...unreadable(reason), raw }, converted: false });
  const wanted = asCountingWord(asked.unit);
  const isMoney = wanted.family === 'money';
  const isOwn = stated.unit !== null || stated.scale !== '' || (isMoney && stated.isGrand);
  const given = isOwn ? (stated.unit ?? { ...wanted, power: 0, scale: '' }) : heading(asked);
  if (given.family !== wanted.family) return refuse('other-unit');
  // 5千 beside 万元 may be thousands of either; 12.5万 and 3.5亿 are money in any heading.
  if (isMoney && stated.unit === null && /[百千佰仟]$/.test(stated.scale)) return refuse('text');

  const power = (SCALES.get(stated.scale) ?? 0) + given.power;
  const inItsUnit = (amount: Decimal): Decimal => shift(amount, power - wanted.power);
  const converted = power !== wanted.power && (isMoney || !isOwn);
  const isRounded = !isMoney && power > wanted.power && stated.amount !== '0';
  const words: readonly Word[] =
    stated.words.length === 0 && isRounded ? [[stated.scale || given.scale, 'rounded']] : stated.words;
  const amount = inItsUnit(stated.amount);
  const [first, ...rest] = words.map(([, vagueness]) =>
    interval(vagueness, shift(stated.amount, power), shift(stated.step, power), isMoney),
  );
  if (!first) return { value: { kind: 'count', amount, raw }, converted };
  if (stated.amount === '0' || stated.amount.startsWith('-')) return refuse('text');
  const { low, high } = hull(first, ...rest);
  const bounds = { low: shift(low, -wanted.power), high: high === null ? null : shift(high, -wanted.power) };
  return {
    value: { kind: 'approximate', amount, ...bounds, word: words.map(([text]) => text).join(''), raw },
    converted,
  };
};

/** What a bare number counts. A heading that names no unit known to us (件/人) says nothing. */
const heading = (asked: Asked): CountingWord =>
  countingWord(clean(asked.statedUnit ?? '') ?? '') ?? asCountingWord(asked.unit);
