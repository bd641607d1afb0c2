// The sums of an edition by the words that prose uses for them; what `--period` compares with.
import { add } from '../decimal.ts';
import { itemName, itemsOf, rowLabel } from '../items.ts';
import { normalizeLabel } from '../label.ts';
import type { Decimal, Edition } from '../model.ts';

export interface SumEntry {
  /** 2021年汇总 t3.new_received.total */
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly amount: Decimal;
  readonly isExact: boolean;
}

export interface SumIndex {
  /** 样本汇集点2021年，5个单位 */
  readonly scope: string;
  /** By bare words, as `bareWords` gives them. Words that two figures share are in it with neither. */
  readonly byWords: ReadonlyMap<string, readonly SumEntry[]>;
}

/** What a label says without 本年, 数量 and the like: 本年新收政府信息公开申请数量 → 新收政府信息公开申请. */
export const bareWords = (label: string): string =>
  normalizeLabel(label)
    .replace(/^(?:其中|全[区市县年]|[我本][区市县年]度?|一年来|\d{4}年度?|当年)+/u, '')
    .replace(/(?:总数量|数量|总数|件数|次数|总计|共计|共有|共|为|数|有|是)+$/u, '')
    .replace(/^(?:收到|受理|接收)(?:的)?(?:公开|依)?(?:政府|信息|公开)*申请(?:公开)?$/u, RECEIVED)
    .replace(/^新收(?:的)?(?:政府|信息|公开)*申请$/u, NEW);

export const RECEIVED = '收到申请';
const NEW = '新收申请';
const CARRIED = /^上年结转/u;

export const sumIndexOf = (edition: Edition): SumIndex => {
  const { plan, form, totals, returns } = edition;
  const sums = new Map(totals.filter(({ group }) => group === '*').map(total => [itemName(total), total]));
  const byWords = new Map<string, SumEntry[]>();
  const enter = (words: string, entry: SumEntry): void => {
    const known = byWords.get(words) ?? [];
    if (words.length >= 4 && known.every(({ name }) => name !== entry.name)) byWords.set(words, [...known, entry]);
  };
  const entries = itemsOf(form).flatMap(item => {
    const total = sums.get(itemName(item.key));
    if (total === undefined || (item.column !== null && !isTotalColumn(item.column.label.text))) return [];
    const entry = {
      name: itemName(item.key),
      label: rowLabel(item),
      unit: item.row.unit,
      amount: total.value,
      isExact: total.approximate === null,
    };
    const labels = item.row.label === null ? [rowLabel(item)] : [item.row.label.text, ...item.row.label.aliases];
    for (const label of labels) enter(bareWords(label), entry);
    return [{ ...entry, words: labels.map(bareWords) }];
  });
  const fresh = entries.find(({ words }) => words.includes(NEW));
  const carried = entries.find(({ words }) => words.some(each => CARRIED.test(each)));
  if (fresh !== undefined) {
    byWords.set(NEW, [fresh]);
    const all = carried && {
      ...fresh,
      name: `${fresh.name} + ${carried.name}`,
      label: '新收加上年结转',
      amount: add([fresh.amount, carried.amount]),
    };
    byWords.set(RECEIVED, all === undefined ? [fresh] : [fresh, all]);
  }
  return { scope: `${plan.organ ?? ''}${plan.period}汇总，${returns.length}个单位`, byWords };
};

const isTotalColumn = (label: string): boolean => /^(?:总计|合计)$/u.test(label);
