// {{列举 '当面申请' a '网络申请' b}}: 当面申请61件、网络申请20件. Zeros are left out unless 零=true; if all are 0: 当面申请、网络申请均为0件.
// With 合计=c, parts that do not add up to c are marked, so that such a sentence is not published unseen.
import { add, compare } from '../../../decimal.ts';
import { type Entry, entriesOf, isZero } from '../entries.ts';
import { escaped } from '../escape.ts';
import { type Figure, isFigure } from '../figure.ts';
import { numberText } from '../number-text.ts';
import { markData, markFigure, markTodo } from './data.ts';
import type { Helper } from './helper.ts';

export const enumerate: Helper = {
  id: '列举',
  takes: ['text', 'figure'],
  repeats: true,
  options: { 零: 'truth', 合计: 'figure' },
  gives: 'markup',
  run: given => {
    const entries = entriesOf(given);
    const kept = given.option('零') === true ? entries : entries.filter(entry => !isZero(entry.figure));
    const whole = given.option('合计');
    const doubt = isFigure(whole) ? doubtOf(entries, whole) : '';
    return { markup: (kept.length > 0 ? kept.map(one).join('、') : allZero(entries)) + doubt };
  },
};

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

// Nothing where a figure is unknown: then nobody can say whether they add up.
const doubtOf = (entries: readonly Entry[], whole: Figure): string => {
  const parts = entries.flatMap(({ figure }) => figure.value ?? []);
  if (whole.value === null || parts.length < entries.length) return '';
  const sum = add(parts);
  if (compare(sum, whole.value) === 0) return '';
  return markTodo(`各项合计${sum}${whole.unit}，与${whole.value}${whole.unit}不符`, '待核');
};
