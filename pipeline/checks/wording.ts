// How messages name units, figures and places: always built from the thing itself.
import type { Item } from '../items.ts';
import { itemLabel } from '../items.ts';
import type { CellRef, ItemKey, Place, Plan, Return } from '../model.ts';
import { onceOf } from '../once-of.ts';

export const unitName = (plan: Plan, code: string): string => namesIn(plan).get(code) ?? code;

// Asked for each return, and each asks among all units. Of two with one code, the first.
const namesIn = onceOf(
  ({ units }: Plan): ReadonlyMap<string, string> =>
    new Map(units.toReversed().map(({ code, name }) => [code, name] as const)),
);

/** `“表头”!C5`, with the file where a sentence has not named it yet. */
export const cellText = (ref: CellRef | null): string => (ref === null ? '' : `工作表“${ref.sheet}”${ref.cell}`);

export const quoted = (item: Item): string => `“${itemLabel(item)}”`;

/** A text of somebody's, short enough for a sentence. */
export const shortened = (text: string): string => {
  const signs = [...text];
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST).join('')}…` : text;
};

const LONGEST = 60;

export const placeIn = (ret: Return, key: Partial<ItemKey>, ref: CellRef | null): Place => ({
  unit: ret.unit,
  ...key,
  ref: ref ?? { file: ret.delivery.path, sheet: '', cell: '' },
});
