// What a workbook says of itself around its tables: the cells beside 填报单位, 填报日期 …, and its titles.
import { a1 } from '../address.ts';
import { normalizeLabel } from '../label.ts';
import type { Cell, CellRef, Grid, Sheet } from '../model.ts';

export interface Cover {
  readonly unit: Answered | null;
  readonly period: Answered | null;
  readonly scope: Answered | null;
  readonly filledOn: Answered | null;
  /** The answer to 零报告. */
  readonly zeroReport: Answered | null;
  /** Every answer to 填报单位 on the visible sheets: a workbook may hold the tables of several units. */
  readonly units: readonly Answered[];
  /** Short texts in the first rows of the visible sheets. */
  readonly titles: readonly Answered[];
}

export interface Answered {
  readonly text: string;
  readonly ref: CellRef;
}

export const coverOf = (grid: Grid, file: string): Cover => {
  const sheets = grid.sheets.filter(sheet => !sheet.hidden);
  const find = (label: RegExp): Answered | null => sheets.flatMap(sheet => answersIn(sheet, file, label))[0] ?? null;
  const units = sheets.flatMap(sheet => answersIn(sheet, file, UNIT));
  return {
    unit: units[0] ?? null,
    units,
    period: find(PERIOD),
    scope: find(SCOPE),
    filledOn: find(FILLED),
    zeroReport: find(ZERO_REPORT),
    titles: sheets.flatMap(sheet => titlesOf(sheet, file)),
  };
};

const UNIT =
  /^(?:填报|报送|填表|编制|上报|报告|报表)(?:单位|机关|部门)(?:名称)?(?:盖章|公章)?$|^(?:单位|机关|部门)(?:名称|全称)$/u;
const PERIOD = /^(?:报告期|报告年度|统计年度|所属年度|填报年度|年度|统计期限|所属时期|报告期间|统计时段|所属期)$/u;
const SCOPE = /^(?:统计|填报|报送|汇总)(?:口径|范围)$/u;
const FILLED = /^(?:填报|报送|填表|报出|上报|制表|填写)(?:日期|时间)$/u;
const ZERO_REPORT = /^(?:是否)?(?:为)?零报告$/u;

// In the same cell after a colon, or else in the next filled cell of the row.
const answersIn = (sheet: Sheet, file: string, label: RegExp): readonly Answered[] =>
  sheet.cells.flatMap((cell, index) => {
    if (cell.typed.kind !== 'text' || cell.typed.text.length > 120) return [];
    return partsOf(cell.typed.text).flatMap(({ name, said }) => {
      if (!label.test(normalizeLabel(name))) return [];
      if (said !== '') return [{ text: said, ref: refOf(sheet, file, cell) }];
      const next = sheet.cells[index + 1];
      const isBeside = next !== undefined && next.row === cell.row && isAnswer(next);
      return isBeside ? [{ text: next.shown.trim(), ref: refOf(sheet, file, next) }] : [];
    });
  });

// `填报单位：董志镇  填报日期：2018年1月5日` in one cell says two things.
const partsOf = (text: string): readonly { readonly name: string; readonly said: string }[] =>
  text.split(/\s{2,}|　|\s(?=[^\s：:]{2,12}[：:])/u).map(part => {
    const [name = '', ...rest] = part.split(/[：:]/u);
    return { name, said: rest.join(':').trim() };
  });

// The next label is no answer to one left empty.
const isAnswer = ({ shown }: Cell): boolean =>
  shown.trim() !== '' &&
  !/[：:]\s*$/u.test(shown) &&
  ![UNIT, PERIOD, SCOPE, FILLED].some(label => partsOf(shown).some(({ name }) => label.test(normalizeLabel(name))));

const titlesOf = (sheet: Sheet, file: string): readonly Answered[] =>
  sheet.cells
    .filter(
      cell => cell.row < 6 && cell.typed.kind === 'text' && cell.typed.text.length >= 4 && cell.typed.text.length <= 60,
    )
    .map(cell => ({ text: cell.shown, ref: refOf(sheet, file, cell) }));

const refOf = (sheet: Sheet, file: string, cell: Cell): CellRef => ({
  file,
  sheet: sheet.name,
  cell: a1(cell.row, cell.column),
});
