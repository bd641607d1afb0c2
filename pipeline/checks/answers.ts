// What a return answers to each figure, and what of it is an exact number.
import type { PlacedItem } from '../items.ts';
import type { Decimal, Observation } from '../model.ts';
import type { Observed } from '../observed.ts';

export const isBlank = (answers: Observed, item: PlacedItem): boolean => answers[item.place]?.value.kind === 'blank';

export const exactAmount = (answers: Observed, item: PlacedItem): Decimal | null => exactIn(answers[item.place]);

/** What a figure states exactly; null where it is blank, approximate, unreadable or not in the file. */
export const exactIn = (answer: Observation | undefined): Decimal | null => {
  const value = answer?.value;
  if (value?.kind === 'count') return value.amount;
  return value?.kind === 'nil' || value?.kind === 'not-applicable' ? '0' : null;
};
