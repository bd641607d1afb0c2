// {{待补 '联系电话'}}: a marked blank for what the data cannot know.
import { markTodo } from './data.ts';
import type { Helper } from './helper.ts';

export const todo: Helper = {
  id: '待补',
  takes: ['text'],
  gives: 'markup',
  run: given => ({ markup: markTodo(given.text(0)) }),
};
