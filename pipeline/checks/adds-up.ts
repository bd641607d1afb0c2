// A whole is the sum of its parts, and no part exceeds its whole: the relations that stand in rows.csv and columns.csv.
import { stated } from '../complete.ts';
import { add, compare, subtract } from '../decimal.ts';
import type { Item } from '../items.ts';
import { itemLabel, itemName } from '../items.ts';
import { plainLabel } from '../label.ts';
import type { Observation, Return, Verdict } from '../model.ts';
import type { Relation } from '../relations.ts';
import { relationsOf } from '../relations.ts';
import type { Check } from './check.ts';
import { broken, held, unknown } from './check.ts';
import { cellText, placeIn, quoted, unitName } from './wording.ts';

export const addsUp: Check = {
  id: 'adds-up',
  title: '总计等于各分项之和',
  run: ({ form, returns, plan }) => {
    const relations = relationsOf(form);
    return returns.flatMap(ret => {
      const answers = new Map(ret.observations.map(observation => [itemName(observation), observation] as const));
      return relations.flatMap(relation => verdictsOn(relation, answers, ret, unitName(plan, ret.unit)));
    });
  },
};

type Answers = ReadonlyMap<string, Observation>;

const verdictsOn = (relation: Relation, answers: Answers, ret: Return, name: string): readonly Verdict[] => {
  const whole = exactAmount(answers, relation.whole);
  if (whole === null) return [unknown(relation.rule)];
  if (relation.kind === 'of_which')
    return relation.parts.map(part => partVerdict(relation, part, whole, answers, ret, name));
  const parts = relation.parts.map(part => ({
    part,
    amount: isBlank(answers, part) ? '0' : exactAmount(answers, part),
  }));
  if (parts.every(({ part }) => isBlank(answers, part)) && compare(whole, '0') !== 0) return [unknown(relation.rule)];
  if (parts.some(({ amount }) => amount === null)) return [unknown(relation.rule)];
  const amounts = parts.map(({ part, amount }) => ({ part, amount: amount ?? '0' }));
  const due = add(amounts.map(({ amount }) => amount));
  const difference = subtract(whole, due);
  if (compare(difference, '0') === 0) return [held(relation.rule)];
  return [sumVerdict(relation, whole, due, difference, amounts, answers, ret, name)];
};

const sumVerdict = (
  { rule, severity, whole: item }: Relation,
  whole: string,
  due: string,
  difference: string,
  parts: readonly { readonly part: Item; readonly amount: string }[],
  answers: Answers,
  ret: Return,
  name: string,
): Verdict => {
  const ref = answers.get(itemName(item.key))?.ref ?? null;
  const shown = parts.filter(({ amount }) => compare(amount, '0') !== 0);
  const terms = shown.map(({ part, amount }) => `${shortLabel(part, item)} ${amount}`).join('＋');
  const sign = difference.startsWith('-') ? `少 ${difference.slice(1)}` : `多 ${difference}`;
  return broken(rule, {
    severity,
    place: placeIn(ret, item.key, ref),
    stated: whole,
    due,
    difference,
    message: `“${name}”${cellText(ref)}，${quoted(item)}填报 ${whole}，各分项之和为 ${due}（${terms === '' ? '各分项均为 0' : terms}），${sign}。请核对总计与各分项。`,
  });
};

const partVerdict = (
  relation: Relation,
  part: Item,
  whole: string,
  answers: Answers,
  ret: Return,
  name: string,
): Verdict => {
  const amount = exactAmount(answers, part);
  if (amount === null) return unknown(relation.rule);
  if (compare(amount, whole) <= 0) return held(relation.rule);
  const ref = answers.get(itemName(part.key))?.ref ?? null;
  return broken(relation.rule, {
    severity: relation.severity,
    place: placeIn(ret, part.key, ref),
    stated: amount,
    due: `≤${whole}`,
    difference: subtract(amount, whole),
    message: `“${name}”${cellText(ref)}，${quoted(part)}填报 ${amount}，大于${quoted(relation.whole)}的 ${whole}。其中数不应超过总数，请核对。`,
  });
};

// A part along the same row is told by its column alone, and the other way round.
const shortLabel = (part: Item, whole: Item): string => {
  if (part.row === whole.row && part.column !== null) return part.column.label.text;
  return plainLabel(part.row.label?.text ?? itemLabel(part));
};

const isBlank = (answers: Answers, item: Item): boolean => answers.get(itemName(item.key))?.value.kind === 'blank';

/** What a figure states exactly; null where it is blank, approximate, unreadable or not in the file. */
const exactAmount = (answers: Answers, item: Item): string | null => {
  const value = answers.get(itemName(item.key))?.value;
  const share = value === undefined ? null : stated(value);
  return share === null || share.word !== null ? null : share.amount;
};
