// Every file can be opened and every figure in it is a number that can be read for sure.
import { compare, isWhole } from '../decimal.ts';
import type { Item, PlacedItem } from '../items.ts';
import { itemsOf } from '../items.ts';
import type { Place, Return, UnreadableReason, Value, Verdict } from '../model.ts';
import { type Observed, observer } from '../observed.ts';
import type { Check } from './check.ts';
import { broken, held, heldTimes } from './check.ts';
import { troubles } from './troubles.ts';
import { cellText, placeIn, quoted, shortened, unitName } from './wording.ts';

export const isReadable: Check = {
  id: 'is-readable',
  title: '文件能打开，数字能读准',
  run: ({ judgements, returns, form, plan }) => {
    const [items, observe] = [itemsOf(form), observer(form)];
    return [
      ...troubles('is-readable', judgements, plan),
      ...returns.flatMap(ret => verdictsOn(items, observe(ret), ret, unitName(plan, ret.unit))),
    ];
  },
};

/** Whether the figures can be read, and of those that state an amount whether that is exact and of a kind that can be. */
const verdictsOn = (
  items: readonly PlacedItem[],
  observed: Observed,
  ret: Return,
  name: string,
): readonly Verdict[] => {
  const amiss: Verdict[] = [];
  let [none, sound] = [0, 0];
  for (const item of items) {
    const observation = observed[item.place];
    if (observation === undefined) continue;
    const { value } = observation;
    if (value.kind === 'blank' || value.kind === 'nil' || value.kind === 'not-applicable') none += 1;
    else if (value.kind === 'count' && isAllowed(value.amount, item)) sound += 1;
    else amiss.push(...verdictsOnOne(value, placeIn(ret, item.key, observation.ref), item, name));
  }
  return [
    ...heldTimes('figure', none + sound),
    ...heldTimes('exact', sound),
    ...heldTimes('whole-number', sound),
    ...amiss,
  ];
};

const REASONS: Readonly<Record<UnreadableReason, readonly [string, string]>> = {
  'error-value': ['是公式错误值', '请改正公式或直接填写数字'],
  date: ['被表格软件变成了日期', '请把单元格格式改为“常规”或“文本”后重新填写'],
  percent: ['是百分数', '请填写件数等实际数量'],
  formula: ['是没有保存计算结果的公式', '请用 Excel 或 WPS 打开、保存一次，或直接填写数字'],
  text: ['不是数字', '请只填写数字；没有的填 0'],
  'several-numbers': ['含有不止一个数', '请只填写合计后的一个数'],
  'other-unit': ['所注单位与要求的计量单位不同', '请按要求的计量单位填写'],
  'too-long': ['过长，不像是一个数量', '请只填写数字，说明写在备注中'],
  'two-items': ['写在跨了几项的合并单元格里，分不清各项是多少', '请取消合并，逐项填写'],
  'two-cells': ['在两处填写且不一致', '请核对并只保留一处'],
};

type Amiss = Extract<Value, { readonly kind: 'unreadable' | 'approximate' | 'count' }>;

const verdictsOnOne = (value: Amiss, place: Place, item: Item, name: string): readonly Verdict[] => {
  const where = `“${name}”${cellText(place.ref)}，${quoted(item)}填写为“${shortened(value.raw)}”`;
  if (value.kind === 'unreadable') {
    const [what, remedy] = REASONS[value.reason];
    const message = `${where}，${what}，未计入汇总。${remedy}（单位：${item.row.unit}）。`;
    return [broken('figure', { severity: 'fatal', place, stated: value.raw, message })];
  }
  if (value.kind === 'approximate') {
    const message = `${where}，是约数，按 ${value.amount} 计入，合计也只是约数。请填写准确数。`;
    return [held('figure'), broken('exact', { severity: 'query', place, stated: value.raw, message })];
  }
  const due =
    item.row.measure === 'money' ? '不小于 0 的金额' : item.row.measure === 'change' ? '整数' : '不小于 0 的整数';
  const message = `${where}，应为${due}。数字已照填计入汇总，请核对更正。`;
  return [
    held('figure'),
    held('exact'),
    broken('whole-number', { severity: 'fatal', place, stated: value.amount, due, message }),
  ];
};

// H5 of the crosschecks: counts are whole and not negative, money is not negative.
const isAllowed = (amount: string, item: Item): boolean => {
  if (item.row.measure !== 'change' && compare(amount, '0') < 0) return false;
  return item.row.measure === 'money' || isWhole(amount);
};
