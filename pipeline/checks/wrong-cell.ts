// How the cell that is probably wrong is told to the clerk: value, likely value, why, the sums that say so, other ways.
import { subtract } from '../decimal.ts';
import type { PlacedItem } from '../items.ts';
import { itemName } from '../items.ts';
import type { Cause, Repair, RepairedCell } from '../localize/localize.ts';
import type { CellRef, Complaint, Return, Severity } from '../model.ts';
import type { Observed } from '../observed.ts';
import { isBlank } from './answers.ts';
import { arithmetic, type SumOfParts } from './sum-of-parts.ts';
import { cellText, placeIn, quoted } from './wording.ts';

/** A return of the unit `name` and the items of its form. */
export interface Told {
  readonly ret: Return;
  readonly name: string;
  readonly answers: Observed;
  readonly items: ReadonlyMap<string, PlacedItem>;
}

/** The complaint of a cause, at the likeliest cell of its best set; `broken` are the sums that do not hold. */
export const wrongCell = (
  best: Repair,
  first: RepairedCell,
  cause: Cause,
  broken: readonly SumOfParts[],
  told: Told,
): Complaint => {
  const item = told.items.get(first.name);
  const ref = refOf(item, told);
  // Several sums agree on one cell and its value, and on no other.
  const isSure = cause.isAll && cause.found === 1 && best.cells.length === 1 && broken.length > 1;
  const cells = best.cells.map(cell => changeText(cell, isSure, told)).join('；同时');
  const sums = broken
    .slice(0, SHOWN)
    .map(sum => sumText(sum, best.cells, told.items))
    .join('；');
  const more = broken.length > SHOWN ? `；等共 ${broken.length} 处不符` : '';
  return {
    severity: worst(broken),
    place: placeIn(told.ret, item?.key ?? {}, ref),
    stated: first.stated,
    due: first.implied,
    difference: subtract(first.stated, first.implied),
    message: `“${told.name}”${cells}：${sums}${more}。${othersText(cause, told.items)}请核对。`,
    suggestion:
      best.cells.length === 1 ? first.implied : best.cells.map(cell => shortText(cell, told.items)).join('，'),
    explainable: worst(broken) !== 'fatal',
    reasons: [],
  };
};

const SHOWN = 3;

const changeText = ({ name, stated, implied, hint }: RepairedCell, isSure: boolean, told: Told): string => {
  const item = told.items.get(name);
  const label = item === undefined ? name : quoted(item);
  const there = item !== undefined && isBlank(told.answers, item) ? '未填' : `填报 ${stated}`;
  const why = hint === '' ? '' : `（${hint}）`;
  return `${cellText(refOf(item, told))}，${label}${there}，${isSure ? '' : '可能'}应为 ${implied}${why}`;
};

const refOf = (item: PlacedItem | undefined, { answers }: Told): CellRef | null =>
  (item === undefined ? undefined : answers[item.place])?.ref ?? null;

// A sum of the one cell that was just named need not name it again.
const sumText = (sum: SumOfParts, cells: readonly RepairedCell[], items: ReadonlyMap<string, PlacedItem>): string => {
  const { whole } = sum.relation;
  const isNamed = cells.length === 1 && items.get(cells[0]?.name ?? '') === items.get(itemName(whole.key));
  return isNamed ? arithmetic(sum) : `${quoted(whole)}填报 ${sum.whole}，${arithmetic(sum)}`;
};

const othersText = ({ sets, found }: Cause, items: ReadonlyMap<string, PlacedItem>): string => {
  const others = sets.slice(1, 1 + SHOWN).map(({ cells, hint }) => {
    const texts = cells.map(cell => shortText(cell, items)).join('且');
    return hint === '' ? texts : `${texts}（${hint}）`;
  });
  if (others.length === 0) return '';
  return `也可能是：${others.join('；')}${found > 1 + SHOWN ? `；等共 ${found} 种` : ''}。`;
};

/** The cells of a sum in one way, out of others that change as few, to make all sums hold. */
export const wayText = ({ relation }: SumOfParts, { cells }: Repair, { items }: Told): string => {
  const own = new Set([relation.whole, ...relation.parts].map(({ key }) => itemName(key)));
  const texts = cells.filter(({ name }) => own.has(name)).map(cell => shortText(cell, items));
  return texts.length === 0
    ? ''
    : `与此相连的各处不符，最少改 ${cells.length} 格可全部相符，其中一种改法：${texts.join('；')}。`;
};

const shortText = ({ name, implied }: RepairedCell, items: ReadonlyMap<string, PlacedItem>): string => {
  const item = items.get(name);
  return `${item === undefined ? name : quoted(item)}应为 ${implied}`;
};

const worst = (broken: readonly SumOfParts[]): Severity =>
  (['fatal', 'query'] as const).find(level => broken.some(({ relation }) => relation.severity === level)) ?? 'info';
