// One figure down to the cells it came from, for the terminal.
import { completer, type Share } from '../complete.ts';
import { derivedRows } from '../derived-rows.ts';
import { Fault } from '../fault.ts';
import type { Item } from '../items.ts';
import { itemLabel, itemName, itemsOf } from '../items.ts';
import { nearest } from '../label.ts';
import type { Edition, Form, Observation, Total, Value } from '../model.ts';
import { periodName } from '../period.ts';
import { plain } from './plain.ts';

/** `named` is an item's id or its end (`new_received.total`, `c_recv`), or its label. An unknown one is a Fault that names the nearest. */
export const explainText = (edition: Edition, named: string, unitCode: string | null): string => {
  const derived = derivedNamed(edition.form, named);
  if (derived !== null) return derived.map(name => explainText(edition, name, unitCode)).join('');
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
  const complete = completer(edition.form);
  const shares = new Map(edition.returns.map(ret => [ret.unit, complete(ret).get(name) ?? null] as const));
  const lines = [
    `${periodName(edition.plan.period)}  ${name}  ${itemLabel(item)}（${item.row.unit}）`,
    ...(unitCode === null && total !== undefined ? [totalLine(total)] : []),
    ...units.map(({ code, name: unit }) => `  ${unit}（${code}）  ${lineOf(answers.get(code), shares.get(code))}`),
  ];
  return `${lines.map(plain).join('\n')}\n`;
};

const totalLine = ({ value, approximate, unitsIn, unitsMissing }: Total): string =>
  `  合计 ${value}${approximate === null ? '' : `（含约数：${approximate}）`}  计入 ${unitsIn.length} 个单位，未计入 ${unitsMissing.length} 个`;

// `share` undefined: the unit has no return that counts; null: nobody can say how much it is.
const lineOf = (observation: Observation | undefined, share: Share | null | undefined): string => {
  if (share === undefined) return '没有可用的报表，未计入';
  if (observation === undefined) return '报表中没有这一项，未计入';
  const { value, ref } = observation;
  const counted = share === null ? '，未计入' : share.computed ? `，按各分项之和 ${share.amount} 计入` : '';
  return `${valueText(value)}${counted}  ← ${ref.file}!${ref.sheet}!${ref.cell}  原文“${value.raw}”`;
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

/** The figures that make up one which only prose quotes, such as `t3.deny_total.total`; null where it is none. */
const derivedNamed = (form: Form, named: string): readonly string[] | null => {
  for (const table of form.tables)
    for (const { id, rows } of derivedRows(table)) {
      const [start = '', end = ''] = named.split(id);
      if (named.includes(id) && ['', `${table.id}.`].includes(start))
        return rows.map(row => `${table.id}.${row}${end}`);
    }
  return null;
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
