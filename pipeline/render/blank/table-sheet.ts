// A table of the form as a sheet to fill in.

import type { Item } from '../../items.ts';
import { itemIndex, itemLabel, itemName } from '../../items.ts';
import type { Decimal, Form } from '../../model.ts';
import type { Relation } from '../../relations.ts';
import type { Book, Cell } from '../workbook/book.ts';
import { textValue } from '../workbook/text-value.ts';
import { addressOf, type BlankPlan, type SheetPlan } from './cells.ts';
import { at, draw, finishSheet, heightFor } from './look.ts';
import { totalFormula } from './totals.ts';

export interface Prefill {
  readonly unit: string;
  /** What last year's return says of each figure. */
  readonly lastYear: ReadonlyMap<string, Decimal>;
  /** What stands in input cells already: carried over from last year. */
  readonly carried: ReadonlyMap<string, Decimal>;
}

export const addTable = async (
  book: Book,
  plan: BlankPlan,
  table: SheetPlan,
  totals: ReadonlyMap<string, Relation>,
  prefill: Prefill,
): Promise<void> => {
  const sheet = book.addWorksheet(table.sheet);
  const wide = table.widths.length;
  sheet.columns = table.widths.map(width => ({ width }));
  draw(sheet, at(1, 1, wide), 'title').value = textValue(table.table.title.text);
  draw(sheet, at(2, 1, wide), 'plain').value = textValue(`填报单位：${prefill.unit}`);
  sheet.getRow(1).height = 30;
  for (const { role, text, ...area } of table.printed) {
    draw(sheet, area, role === 'note' ? 'unit' : role).value = textValue(text);
    if (area.top === area.bottom) {
      const width = table.widths.slice(area.left - 1, area.right).reduce((sum, one) => sum + one, 0);
      const row = sheet.getRow(area.top);
      row.height = Math.max(row.height ?? 0, heightFor(text, width, 13));
    }
  }
  const items = itemIndex(plan.form);
  for (const [name, area] of table.inputs) {
    const item = items.get(name);
    if (item === undefined) continue;
    const total = totals.get(name);
    const carried = prefill.carried.get(name);
    const cell = draw(sheet, area, total !== undefined ? 'total' : carried !== undefined ? 'carried' : 'input');
    if (total !== undefined) cell.value = { formula: totalFormula(total, plan), result: sumOf(total, prefill) };
    else {
      if (carried !== undefined) cell.value = Number(carried);
      validate(cell, item, prefill.lastYear.get(name) ?? null, carried ?? null);
    }
  }
  for (const [name, area] of table.lastYear) {
    const past = prefill.lastYear.get(name);
    draw(sheet, area, 'past').value = past === undefined ? null : Number(past);
  }
  await finishSheet(sheet, wide > 6 && table.lastRow < 15 ? 'landscape' : 'portrait');
};

/** What the formula says of the cells that are filled already. */
const sumOf = ({ parts }: Relation, { carried }: Prefill): number | string => {
  const filled = parts.flatMap(part => carried.get(itemName(part.key)) ?? []);
  return filled.length === 0 ? '' : filled.reduce((sum, amount) => sum + Number(amount), 0);
};

const validate = (cell: Cell, item: Item, past: Decimal | null, carried: Decimal | null): void => {
  const { measure, unit } = item.row;
  const address = addressOf({ top: Number(cell.row), left: Number(cell.col), bottom: 0, right: 0 });
  const [what, formula] = MEASURES[measure];
  const hints = [
    `${itemLabel(item)}（${unit}）`.slice(0, 120),
    `请填${what}，没有的填 0。`,
    past === null ? '' : `上年数：${past}。`,
    carried === null ? '' : '已按上年“结转下年”填入，与实际不符的请改正并说明原因。',
  ];
  cell.dataValidation = {
    type: 'custom',
    allowBlank: true,
    formulae: [formula.replaceAll('#', address)],
    showInputMessage: true,
    promptTitle: '填报提示',
    prompt: hints
      .filter(text => text !== '')
      .join('\n')
      .slice(0, 255),
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: '请核对所填的数',
    error: `此处应填${what}，不要带单位、文字或空格。没有的填 0。`,
  };
};

const MEASURES = {
  count: ['0 或正整数', 'AND(ISNUMBER(#),#>=0,INT(#)=#)'],
  change: ['整数（减少的填负数）', 'AND(ISNUMBER(#),INT(#)=#)'],
  money: ['不小于 0 的金额，最多 6 位小数', 'AND(ISNUMBER(#),#>=0,ROUND(#,6)=#)'],
} as const;

/** The figures that a form carries over from last year: only above 0, so that an untouched blank holds no zeros of ours. */
export const carriedOver = (form: Form, totals: ReadonlyMap<string, Relation>, lastYear: Prefill['lastYear']) =>
  new Map(
    [...itemIndex(form)].flatMap(([name, { key, row }]) => {
      if (row.carriesFrom === null || totals.has(name)) return [];
      const past = lastYear.get(itemName({ ...key, row: row.carriesFrom }));
      return past === undefined || Number(past) === 0 ? [] : [[name, past] as const];
    }),
  );
