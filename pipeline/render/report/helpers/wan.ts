// {{万 figure}}: an exact number in 万, 5500000 → 550万; one that is approximate already keeps its own word.
import { inWan, numberText } from '../number-text.ts';
import { markFigure } from './data.ts';
import type { Helper } from './helper.ts';

export const wan: Helper = {
  id: '万',
  takes: ['figure'],
  gives: 'markup',
  run: given =>
    markFigure(given.figure(0), (value, word) =>
      word === '万' ? numberText(value, word) : numberText(value, word, inWan),
    ),
};
