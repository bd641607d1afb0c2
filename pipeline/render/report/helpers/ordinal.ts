// {{序号 number}}: 1 → 一.
import { numeral } from '../numeral.ts';
import type { Helper } from './helper.ts';

export const ordinal: Helper = {
  id: '序号',
  takes: ['number'],
  gives: 'markup',
  run: given => numeral(given.number(0)),
};
