// What a return answers to each figure, and what of it is an exact number.
import { stated } from '../complete.ts';
import { type Item, observationsByItem } from '../items.ts';
import type { Decimal, Observation, Return } from '../model.ts';

/** By item name. */
export type Answers = ReadonlyMap<string, Observation>;

export const answersOf = (ret: Return): Answers => observationsByItem(ret);

export const isBlank = (answers: Answers, item: Item): boolean => answers.get(item.name)?.value.kind === 'blank';

/** What a figure states exactly; null where it is blank, approximate, unreadable or not in the file. */
export const exactAmount = (answers: Answers, item: Item): Decimal | null => {
  const value = answers.get(item.name)?.value;
  const share = value === undefined ? null : stated(value);
  return share === null || share.word !== null ? null : share.amount;
};
