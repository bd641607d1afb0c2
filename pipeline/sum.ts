// Returns → totals: every figure over all units and over each group, with the units in it and missing from it.
import { compareText } from './compare-text.ts';
import type { Shares } from './complete.ts';
import { broadestWord, sharesOf } from './complete.ts';
import { add } from './decimal.ts';
import type { PlacedItem } from './items.ts';
import { itemsOf } from './items.ts';
import type { Decimal, Form, Plan, Return, Total, Unit } from './model.ts';

/** All totals by item and then group, `*` first. `returns` holds one return a unit, all of one scope. */
export const sum = (form: Form, plan: Plan, returns: readonly Return[]): readonly Total[] => {
  const ofReturn = sharesOf(form);
  const filed = new Map(returns.map(ret => [ret.unit, ofReturn(ret)] as const));
  const groups = groupsOf(plan.units, filed);
  return itemsOf(form).flatMap(item => groups.map(group => total(item, group)));
};

/** Some of the units due, by code, and what those that filed put into sums. */
interface Group {
  readonly group: string;
  readonly members: readonly { readonly code: string; readonly shares: Shares | null }[];
  readonly coverage: (missing: readonly string[]) => Coverage;
}

type Coverage = Pick<Total, 'unitsIn' | 'unitsMissing'>;

const groupsOf = (units: readonly Unit[], filed: ReadonlyMap<string, Shares>): readonly Group[] => {
  const groups = [...Map.groupBy(units, unit => unit.group)].filter(([group]) => group !== '');
  return [['*', units] as const, ...groups].map(([group, some]) => {
    const codes = some.map(({ code }) => code).sort(compareText);
    const members = codes.map(code => ({ code, shares: filed.get(code) ?? null }));
    return { group, members, coverage: coverageOf(codes) };
  });
};

// Mostly the same units are missing from every figure of a group, and thousands of codes for each of hundreds of figures are many.
const coverageOf = (codes: readonly string[]): Group['coverage'] => {
  const known = new Map<string, Coverage>();
  return missing => {
    const key = missing.join('\n');
    const before = known.get(key);
    if (before !== undefined) return before;
    const out = new Set(missing);
    const coverage = { unitsIn: codes.filter(code => !out.has(code)), unitsMissing: missing };
    known.set(key, coverage);
    return coverage;
  };
};

const total = ({ key, place }: PlacedItem, { group, members, coverage }: Group): Total => {
  const amounts: Decimal[] = [];
  const words: (string | null)[] = [];
  const missing: string[] = [];
  for (const { code, shares } of members) {
    const share = shares?.[place] ?? null;
    if (share === null) missing.push(code);
    else {
      amounts.push(share.amount);
      if (share.word !== null) words.push(share.word);
    }
  }
  return { ...key, group, value: add(amounts), approximate: broadestWord(words), ...coverage(missing) };
};
