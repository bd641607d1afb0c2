// Returns → totals: every figure over all units and over each group, with the units in it and missing from it.
import { compareText } from './compare-text.ts';
import type { Shares } from './complete.ts';
import { broadestWord, completer } from './complete.ts';
import { add } from './decimal.ts';
import type { Item } from './items.ts';
import { itemsOf } from './items.ts';
import type { Form, Plan, Return, Total, Unit } from './model.ts';

/** All totals by item and then group, `*` first. `returns` holds one return a unit, all of one scope. */
export const sum = (form: Form, plan: Plan, returns: readonly Return[]): readonly Total[] => {
  const complete = completer(form);
  const filed = new Map(returns.map(ret => [ret.unit, complete(ret)] as const));
  const groups = groupsOf(plan.units);
  return itemsOf(form).flatMap(item => groups.map(({ group, units }) => total(item, group, units, filed)));
};

/** The units of each group, by code. */
const groupsOf = (units: readonly Unit[]) => {
  const groups = [...Map.groupBy(units, unit => unit.group)].filter(([group]) => group !== '');
  return [['*', units] as const, ...groups].map(([group, members]) => ({
    group,
    units: members.toSorted((a, b) => compareText(a.code, b.code)),
  }));
};

const total = (item: Item, group: string, units: readonly Unit[], filed: ReadonlyMap<string, Shares>): Total => {
  const name = item.name;
  const shares = units.map(({ code }) => ({ code, share: filed.get(code)?.get(name) ?? null }));
  const known = shares.flatMap(({ share }) => (share === null ? [] : [share]));
  const codes = (isIn: boolean): readonly string[] =>
    shares.filter(({ share }) => (share !== null) === isIn).map(({ code }) => code);
  return {
    ...item.key,
    group,
    value: add(known.map(({ amount }) => amount)),
    approximate: broadestWord(known.map(({ word }) => word)),
    unitsIn: codes(true),
    unitsMissing: codes(false),
  };
};
