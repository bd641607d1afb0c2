// A whole beside the sum of its parts, as a return states them.
import { add, compare, subtract } from '../decimal.ts';
import type { PlacedItem } from '../items.ts';
import { itemLabel } from '../items.ts';
import { plainLabel } from '../label.ts';
import type { Decimal } from '../model.ts';
import type { Observed } from '../observed.ts';
import type { Relation } from '../relations.ts';
import { exactAmount, isBlank } from './answers.ts';

export interface SumOfParts {
  readonly relation: Relation;
  readonly whole: Decimal;
  readonly parts: readonly { readonly part: PlacedItem; readonly amount: Decimal }[];
  /** The sum of the parts, and `whole − due`. */
  readonly due: Decimal;
  readonly difference: Decimal;
}

/** Null where nobody can say: the whole is no exact number, or a part, or all parts of a whole above 0 are blank. */
export const sumOfParts = (relation: Relation, answers: Observed): SumOfParts | null => {
  const whole = exactAmount(answers, relation.whole);
  if (whole === null) return null;
  if (relation.parts.every(part => isBlank(answers, part)) && compare(whole, '0') !== 0) return null;
  const parts = relation.parts.flatMap(part => {
    const amount = isBlank(answers, part) ? '0' : exactAmount(answers, part);
    return amount === null ? [] : [{ part, amount }];
  });
  if (parts.length < relation.parts.length) return null;
  const due = add(parts.map(({ amount }) => amount));
  return { relation, whole, parts, due, difference: subtract(whole, due) };
};

/** `各分项之和为 5（自然人 3＋法人 2），多 1` */
export const arithmetic = ({ relation, parts, due, difference }: SumOfParts): string => {
  const shown = parts.filter(({ amount }) => compare(amount, '0') !== 0);
  const terms = shown.map(({ part, amount }) => `${shortLabel(part, relation.whole)} ${amount}`).join('＋');
  const sign = difference.startsWith('-') ? `少 ${difference.slice(1)}` : `多 ${difference}`;
  return `各分项之和为 ${due}（${terms === '' ? '各分项均为 0' : terms}），${sign}`;
};

// A part along the same row is told by its column alone, and the other way round.
const shortLabel = (part: PlacedItem, whole: PlacedItem): string => {
  if (part.row === whole.row && part.column !== null) return part.column.label.text;
  return plainLabel(part.row.label?.text ?? itemLabel(part));
};
