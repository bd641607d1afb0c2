// All helpers that templates may use, sorted by file.
import { any } from './any.ts';
import { cell } from './cell.ts';
import { change } from './change.ts';
import { chart } from './chart.ts';
import { date } from './date.ts';
import { enumerate } from './enumerate.ts';
import type { Helper } from './helper.ts';
import { number } from './number.ts';
import { ordinal } from './ordinal.ts';
import { over } from './over.ts';
import { share } from './share.ts';
import { thousands } from './thousands.ts';
import { todo } from './todo.ts';
import { wan } from './wan.ts';

export const HELPERS: readonly Helper[] = [
  any,
  cell,
  change,
  chart,
  date,
  enumerate,
  number,
  ordinal,
  over,
  share,
  thousands,
  todo,
  wan,
];
