// The figures of returns side by side, by place in the list of items: exact for print, as doubles for the reckoning of what is usual.
import { completer } from '../complete.ts';
import type { Item } from '../items.ts';
import { itemName, itemsOf } from '../items.ts';
import type { Decimal, Form, Return } from '../model.ts';

/** One return's figures by place in the list of items: null and NaN where nobody can say. Doubles are exact for counts below 2^53. */
export interface Figures {
  readonly unit: string;
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
  const complete = completer(form);
  const answered = new Set(itemsOf(form).map(signature));
  const names = items.map(item => (answered.has(signature(item)) ? itemName(item.key) : null));
  return new Map(
    returns.filter(isStated).map(ret => {
      const shares = complete(ret);
      const stated = names.map(name => (name === null ? null : (shares.get(name)?.amount ?? null)));
      return [ret.unit, { unit: ret.unit, stated, numbers: stated.map(amount => Number(amount ?? Number.NaN)) }];
    }),
  );
};

const isStated = (ret: Return): boolean => ret.observations.some(({ value }) => value.kind !== 'blank');

const signature = ({ key, row }: Item): string => [itemName(key), row.measure, row.unit].join(' ');
