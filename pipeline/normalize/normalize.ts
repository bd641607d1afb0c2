// Placements → observations: each figure's cell becomes exactly one value, in the form's order.
import { compare } from '../decimal.ts';
import { placesOf } from '../item-places.ts';
import { type Item, itemsOf } from '../items.ts';
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
  const placed = byPlace(form, placements);
  const answers: Answer[] = [];
  itemsOf(form).forEach((item, place) => {
    const own = placed[place];
    const [first] = own ?? [];
    if (own === undefined || first === undefined) return;
    answers.push(own.length === 1 ? answer(item, first) : settleTwins(own.map(placement => answer(item, placement))));
  });
  return {
    observations: withoutShared(answers.map(({ observation }) => observation)),
    remarks: answers.filter(({ converted }) => converted).map(({ observation }) => conversionRemark(form, observation)),
  };
};

const byPlace = (form: Form, placements: readonly Placement[]): readonly (readonly Placement[] | undefined)[] => {
  const placeOf = placesOf(form);
  const placed: (Placement[] | undefined)[] = itemsOf(form).map(() => undefined);
  for (const placement of placements) {
    const place = placeOf(placement.key);
    if (place === undefined) continue;
    const own = placed[place];
    if (own === undefined) placed[place] = [placement];
    else own.push(placement);
  }
  return placed;
};

const answer = (item: Item, { cell, ref, around }: Placement): Answer => {
  const { unit, measure } = item.row;
  const stated = measure === 'money' ? statedUnit(around) : null;
  const { value, converted } = toValue(cell, stated === null ? item.row : { unit, measure, statedUnit: stated });
  const { table, row, column } = item.key;
  return { observation: { table, row, column, value, ref }, converted };
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
  const shared = sharersOf(observations);
  if (shared.size === 0) return observations;
  return observations.map(observation => {
    const amount = amountOf(observation.value);
    if (!shared.has(observation) || amount === null || compare(amount, '0') === 0) return observation;
    return { ...observation, value: { kind: 'unreadable', raw: observation.value.raw, reason: 'two-items' } };
  });
};

/** The filled observations of one file whose cell is another's, too. */
const sharersOf = (observations: readonly Observation[]): ReadonlySet<Observation> => {
  const shared = new Set<Observation>();
  const sheets = new Map<string, Map<string, Observation>>();
  for (const observation of observations) {
    const { value, ref } = observation;
    if (value.kind === 'blank') continue;
    const cells = sheets.get(ref.sheet) ?? new Map<string, Observation>();
    sheets.set(ref.sheet, cells);
    const before = cells.get(ref.cell);
    if (before === undefined) cells.set(ref.cell, observation);
    else shared.add(before).add(observation);
  }
  return shared;
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
