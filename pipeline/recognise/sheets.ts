// Which sheets of a workbook are asked: not last year's, not a hidden twin, not the worked example.
import type { Remark } from '../model.ts';
import { yearsIn, yearsInName } from '../years.ts';
import type { Band } from './band.ts';
import type { Layout } from './layout.ts';
import type { Finds } from './spot.ts';
import type { TableWords } from './words.ts';

/** What one sheet holds of one table. */
export interface SheetFinds extends Finds {
  readonly table: TableWords;
  readonly layout: Layout;
  readonly bands: readonly Band[];
  /** True where a table of another year stood beside this one and was left out. */
  readonly besideOtherYear: boolean;
}

export interface Chosen {
  readonly finds: readonly SheetFinds[];
  readonly remarks: readonly Remark[];
}

/** Where several sheets hold one table, those with a reason against them give way; so do all of another year. They are named. */
export const chooseSheets = (
  layouts: readonly Layout[],
  all: readonly (readonly SheetFinds[])[],
  year: number,
): Chosen => {
  const reasons = layouts.map((layout, index) =>
    all[index]?.some(found => found.besideOtherYear) ? null : reasonAgainst(layout, year),
  );
  const standing = all.flatMap((finds, index) => finds.map(found => ({ found, reason: reasons[index] ?? null })));
  const isTwin = (found: SheetFinds): boolean =>
    standing.some(other => other.reason === null && other.found.table === found.table);
  const someOfThisYear = standing.some(({ reason }) => reason?.otherYear !== true);
  const kept = standing.filter(
    ({ found, reason }) => reason === null || !(isTwin(found) || (reason.otherYear && someOfThisYear)),
  );
  const dropped = standing.filter(entry => !kept.includes(entry));
  const aside = new Map(
    dropped.map(({ found: { layout }, reason }) => [layout.sheet.name, { layout, reason: reason?.text ?? '' }]),
  );
  return {
    finds: kept.map(({ found }) => found),
    remarks: [
      ...[...aside.values()].map(({ layout, reason }) => about('sheet-set-aside', layout, reason)),
      ...kept.flatMap(({ found }) => hiddenRemark(found)),
    ],
  };
};

/** Why a sheet may have to give way. One of another year gives way to nothing, too, where others are of this year. */
interface Reason {
  readonly text: string;
  readonly otherYear: boolean;
}

const reasonAgainst = (layout: Layout, year: number): Reason | null => {
  const { name, hidden } = layout.sheet;
  const years = titleYears(layout);
  const stated = years.length > 0 ? years : yearsInName(name);
  if (stated.length > 0 && !stated.includes(year)) return { text: `是${stated[0]}年的表`, otherYear: true };
  if (years.length === 0 && /上年|去年|往年/u.test(name)) return { text: '是往年的表', otherYear: true };
  if (/示例|样表|样例|范例|填表说明|填报说明/u.test(name)) return { text: '是填报示例', otherYear: false };
  return hidden ? { text: '是隐藏的工作表', otherYear: false } : null;
};

/** Bands of a table whose title names another year, where others on the sheet do not. */
export const ofOtherYears = (layout: Layout, bands: readonly Band[], year: number): ReadonlySet<Band> => {
  const late = new Set(bands.filter(band => isOtherYears(layout, band, year)));
  const heads = ({ columns }: Band): ReadonlySet<string> => new Set(columns.map(({ head }) => head.id));
  const stands = (band: Band): boolean =>
    bands.some(other => other.words === band.words && !late.has(other) && heads(other).isSupersetOf(heads(band)));
  return new Set([...late].filter(stands));
};

const isOtherYears = (layout: Layout, { top, left, columns }: Band, year: number): boolean => {
  const last = Math.max(...columns.map(({ column }) => column));
  const years = layout.labels
    .filter(({ row, area }) => row < top && row >= top - 3 && area.right >= left && area.left <= last)
    .flatMap(({ text }) => yearsIn(text));
  return years.length > 0 && !years.includes(year);
};

// Titles, not sentences and notes: `注：应与2022年年报一致`.
const titleYears = ({ labels }: Layout): readonly number[] => {
  const leftmost = Math.min(...labels.map(({ column }) => column));
  return labels
    .filter(({ row, column, text }) => row <= 5 && column <= leftmost + 2 && text.length <= 60 && !NO_TITLE.test(text))
    .flatMap(({ text }) => yearsIn(text));
};

const NO_TITLE = /[，。；,;]|^\s*(?:注|说明|备注|依据|根据|填报日期|填报时间)/u;

const hiddenRemark = ({ layout, spots }: SheetFinds): readonly Remark[] => {
  const { sheet, turned } = layout;
  if (sheet.hidden) return [about('hidden', layout, '工作表是隐藏的')];
  const rows = new Set(sheet.hiddenRows);
  const columns = new Set(sheet.hiddenColumns);
  const where = (row: number, column: number) => (turned ? { row: column, column: row } : { row, column });
  const inRow = spots.some(spot => rows.has(where(spot.row, spot.column).row));
  const inColumn = spots.some(spot => columns.has(where(spot.row, spot.column).column));
  return [
    ...(inRow ? [about('hidden', layout, '表中有隐藏的行')] : []),
    ...(inColumn ? [about('hidden', layout, '表中有隐藏的列')] : []),
  ];
};

const about = (kind: Remark['kind'], { file, sheet }: Layout, stated: string): Remark => ({
  kind,
  key: {},
  ref: { file, sheet: sheet.name, cell: 'A1' },
  stated,
  due: '',
});
