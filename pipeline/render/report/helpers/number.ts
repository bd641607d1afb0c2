// {{数 figure}}: the number plainly, with its word of approximation: 92, 13000余, 550万.
import { numberText } from '../number-text.ts';
import { markFigure } from './data.ts';
import type { Helper } from './helper.ts';

export const number: Helper = {
  id: '数',
  takes: ['figure'],
  gives: 'markup',
  run: given => markFigure(given.figure(0), (value, word) => numberText(value, word)),
};
