// Figures against their unit's years and, where there are none, against the unit's group; what weighs most is asked about.
import type { Item } from '../items.ts';
import { itemName } from '../items.ts';
import type { CellRef, Return, Verdict } from '../model.ts';
import { type Cause, causesOf, type Moved } from '../plausible/causes.ts';
import { type Deviation, judge } from '../plausible/deviations.ts';
import { effectOf, rank } from '../plausible/effect.ts';
import type { Fingerprints } from '../plausible/fingerprints.ts';
import { type Outlier, outliersOf } from '../plausible/outliers.ts';
import { hasHistory } from '../plausible/past.ts';
import { situationOf } from '../plausible/situation.ts';
import type { Relation } from '../relations.ts';
import type { Check, Confronted } from './check.ts';
import { broken, heldTimes, placeOfUnit, unknownTimes } from './check.ts';
import { deviationWords, outlierWords } from './unusual-words.ts';
import { placeIn, unitName } from './wording.ts';

export const isPlausible: Check = {
  id: 'is-plausible',
  title: '与往年、与同类单位相比合理',
  run: confronted => {
    const { plan } = confronted;
    const { items, relations, present, past, prints } = situationOf(confronted);
    const isTold = toldAlready(prints, items);
    const judged = judge(items, present, past);
    const deviations = judged.deviations.filter(one => !isTold(one.unit)(one.place));
    const totals = totalsOf(confronted, items);
    const { listed, rest } = rank(byUnit(deviations, items, relations), totals);
    const isJudged = (unit: string) => {
      const [isKnown, isToldOf] = [hasHistory(past, unit), isTold(unit)];
      return (place: number): boolean => isKnown(place) || isToldOf(place);
    };
    const outliers = outliersOf(items, present, plan.units, isJudged);
    const say = speaker(confronted, items);
    return [
      ...listed.map(cause => say(OWN_YEARS, cause, deviationWords(cause, items, plan.period, shareOf(cause, totals)))),
      ...(rest === 0 ? [] : [restLeftOut(rest)]),
      ...byUnit(outliers.found, items, relations).map(cause => say(GROUP, cause, outlierWords(cause, items))),
      ...heldTimes(OWN_YEARS, judged.figures - judged.deviations.length),
      ...heldTimes(GROUP, outliers.held),
      ...unknownTimes(GROUP, outliers.unknown),
    ];
  },
};

const [OWN_YEARS, GROUP, REST] = ['own-years', 'group', 'rest'];

/** What `is-fresh` asks about is not asked about again, figure by figure. */
const toldAlready =
  (prints: ReadonlyMap<string, Fingerprints>, items: readonly Item[]) =>
  (unit: string): ((place: number) => boolean) => {
    const print = prints.get(unit);
    if (print === undefined) return () => false;
    if (print.lastYears !== null || print.anothers !== null || print.emptied !== null) return () => true;
    return place =>
      print.inYuan.some(money => money.place === place) ||
      print.shifts.some(({ table }) => table === items[place]?.table);
  };

const totalsOf = ({ totals }: Confronted, items: readonly Item[]): readonly number[] => {
  const all = new Map(totals.flatMap(total => (total.group === '*' ? [[itemName(total), Number(total.value)]] : [])));
  return items.map(item => all.get(itemName(item.key)) ?? 0);
};

const byUnit = <T extends Moved & { readonly unit: string }>(
  found: readonly T[],
  items: readonly Item[],
  relations: readonly Relation[],
): readonly Cause<T>[] =>
  [...Map.groupBy(found, ({ unit }) => unit).values()].flatMap(own => causesOf(own, items, relations));

/** By how much the published total would change, as a share. */
const shareOf = ({ told }: Cause<Deviation>, totals: readonly number[]): number =>
  effectOf(told, totals[told.place] ?? 0);

const restLeftOut = (rest: number): Verdict =>
  broken(REST, {
    severity: 'info',
    place: placeOfUnit(null),
    stated: String(rest),
    message: `其余 ${rest} 处偏离对各项合计的影响均不足 1%，不再列出。`,
  });

/** What is said of a figure: `text` names the figure and its trouble, the speaker whose it is and where it stands. */
const speaker = ({ returns, plan }: Confronted, items: readonly Item[]) => {
  const filed = new Map(returns.map(ret => [ret.unit, ret] as const));
  return (
    rule: string,
    { told }: Cause<Deviation> | Cause<Outlier>,
    { text, due }: { readonly text: (ref: CellRef | null) => string; readonly due: string },
  ): Verdict => {
    const ret = filed.get(told.unit) as Return;
    const item = items[told.place] as Item;
    const ref = ret.observations.find(observation => itemName(observation) === itemName(item.key))?.ref ?? null;
    return broken(rule, {
      severity: rule === OWN_YEARS ? 'query' : 'info',
      place: placeIn(ret, item.key, ref),
      stated: told.amount,
      due,
      message: `“${unitName(plan, told.unit)}”${text(ref)}`,
      suggestion: '请核实；属实的，请说明原因。',
    });
  };
};
