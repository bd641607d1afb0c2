// {{格 figure}}: the number in a table's cell, where its row and column say already what an unknown one would be.
import { numberText } from '../number-text.ts';
import { markFigure } from './data.ts';
import type { Helper } from './helper.ts';

export const cell: Helper = {
  id: '格',
  takes: ['figure'],
  gives: 'markup',
  run: given => markFigure(given.figure(0), (value, word) => numberText(value, word), ''),
};
