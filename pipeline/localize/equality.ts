// What must be 0: a sum of figures, each with its coefficient. Relations of a form and linear rules take this shape.
import { itemName } from '../items.ts';
import type { Form } from '../model.ts';
import { onceOf } from '../once-of.ts';
import type { Equality, Relation, Term } from '../relations.ts';
import { relationsOf } from '../relations.ts';

export type { Equality, Term };

/** A whole less its parts is 0. */
export const equalityOf: (relation: Omit<Relation, 'kind'>) => Equality = onceOf(
  ({ rule, severity, whole, parts }) => ({
    rule,
    severity,
    terms: [
      { name: itemName(whole.key), coefficient: '1' },
      ...parts.map(part => ({ name: itemName(part.key), coefficient: '-1' })),
    ],
  }),
);

export const equalitiesFromRelations = (form: Form): readonly Equality[] =>
  relationsOf(form)
    .filter(({ kind }) => kind === 'exhaustive')
    .map(equalityOf);
