// Where each figure of a form stands in a blank workbook, and how formulas point there.
import { a1, onSheet } from '../../address.ts';
import type { Area, Form } from '../../model.ts';
import { onceOf } from '../../once-of.ts';
import { sheetName } from '../workbook/sheet-name.ts';
import { planTable, type TablePlan } from './table-plan.ts';

export interface BlankPlan {
  readonly form: Form;
  readonly tables: readonly SheetPlan[];
  /** By item name. */
  readonly cells: ReadonlyMap<string, FigureCell>;
}

export interface SheetPlan extends TablePlan {
  readonly sheet: string;
}

export interface FigureCell {
  readonly sheet: string;
  readonly area: Area;
}

/** The same for every unit; a form is planned once. */
export const planBlank: (form: Form) => BlankPlan = onceOf(form => {
  const taken = new Set(['封面', '文字材料', '自查', '上年参照']);
  const tables = form.tables.map(table => ({ ...planTable(table), sheet: sheetName(table.title.text, taken) }));
  const cells = tables.flatMap(({ sheet, inputs }) =>
    [...inputs].map(([name, area]) => [name, { sheet, area }] as const),
  );
  return { form, tables, cells: new Map(cells) };
});

export const addressOf = ({ top, left }: Area): string => a1(top - 1, left - 1);

/** `'表三'!C5`. */
export const farAddress = ({ sheet, area }: FigureCell): string => onSheet(sheet, addressOf(area));

/** Cells of one sheet, as an argument of SUM: `C5:C9` where they stand in one stretch, else `C5,C7`. */
export const stretchOf = (areas: readonly Area[]): string => {
  const [first, last] = [areas[0], areas.at(-1)];
  if (first === undefined || last === undefined || areas.length === 1) return areas.map(addressOf).join(',');
  const isDown = areas.every(({ top, left }, index) => left === first.left && top === first.top + index);
  const isAcross = areas.every(({ top, left }, index) => top === first.top && left === first.left + index);
  return isDown || isAcross ? `${addressOf(first)}:${addressOf(last)}` : areas.map(addressOf).join(',');
};
