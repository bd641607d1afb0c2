// One figure down to the cells it came from, for the terminal.
import { Fault } from '../fault.ts';
import type { Item } from '../items.ts';
import { itemLabel, itemName, itemsOf } from '../items.ts';
import { nearest } from '../label.ts';
import type { Edition, Form, Observation, Total, Value } from '../model.ts';
import { periodName } from '../period.ts';
import { plain } from './plain.ts';

/** `named` is an item's id or its end (`new_received.total`, `c_recv`), or its label. An unknown one is a Fault that names the nearest. */
export const explainText = (edition: Edition, named: string, unitCode: string | null): string => {
  const item = itemNamed(edition.form, named);
  const name = itemName(item.key);
  const units = edition.plan.units.filter(unit => unitCode === null || unit.code === unitCode);
  if (units.length === 0) throw new Fault(`no return is due from unit "${unitCode}" for ${edition.plan.period}`);
  const answers = new Map(
    edition.returns.flatMap(ret =>
      ret.observations.filter(found => itemName(found) === name).map(found => [ret.unit, found] as const),
    ),
  );
  const total = edition.totals.find(candidate => candidate.group === '*' && itemName(candidate) === name);
  const filed = new Set(edition.returns.map(ret => ret.unit));
  const lines = [
    `${periodName(edition.plan.period)}  ${name}  ${itemLabel(item)}（${item.row.unit}）`,
    ...(unitCode === null && total !== undefined ? [totalLine(total)] : []),
    ...units.map(
      ({ code, name: unit }) =>
        `  ${unit}（${code}）  ${lineOf(answers.get(code), filed.has(code), total?.unitsIn.includes(code) ?? false)}`,
    ),
  ];
  return `${lines.map(plain).join('\n')}\n`;
};

const totalLine = ({ value, approximate, unitsIn, unitsMissing }: Total): string =>
  `  合计 ${value}${approximate === null ? '' : `（含约数：${approximate}）`}  计入 ${unitsIn.length} 个单位，未计入 ${unitsMissing.length} 个`;

const lineOf = (observation: Observation | undefined, filed: boolean, isIn: boolean): string => {
  if (!filed) return '没有可用的报表，未计入';
  if (observation === undefined) return '报表中没有这一项，未计入';
  const { value, ref } = observation;
  return `${valueText(value)}${isIn ? '' : '，未计入'}  ← ${ref.file}!${ref.sheet}!${ref.cell}  原文“${value.raw}”`;
};

const valueText = (value: Value): string => {
  switch (value.kind) {
    case 'count':
      return value.amount;
    case 'approximate':
      return `约 ${value.amount}`;
    case 'nil':
      return '0（写明没有）';
    case 'not-applicable':
      return '不适用';
    case 'blank':
      return '空白';
    case 'unreadable':
      return '读不准';
  }
};

const itemNamed = (form: Form, named: string): Item => {
  const items = itemsOf(form);
  const names = (item: Item): readonly string[] => [
    itemName(item.key),
    `${item.key.table}.${item.key.row}.${item.key.column}`,
  ];
  const exact = items.filter(item => names(item).includes(named) || itemLabel(item) === named);
  const ending = items.filter(item => names(item).some(name => name.endsWith(`.${named}`)));
  const candidates = exact.length > 0 ? exact : ending;
  const [item] = candidates;
  if (item !== undefined && candidates.length === 1) return item;
  const near = [candidates, holding(items, named), nearest(named, items.flatMap(spellings))].find(
    found => found.length > 0,
  );
  const hint =
    near === undefined
      ? ''
      : `; did you mean ${near
          .slice(0, 8)
          .map(other => itemName(other.key))
          .join(', ')}?`;
  throw new Fault(
    `${candidates.length > 1 ? 'several items are' : 'no item is'} named "${named}" in form ${form.id}${hint}`,
  );
};

const holding = (items: readonly Item[], named: string): readonly Item[] =>
  items.filter(item => itemName(item.key).includes(named) || itemLabel(item).includes(named));

/** An item under all the names that it may be asked by. */
const spellings = (item: Item): readonly (readonly [string, Item])[] => {
  const { table, row, column } = item.key;
  const end = column === 'value' ? row : `${row}.${column}`;
  return [`${table}.${end}`, end, itemLabel(item)].map(name => [name, item] as const);
};
