// {{#if (有 figure)}}: whether there is any: the figure is known and not 0.
import { compare } from '../../../decimal.ts';
import type { Helper } from './helper.ts';

export const any: Helper = {
  id: '有',
  takes: ['figure'],
  gives: 'truth',
  run: given => {
    const { value } = given.figure(0);
    return value !== null && compare(value, '0') !== 0;
  },
};
