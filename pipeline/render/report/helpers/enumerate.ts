// {{列举 '当面申请' a '网络申请' b}}: 当面申请61件、网络申请20件. Zeros are left out unless 零=true; if all are 0: 当面申请、网络申请均为0件.
import { compare } from '../../../decimal.ts';
import { escapeText, printable } from '../escape.ts';
import type { Figure } from '../figure.ts';
import { numberText } from '../number-text.ts';
import { markData, markFigure } from './data.ts';
import type { Given, Helper } from './helper.ts';

interface Entry {
  readonly label: string;
  readonly figure: Figure;
}

export const enumerate: Helper = {
  id: '列举',
  takes: ['text', 'figure'],
  repeats: true,
  options: { 零: 'truth' },
  gives: 'markup',
  run: given => {
    const entries = entriesOf(given);
    const kept = given.option('零') === true ? entries : entries.filter(entry => !isZero(entry.figure));
    return { markup: kept.length > 0 ? kept.map(one).join('、') : allZero(entries) };
  },
};

const entriesOf = (given: Given): readonly Entry[] =>
  Array.from({ length: given.count / 2 }, (_, i) => ({ label: given.text(2 * i), figure: given.figure(2 * i + 1) }));

const one = ({ label, figure }: Entry): string =>
  `${escaped(label)}${markFigure(figure, (value, word) => numberText(value, word)).markup}${escaped(figure.unit)}`;

// A 0 stands for every figure it is said of, so that each stays traceable.
const allZero = (entries: readonly Entry[]): string => {
  const [first] = entries;
  if (first === undefined) return '';
  if (entries.length === 1) return one(first);
  const items = entries.map(entry => entry.figure.item).join(' ');
  const labels = entries.map(entry => entry.label).join('、');
  return `${escaped(labels)}均为${markData('0', items, labels, '0')}${escaped(first.figure.unit)}`;
};

const isZero = (figure: Figure): boolean => figure.value !== null && compare(figure.value, '0') === 0;

const escaped = (text: string): string => escapeText(printable(text));
