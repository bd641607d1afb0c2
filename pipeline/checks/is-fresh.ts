// The figures of a return are of this period and of this unit: what copies, slides and wrong units of money leave behind.
import type { Item } from '../items.ts';
import { itemName } from '../items.ts';
import type { Plan, Return, Verdict } from '../model.ts';
import { periodName } from '../period.ts';
import type { Figures } from '../plausible/figures.ts';
import type { Fingerprints } from '../plausible/fingerprints.ts';
import { situationOf } from '../plausible/situation.ts';
import type { Check } from './check.ts';
import { broken, held, unknown } from './check.ts';
import { evidenceOf, examples, slid } from './fresh-words.ts';
import { cellText, placeIn, quoted, unitName } from './wording.ts';

export const isFresh: Check = {
  id: 'is-fresh',
  title: '报表是本期的、本单位的',
  run: confronted => {
    const { returns, plan } = confronted;
    const { items, present, past, prints } = situationOf(confronted);
    const lastYear = periodName(past[0]?.period ?? plan.period);
    return returns.flatMap(ret => {
      const print = prints.get(ret.unit);
      const figures = present.get(ret.unit);
      if (print === undefined || figures === undefined) return RULES.map(unknown);
      const told = { ret, figures, print, items, plan, lastYear };
      const verdicts = [...ownYear(told), ...ownUnit(told), ...inPlace(told), ...inWanYuan(told), ...notEmptied(told)];
      return [
        ...verdicts,
        ...RULES.filter(rule => !verdicts.some(verdict => verdict.rule === rule)).map(outcome(told)),
      ];
    });
  },
};

const RULES = ['own-year', 'own-unit', 'in-place', 'in-wan-yuan', 'not-emptied'] as const;
const NEEDS_LAST_YEAR: readonly string[] = ['own-year', 'in-wan-yuan', 'not-emptied'];

/** A return of this period and what it shows; `lastYear` is the name of the period compared with. */
interface Told {
  readonly ret: Return;
  readonly figures: Figures;
  readonly print: Fingerprints;
  readonly items: readonly Item[];
  readonly plan: Plan;
  readonly lastYear: string;
}

const outcome =
  ({ print }: Told) =>
  (rule: string): Verdict =>
    print.last === null && NEEDS_LAST_YEAR.includes(rule) ? unknown(rule) : held(rule);

const ownYear = ({ ret, figures, print, items, plan, lastYear }: Told): readonly Verdict[] => {
  if (print.lastYears === null) return [];
  const evidence = evidenceOf(print.lastYears.likeness, figures, items);
  return [
    broken('own-year', {
      severity: 'query',
      place: placeIn(ret, {}, null),
      stated: `与${lastYear}相同`,
      message: `“${unitName(plan, ret.unit)}”的报表与该单位${lastYear}的报表${evidence}。疑将${lastYear}的报表改了年份报送。`,
      suggestion: '请核实；确属巧合的，请说明。',
    }),
  ];
};

const ownUnit = ({ ret, figures, print, items, plan }: Told): readonly Verdict[] => {
  if (print.anothers === null) return [];
  const other = unitName(plan, print.anothers.unit);
  const evidence = evidenceOf(print.anothers.likeness, figures, items);
  return [
    broken('own-unit', {
      severity: 'query',
      place: placeIn(ret, {}, null),
      stated: `与${print.anothers.unit}相同`,
      message: `“${unitName(plan, ret.unit)}”的报表与“${other}”本期的报表${evidence}。疑有一份误用了另一单位的数字。`,
      suggestion: '请与两个单位核实。',
    }),
  ];
};

const inPlace = ({ ret, figures, print, items, plan, lastYear }: Told): readonly Verdict[] =>
  print.shifts.map(({ table, slide, likeness, sums }) => {
    const evidence =
      likeness === null
        ? `原来不相等的 ${sums} 处合计全部相等`
        : `与该单位${lastYear}的报表非零的 ${likeness.compared} 项中有 ${likeness.equal.length} 项相同`;
    const filled = items.findIndex((item, place) => item.table === table && Number(figures.stated[place] ?? 0) !== 0);
    const ref = refOf(ret, items[filled]);
    return broken('in-place', {
      severity: 'query',
      place: placeIn(ret, { table: table.id }, ref),
      stated: slid(slide),
      message: `“${unitName(plan, ret.unit)}”${cellText(ref)}起，“${table.title.text}”的数字疑整体${slid(slide)}：移回后，${evidence}。`,
      suggestion: '请对照行名、列名核实每个数字的位置。',
    });
  });

const inWanYuan = ({ ret, print, items, plan, lastYear }: Told): readonly Verdict[] =>
  print.inYuan.flatMap(({ place, amount, last, converted }) => {
    const item = items[place];
    if (item === undefined) return [];
    const ref = refOf(ret, item);
    return [
      broken('in-wan-yuan', {
        severity: 'query',
        place: placeIn(ret, item.key, ref),
        stated: amount,
        message: `“${unitName(plan, ret.unit)}”${cellText(ref)}，${quoted(item)}填报 ${amount} 万元，${lastYear}为 ${last} 万元，相差千倍以上，疑将元填作万元；若填的是元，应为 ${converted} 万元。请核实。`,
        suggestion: converted,
      }),
    ];
  });

const notEmptied = ({ ret, print, items, plan, lastYear }: Told): readonly Verdict[] => {
  if (print.emptied === null) return [];
  const last = print.last as Figures;
  return [
    broken('not-emptied', {
      severity: 'query',
      place: placeIn(ret, {}, null),
      stated: '全部为 0',
      message: `“${unitName(plan, ret.unit)}”的报表全部为 0，而${lastYear}有 ${print.emptied.length} 项不为 0（不计总计），如${examples(print.emptied, last, items)}。`,
      suggestion: '请确认是零报告还是漏填。',
    }),
  ];
};

const refOf = (ret: Return, item: Item | undefined) =>
  ret.observations.find(observation => item !== undefined && itemName(observation) === itemName(item.key))?.ref ?? null;
