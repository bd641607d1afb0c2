// What a workbook says of itself around its tables: the cells beside 填报单位, 填报日期 …, and its titles.
import { a1 } from '../address.ts';
import { normalizeLabel } from '../label.ts';
import type { Cell, CellRef, Grid, Sheet } from '../model.ts';
import { onceForEach } from '../once-for-each.ts';

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
  const answers = sheets.flatMap(sheet => answersIn(sheet, file));
  const to = (label: Label): Answered | null => answers.find(({ about }) => about === label)?.answered ?? null;
  const units = answers.filter(({ about }) => about === 'unit').map(({ answered }) => answered);
  return {
    unit: units[0] ?? null,
    units,
    period: to('period'),
    scope: to('scope'),
    filledOn: to('filled-on'),
    zeroReport: to('zero-report'),
    titles: sheets.flatMap(sheet => titlesOf(sheet, file)),
  };
};

type Label = 'unit' | 'period' | 'scope' | 'filled-on' | 'zero-report';

/** No text is two of them. */
const LABELS: ReadonlyMap<Label, RegExp> = new Map([
  [
    'unit',
    /^(?:填报|报送|填表|编制|上报|报告|报表)(?:单位|机关|部门)(?:名称)?(?:盖章|公章)?$|^(?:单位|机关|部门)(?:名称|全称)$/u,
  ],
  ['period', /^(?:报告期|报告年度|统计年度|所属年度|填报年度|年度|统计期限|所属时期|报告期间|统计时段|所属期)$/u],
  ['scope', /^(?:统计|填报|报送|汇总)(?:口径|范围)$/u],
  ['filled-on', /^(?:填报|报送|填表|报出|上报|制表|填写)(?:日期|时间)$/u],
  ['zero-report', /^(?:是否)?(?:为)?零报告$/u],
]);

// In the same cell after a colon, or else in the next filled cell of the row.
const answersIn = (sheet: Sheet, file: string) =>
  sheet.cells.flatMap((cell, index) => {
    if (cell.typed.kind !== 'text' || cell.typed.text.length > 120) return [];
    return labelsIn(cell.typed.text).flatMap(({ about, said }) => {
      if (said !== '') return [{ about, answered: { text: said, ref: refOf(sheet, file, cell) } }];
      const next = sheet.cells[index + 1];
      const isBeside = next !== undefined && next.row === cell.row && isAnswer(next);
      return isBeside ? [{ about, answered: { text: next.shown.trim(), ref: refOf(sheet, file, next) } }] : [];
    });
  });

/** `填报单位：董志镇  填报日期：2018年1月5日` in one cell says two things. */
const labelsIn = onceForEach((text: string): readonly { readonly about: Label; readonly said: string }[] =>
  text.split(/\s{2,}|　|\s(?=[^\s：:]{2,12}[：:])/u).flatMap(part => {
    const [name = '', ...rest] = part.split(/[：:]/u);
    const bare = normalizeLabel(name);
    const [about] = [...LABELS].find(([, label]) => label.test(bare)) ?? [];
    return about === undefined ? [] : [{ about, said: rest.join(':').trim() }];
  }),
);

// The next label is no answer to one left empty.
const isAnswer = ({ shown }: Cell): boolean =>
  shown.trim() !== '' && !/[：:]\s*$/u.test(shown) && labelsIn(shown).every(({ about }) => about === 'zero-report');

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
