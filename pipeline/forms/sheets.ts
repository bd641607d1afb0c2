// Which sheets of a workbook are asked: not last year's, not a hidden twin, not the worked example.
import type { Remark } from '../model.ts';
import type { Band } from './bands.ts';
import type { Layout } from './layout.ts';
import type { Finds } from './spot.ts';
import type { TableWords } from './words.ts';

/** What one sheet holds of one table. */
export interface SheetFinds extends Finds {
  readonly table: TableWords;
  readonly layout: Layout;
  readonly bands: readonly Band[];
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
  const reasons = layouts.map(layout => reasonAgainst(layout, year));
  const standing = all.flatMap((finds, index) => finds.map(found => ({ found, reason: reasons[index] ?? null })));
  const isTwin = (found: SheetFinds): boolean =>
    standing.some(other => other.reason === null && other.found.table === found.table);
  const someOfThisYear = standing.some(({ reason }) => reason?.otherYear !== true);
  const kept = standing.filter(
    ({ found, reason }) => reason === null || !(isTwin(found) || (reason.otherYear && someOfThisYear)),
  );
  const dropped = standing.filter(entry => !kept.includes(entry));
  const names = new Map(dropped.map(({ found, reason }) => [found.layout.sheet.name, reason?.text ?? '']));
  return {
    finds: kept.map(({ found }) => found),
    remarks: [
      ...[...names].map(([sheet, reason]) => about('sheet-set-aside', sheet, reason)),
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
  const stated = titleYear(layout) ?? yearIn(name);
  if (stated !== null && stated !== year) return { text: `是${stated}年的表`, otherYear: true };
  if (stated === null && /上年|去年|往年/u.test(name)) return { text: '是往年的表', otherYear: true };
  if (/示例|样表|样例|范例|填表说明|填报说明/u.test(name)) return { text: '是填报示例', otherYear: false };
  return hidden ? { text: '是隐藏的工作表', otherYear: false } : null;
};

const titleYear = (layout: Layout): number | null => {
  for (const { row, text } of layout.labels) {
    if (row > 5) return null;
    const found = text.length > 60 || /[，。；,;]/u.test(text) ? null : yearIn(text);
    if (found !== null) return found;
  }
  return null;
};

// `2023年度`, not the day of filling in (`2024年1月15日`, `2024-01-15`) nor the number of a notice (`〔2021〕30号`).
const yearIn = (text: string): number | null => {
  const match = /(?:^|[^\d〔[])(20\d\d)(?:年(?!\s{0,3}\d)|$|[^\d年\-/.]|[-/.](?!\d))/u.exec(text.normalize('NFKC'));
  return match === null ? null : Number(match[1]);
};

const hiddenRemark = ({ layout, spots }: SheetFinds): readonly Remark[] => {
  const { sheet, turned } = layout;
  if (sheet.hidden) return [about('hidden', sheet.name, '工作表是隐藏的')];
  const rows = new Set(sheet.hiddenRows);
  const columns = new Set(sheet.hiddenColumns);
  const where = (row: number, column: number) => (turned ? { row: column, column: row } : { row, column });
  const inRow = spots.some(spot => rows.has(where(spot.row, spot.column).row));
  const inColumn = spots.some(spot => columns.has(where(spot.row, spot.column).column));
  return [
    ...(inRow ? [about('hidden', sheet.name, '表中有隐藏的行')] : []),
    ...(inColumn ? [about('hidden', sheet.name, '表中有隐藏的列')] : []),
  ];
};

const about = (kind: Remark['kind'], sheet: string, stated: string): Remark => ({
  kind,
  key: {},
  ref: { file: '', sheet, cell: 'A1' },
  stated,
  due: '',
});
