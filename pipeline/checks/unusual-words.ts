// How an unusual figure is told: in the unit's own numbers, without statistics.
import type { Item } from '../items.ts';
import type { CellRef, Period } from '../model.ts';
import { yearBefore, yearOf } from '../period.ts';
import { type Cause, isHigh, type Moved } from '../plausible/causes.ts';
import type { Deviation } from '../plausible/deviations.ts';
import type { Outlier } from '../plausible/outliers.ts';
import type { Stated } from '../plausible/past.ts';
import type { Interval } from '../plausible/unusual.ts';
import { cellText, quoted } from './wording.ts';

/** What stands after the unit's name; `due` is the span, `0–12`. */
export interface Words {
  readonly text: (ref: CellRef | null) => string;
  readonly due: string;
}

/** `近三年 4、5、3，今年 40；按往年应在 0–12 之间`; `share`: of the total, that the deviation makes. */
export const deviationWords = (
  cause: Cause<Deviation>,
  items: readonly Item[],
  period: Period,
  share: number,
): Words => {
  const { amount, history, interval, place } = cause.told;
  const due = span(interval);
  const now = period.length === 4 ? '今年' : '本期';
  const years = `${pastWords(history, period)}，${now} ${amount}；按往年应在 ${due} 之间`;
  const text = (ref: CellRef | null): string =>
    `${cellText(ref)}，${quotedAt(items, place)}${years}，影响合计约 ${percent(share)}。${together(cause, items)}`;
  return { text, due };
};

/** `同组其他 12 个单位中位数为 3，绝大多数不超过 8`. */
export const outlierWords = (cause: Cause<Outlier>, items: readonly Item[]): Words => {
  const { amount, group, peers, place } = cause.told;
  const most = rounded(peers.most);
  const text = (ref: CellRef | null): string =>
    `${cellText(ref)}，${quotedAt(items, place)}填报 ${amount}，该单位没有往年数可比；“${group}”组其他 ${peers.units} 个单位的中位数为 ${rounded(peers.median)}，九成五不超过 ${most}。${together(cause, items)}`;
  return { text, due: '' };
};

/** `去年 3`, `近三年 4、5、3`; with the years where one is missing: `2022年、2024年 4、3`. */
export const pastWords = (history: readonly Stated[], period: Period): string => {
  const amounts = history.map(({ amount }) => amount).join('、');
  const isUnbroken = history
    .toReversed()
    .every((stated, back) => yearOf(stated.period) === yearOf(yearBefore(period)) - back);
  if (!isUnbroken) return `${history.map(stated => `${yearOf(stated.period)}年`).join('、')} ${amounts}`;
  const same = period.length === 4 ? '' : '同期';
  return `${history.length === 1 ? '去年' : `近${NUMBERS[history.length]}年`}${same} ${amounts}`;
};

const NUMBERS = ['', '一', '两', '三', '四', '五'];
const MOST_NAMED = 2;

const together = (cause: Cause<Moved & { readonly amount: string }>, items: readonly Item[]): string => {
  if (cause.with.length === 0) return '';
  const named = cause.with.slice(0, MOST_NAMED).map(({ place, amount }) => `${quotedAt(items, place)} ${amount}`);
  const more = cause.with.length > MOST_NAMED ? `等 ${cause.with.length} 项` : '';
  return `同时偏${isHigh(cause.told) ? '高' : '低'}的有${named.join('、')}${more}。`;
};

const span = ({ low, high }: Interval): string => `${low}–${high}`;

const percent = (share: number): string => (share < 0.01 ? '不足 1%' : `${Math.round(share * 100)}%`);

const rounded = (number: number): string => String(Math.round(number * 10) / 10);

const quotedAt = (items: readonly Item[], place: number): string => {
  const item = items[place];
  return item === undefined ? '' : quoted(item);
};
