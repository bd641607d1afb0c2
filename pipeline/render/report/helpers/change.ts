// {{同比 figure}}: a clause with its comma: ，同比增长3.1% · ，同比下降3.1% · ，与上年持平 · ，上年为0件; nothing without last year's figure.
import { compare, subtract } from '../../../decimal.ts';
import { escapeText } from '../escape.ts';
import { percent } from '../number-text.ts';
import { markData } from './data.ts';
import type { Helper } from './helper.ts';

export const change: Helper = {
  id: '同比',
  takes: ['figure'],
  options: { 位数: 'number' },
  gives: 'markup',
  run: given => {
    const { value, previous, approximate, item, label, unit } = given.figure(0);
    if (value === null || previous === null) return '';
    const direction = compare(value, previous);
    if (direction === 0) return '，与上年持平';
    const difference = subtract(value, previous).replace('-', '');
    const result = percent(difference, previous, Number(given.option('位数') ?? 1));
    if (result === null)
      return { markup: `，上年为${markData('0', `prev.${item}`, `上年${label}`, '0')}${escapeText(unit)}` };
    const words = `同比${approximate === null ? '' : '约'}${direction > 0 ? '增长' : '下降'}`;
    const title = `${label}：上年${previous}，本年${value}`;
    return { markup: `，${words}${markData(result, `${item}/prev.${item}`, title, `${result}%`)}` };
  },
};
