// The figures of returns side by side, by place in the list of items: exact for print, as doubles for the reckoning of what is usual.
import { sharesOf } from '../complete.ts';
import type { Item } from '../items.ts';
import { itemName, itemsOf } from '../items.ts';
import type { Decimal, Form, Return } from '../model.ts';

/** One return's figures by place in the list of items: null and NaN where nobody can say. Doubles are exact for counts below 2^53. */
export interface Figures extends Amounts {
  readonly unit: string;
}

export interface Amounts {
  readonly stated: readonly (Decimal | null)[];
  readonly numbers: readonly number[];
}

/**
 * Figures by unit code. A blank is 0 in a return that states something (`complete.ts`); a return that is blank throughout
 * states nothing. A form other than that of `items` answers those of its items that have the same address, measure and unit.
 */
export const figuresOf = (
  items: readonly Item[],
  form: Form,
  returns: readonly Return[],
): ReadonlyMap<string, Figures> => {
  const ofReturn = sharesOf(form);
  const placeOf = new Map(itemsOf(form).map(item => [signature(item), item.place] as const));
  const places = items.map(item => placeOf.get(signature(item)) ?? -1);
  return new Map(
    returns.filter(isStated).map(ret => {
      const shares = ofReturn(ret);
      const stated = places.map(place => shares[place]?.amount ?? null);
      const numbers = stated.map(amount => (amount === null ? Number.NaN : Number(amount)));
      return [ret.unit, { unit: ret.unit, stated, numbers }];
    }),
  );
};

const isStated = (ret: Return): boolean => ret.observations.some(({ value }) => value.kind !== 'blank');

const signature = ({ key, row }: Item): string => [itemName(key), row.measure, row.unit].join(' ');
