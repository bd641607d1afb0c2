// {{千分 figure}}: with commas, for tables of large numbers: 24,252.311082.
import { grouped, numberText } from '../number-text.ts';
import { markFigure } from './data.ts';
import type { Helper } from './helper.ts';

export const thousands: Helper = {
  id: '千分',
  takes: ['figure'],
  gives: 'markup',
  run: given => markFigure(given.figure(0), (value, word) => numberText(value, word, grouped)),
};
