// What became of applications over the years: up to five editions, each on the form of its year.
import type { Edition } from '../../model.ts';
import { periodName } from '../../period.ts';
import { isFigure } from '../report/figure.ts';
import { figuresOf, type Tables } from '../report/report-figures.ts';
import type { Chart } from './chart.ts';

/** Oldest first; none where there is only one year to show. */
export const editionsOverYears = (edition: Edition): readonly Edition[] => {
  const years: Edition[] = [];
  for (let year: Edition | null = edition; year !== null && years.length < MOST; year = year.previous)
    years.unshift(year);
  return years.length < 2 ? [] : years;
};

/** Empty where fewer than two years are known. */
export const chartsOverYears = (edition: Edition): readonly Chart[] => {
  const editions = editionsOverYears(edition);
  const years = editions.map(year => ({ name: periodName(year.plan.period), tables: figuresOf(year) }));
  return CHARTS.map(({ title, series }): Chart => {
    const categories = years.map(({ name }) => name);
    const drawn = series
      .map(({ name, figures }) => ({ name, values: years.map(({ tables }) => amountOf(tables, figures)) }))
      .filter(({ values }) => values.some(value => value !== null));
    return { title, alt: altOf(title, categories, drawn), unit: '件', categories, series: drawn };
  }).filter(({ series, categories }) => categories.length > 0 && series.length > 0);
};

const altOf = (title: string, categories: readonly string[], series: Chart['series']): string => {
  const told = series.map(({ name, values }) => {
    const numbers = values.map((value, i) => `${categories[i]}${value === null ? '不详' : `${value}件`}`);
    return `${name}：${numbers.join('，')}`;
  });
  return `${title}（柱形图）。${told.join('。')}。`;
};

/** That of the first of these figures which the year's form has; null where no unit stated it. */
const amountOf = (tables: Tables, figures: readonly string[]): number | null => {
  for (const path of figures) {
    const [table = '', row = '', column] = path.split('.');
    const found = tables[table]?.[row];
    const figure = isFigure(found) || column === undefined ? found : found?.[column];
    if (isFigure(figure)) return figure.value === null ? null : Number(figure.value);
  }
  return null;
};

const MOST = 5;

// A line of years crosses form versions, so that no single form can say which of its figures continue another's.
const CHARTS = [
  {
    title: '收到的政府信息公开申请',
    series: [
      { name: '本年新收', figures: ['t3.new_received.total', 'stat.c_recv'] },
      { name: '上年结转', figures: ['t3.carried_in.total'] },
    ],
  },
  {
    title: '办理结果',
    series: [
      { name: '予以公开', figures: ['t3.granted.total', 'stat.c_reply_agree'] },
      { name: '部分公开', figures: ['t3.partial.total', 'stat.c_reply_partial'] },
      { name: '不予公开', figures: ['t3.deny_total.total', 'stat.c_reply_deny'] },
      { name: '无法提供', figures: ['t3.na_total.total'] },
      { name: '不予处理', figures: ['t3.rej_total.total'] },
      { name: '其他处理', figures: ['t3.oth_total.total'] },
    ],
  },
  {
    title: '年末尚未办结、尚未审结',
    series: [
      { name: '结转下年度继续办理', figures: ['t3.carried_out.total'] },
      { name: '行政复议尚未审结', figures: ['t4.rev_pending'] },
      { name: '直接起诉尚未审结', figures: ['t4.dir_pending'] },
      { name: '复议后起诉尚未审结', figures: ['t4.post_pending'] },
    ],
  },
];
