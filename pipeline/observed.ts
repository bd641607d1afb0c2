// What returns say of each figure of their form, by its place there: checks and sums ask for hundreds of thousands.
import { placesOf } from './item-places.ts';
import { itemsOf } from './items.ts';
import type { Form, ItemKey, Observation, Return } from './model.ts';
import { onceOf } from './once-of.ts';

/** By place of the item in the form; undefined where its line is not in the file. */
export type Observed = readonly (Observation | undefined)[];

/** Looks into returns of one form. */
export const observer: (form: Form) => (ret: Return) => Observed = onceOf(form => onceOf(ret => observedIn(form, ret)));

// Returns are written in the form's order, so that mostly nothing has to be looked up, and that of a whole form is there already.
const observedIn = (form: Form, { observations }: Return): Observed => {
  const items = itemsOf(form);
  if (observations.length === items.length && items.every(({ key }, place) => isOf(key, observations[place])))
    return observations;
  const placeOf = placesOf(form);
  const observed: (Observation | undefined)[] = items.map(() => undefined);
  for (const observation of observations) {
    const place = placeOf(observation);
    if (place !== undefined) observed[place] = observation;
  }
  return observed;
};

const isOf = ({ table, row, column }: ItemKey, other: Observation | undefined): boolean =>
  other !== undefined && row === other.row && column === other.column && table === other.table;
