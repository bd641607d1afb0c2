// {{图 '予以公开' a '部分公开' b 题='办理结果' 年=period.year}}: these figures as a chart, beside last year's where each can be compared; nothing where one is
// unknown or all are 0. It stands between paragraphs. What is printed is its table, from which the drawing is made.

import { type Entry, entriesOf, isZero } from '../entries.ts';
import { escaped } from '../escape.ts';
import { numberText } from '../number-text.ts';
import { markData, markFigure } from './data.ts';
import type { Helper } from './helper.ts';

export const chart: Helper = {
  id: '图',
  takes: ['text', 'figure'],
  repeats: true,
  options: { 题: 'text', 年: 'number' },
  gives: 'markup',
  run: given => {
    const bars = entriesOf(given);
    if (bars.some(({ figure }) => figure.value === null) || bars.every(({ figure }) => isZero(figure))) return '';
    const isCompared = bars.every(({ figure }) => figure.previous !== null);
    const year = Number(given.option('年'));
    const years = isCompared ? [year, year - 1] : [year];
    const heads = [`指标（${bars[0]?.figure.unit ?? ''}）`, ...years.map(one => `${one}年`)];
    return {
      markup: [
        `<table class="chart"><caption>${escaped(String(given.option('题') ?? ''))}</caption>`,
        `<thead><tr>${heads.map(head => `<th scope="col" class="head">${escaped(head)}</th>`).join('')}</tr></thead>`,
        `<tbody>${bars.map(bar => lineOf(bar, isCompared)).join('')}</tbody></table>`,
      ].join(''),
    };
  },
};

const lineOf = ({ label, figure }: Entry, isCompared: boolean): string => {
  const now = markFigure(figure, (value, word) => numberText(value, word)).markup;
  const before = markData(figure.previous ?? '', `prev.${figure.item}`, `上年${figure.label}`, figure.previous ?? '');
  const cells = isCompared ? [now, before] : [now];
  return `<tr><th scope="row" class="label">${escaped(label)}</th>${cells.map(cell => `<td class="figure">${cell}</td>`).join('')}</tr>`;
};
