// The cells of a blank that add themselves up: the wholes that must be the sum of their parts.
import { itemName } from '../../items.ts';
import { type Relation, relationsOf } from '../../relations.ts';
import { type BlankPlan, stretchOf } from './cells.ts';

/** By item name: of a whole with two sums (by row and by column) the first; the other is checked. */
export const totalsOf = ({ form, cells }: BlankPlan): ReadonlyMap<string, Relation> => {
  const found = new Map<string, Relation>();
  for (const relation of relationsOf(form)) {
    const name = itemName(relation.whole.key);
    const isOneSheet = relation.parts.every(({ key }) => key.table === relation.whole.key.table);
    const isCertain = relation.kind === 'exhaustive' && relation.severity === 'fatal';
    if (isCertain && isOneSheet && cells.has(name) && !found.has(name)) found.set(name, relation);
  }
  return found;
};

/** Empty while nothing is typed, so that an untouched blank is no report of nought. */
export const totalFormula = ({ parts }: Relation, { cells }: BlankPlan): string => {
  const areas = parts.flatMap(part => cells.get(itemName(part.key))?.area ?? []);
  return `IF(COUNT(${stretchOf(areas)})=0,"",SUM(${stretchOf(areas)}))`;
};
