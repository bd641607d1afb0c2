// Placements → observations: each figure's cell becomes exactly one value, in the form's order.
import { compare } from '../decimal.ts';
import type { Item } from '../items.ts';
import { itemName, itemsOf } from '../items.ts';
import type { Form, Observation, Placement, Remark, Value } from '../model.ts';
import { toValue } from './number.ts';

export interface Answers {
  readonly observations: readonly Observation[];
  readonly remarks: readonly Remark[];
}

interface Answer {
  readonly observation: Observation;
  readonly converted: boolean;
}

/** An item with no placement has no observation; recognition has said so in a remark. */
export const normalize = (form: Form, placements: readonly Placement[]): Answers => {
  const byItem = Map.groupBy(placements, placement => itemName(placement.key));
  const answers = itemsOf(form).flatMap(item => {
    const placed = byItem.get(item.name) ?? [];
    return placed.length === 0 ? [] : [settleTwins(placed.map(placement => answer(item, placement)))];
  });
  return {
    observations: withoutShared(answers.map(({ observation }) => observation)),
    remarks: answers.filter(({ converted }) => converted).map(({ observation }) => conversionRemark(form, observation)),
  };
};

const answer = (item: Item, { cell, ref, around }: Placement): Answer => {
  const { unit, measure } = item.row;
  const stated = measure === 'money' ? statedUnit(around) : null;
  const asked = stated === null ? { unit, measure } : { unit, measure, statedUnit: stated };
  const { value, converted } = toValue(cell, asked);
  return { observation: { ...item.key, value, ref }, converted };
};

// One figure met in two places: the filled one counts, two that agree are one, two that differ are unreadable.
const settleTwins = (answers: readonly Answer[]): Answer => {
  const filled = answers.filter(({ observation }) => observation.value.kind !== 'blank');
  const [first] = filled.length === 0 ? answers : filled;
  if (first === undefined) throw new RangeError('no answer to settle');
  if (filled.every(({ observation }) => saysTheSame(observation.value, first.observation.value))) return first;
  const raw = filled.map(({ observation }) => `${observation.ref.cell} ${observation.value.raw}`).join('；');
  return {
    observation: { ...first.observation, value: { kind: 'unreadable', raw, reason: 'two-cells' } },
    converted: false,
  };
};

// A number merged over 规章 and 规范性文件 is not twice as many; none merged over both is none of either.
const withoutShared = (observations: readonly Observation[]): readonly Observation[] => {
  const filled = observations.filter(({ value }) => value.kind !== 'blank');
  const byCell = Map.groupBy(filled, ({ ref }) => JSON.stringify([ref.file, ref.sheet, ref.cell]));
  const shared = new Set([...byCell.values()].filter(group => group.length > 1).flat());
  return observations.map(observation => {
    const amount = amountOf(observation.value);
    if (!shared.has(observation) || amount === null || compare(amount, '0') === 0) return observation;
    return { ...observation, value: { kind: 'unreadable', raw: observation.value.raw, reason: 'two-items' } };
  });
};

const saysTheSame = (a: Value, b: Value): boolean => {
  const [first, second] = [amountOf(a), amountOf(b)];
  return a === b || (first !== null && second !== null && compare(first, second) === 0);
};

const amountOf = (value: Value): string | null => {
  if (value.kind === 'nil') return '0';
  return value.kind === 'count' || value.kind === 'approximate' ? value.amount : null;
};

/** The unit of money that a heading, a label or the unit column prints: 元, 万元 or 亿元; null where none does. */
const statedUnit = (around: readonly string[]): string | null => {
  for (const text of around) {
    const plain = text.normalize('NFKC').replace(/\s/gu, '');
    if (plain.length > 60) continue;
    const match = /^([万亿]?元)$/u.exec(plain) ?? /[(:,]([万亿]?元)\)?/u.exec(plain);
    if (match?.[1] !== undefined) return match[1];
  }
  return null;
};

const conversionRemark = (form: Form, { value, ref, ...key }: Observation): Remark => {
  const due = form.tables.find(table => table.id === key.table)?.rows.find(row => row.id === key.row)?.unit ?? '';
  const amount = value.kind === 'count' || value.kind === 'approximate' ? value.amount : '';
  return { kind: 'unit-converted', key, ref, stated: value.raw, due: `${amount}${due}` };
};
