// What else is known of the figures of a return when one of them is looked for: last year's, those beside it, what each counts.
import { returnsByUnit } from '../filing.ts';
import { itemIndex } from '../items.ts';
import type { Hints } from '../localize/plausible.ts';
import type { Decimal, Form, Return } from '../model.ts';
import { observer } from '../observed.ts';
import { relationsOf } from '../relations.ts';
import type { Confronted } from './check.ts';
import { neighboursOf } from './neighbours.ts';
import { type SumOfParts, sumOfParts } from './sum-of-parts.ts';

/** Every figure in these sums, by item name. */
export const amountsOf = (sums: readonly SumOfParts[]): ReadonlyMap<string, Decimal> =>
  new Map(
    sums.flatMap(({ relation, whole, parts }) => [
      [relation.whole.name, whole] as const,
      ...parts.map(({ part, amount }) => [part.name, amount] as const),
    ]),
  );

/** What the unit stated the year before. */
export const previousOf = ({ unit }: Return, { previous, form }: Confronted): ReadonlyMap<string, Decimal> => {
  if (previous?.form.id !== form.id) return new Map();
  const before = returnsByUnit(previous).get(unit);
  if (before === undefined) return new Map();
  const answers = observer(previous.form)(before);
  return amountsOf(
    relationsOf(previous.form).flatMap(relation =>
      relation.kind === 'exhaustive' ? (sumOfParts(relation, answers) ?? []) : [],
    ),
  );
};

export const hintsOf = (form: Form): Hints => {
  const items = itemIndex(form);
  return {
    neighbours: neighboursOf(form),
    isMoney: name => items.get(name)?.row.measure === 'money',
    mayBeNegative: name => items.get(name)?.row.measure === 'change',
  };
};
