// The values that nearly all figures have: equal ones are one object, wherever they come from.
import type { Value } from './model.ts';
import { onceForEach } from './once-for-each.ts';

export const BLANK: Value = { kind: 'blank', raw: '' };

/** A count that was typed as it is meant. */
export const countOf = onceForEach((text: string): Value => ({ kind: 'count', amount: text, raw: text }));
