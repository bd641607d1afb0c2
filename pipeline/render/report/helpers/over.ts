// {{余 figure}}: rounded down to two leading digits, 13456 → 13000余; one that is approximate already keeps its own word.
import { numberText, roundedDown } from '../number-text.ts';
import { markFigure } from './data.ts';
import type { Helper } from './helper.ts';

export const over: Helper = {
  id: '余',
  takes: ['figure'],
  gives: 'markup',
  run: given =>
    markFigure(given.figure(0), (value, word) => (word === null ? roundedDown(value) : numberText(value, word))),
};
