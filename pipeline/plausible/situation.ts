// All that is looked at to say what is unusual: this period's figures, the years before, and what each return shows at once.
import type { Item } from '../items.ts';
import { itemsOf } from '../items.ts';
import type { Edition } from '../model.ts';
import { onceOf } from '../once-of.ts';
import { type Relation, relationsOf } from '../relations.ts';
import { type Figures, figuresOf } from './figures.ts';
import { type Fingerprints, fingerprintsOf } from './fingerprints.ts';
import { type PastYear, pastOf } from './past.ts';

export type Confronted = Pick<Edition, 'form' | 'plan' | 'returns' | 'previous'>;

export interface Situation {
  readonly items: readonly Item[];
  readonly relations: readonly Relation[];
  readonly present: ReadonlyMap<string, Figures>;
  /** Newest first. */
  readonly past: readonly PastYear[];
  readonly prints: ReadonlyMap<string, Fingerprints>;
}

/** Two checks ask for it of the same edition; it is made once. */
export const situationOf = onceOf(({ form, plan, returns, previous }: Confronted): Situation => {
  const items = itemsOf(form);
  const relations = relationsOf(form);
  const present = figuresOf(items, form, returns);
  const past = pastOf(items, previous, plan.scope);
  const prints = fingerprintsOf(items, relations, present, past);
  return { items, relations, present, past, prints: new Map(prints.map(print => [print.unit, print] as const)) };
});
