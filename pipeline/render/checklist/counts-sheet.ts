// The sheet 问题统计: how many findings there are by severity, by unit and by check.
import type { Edition, Severity } from '../../model.ts';
import { periodName } from '../../period.ts';
import { SEVERITY_NAMES } from '../../severity-names.ts';
import { checkTitle } from '../told/check-titles.ts';
import type { ToldFinding } from '../told/finding.ts';
import type { Book, Sheet } from '../workbook/book.ts';
import { banner, dress, headRow } from '../workbook/look.ts';
import { setPage } from '../workbook/page.ts';
import { textValue } from '../workbook/text-value.ts';

export const drawCounts = (book: Book, { plan }: Edition, told: readonly ToldFinding[]): void => {
  const sheet = book.addWorksheet('问题统计');
  for (const [index, width] of [40, 12, 12, 12, 12, 12].entries()) sheet.getColumn(index + 1).width = width;
  banner(sheet, 1, 6, '问题统计', 16);
  sheet.getRow(1).height = 30;
  let row = drawBlock(sheet, 3, '全部', [['合计', told]]);
  const units = Map.groupBy(told, ({ unit }) => unit);
  row = drawBlock(
    sheet,
    row + 1,
    '单位',
    byCount(units, unit => (unit === '' ? '（不属于某一单位）' : unit)),
  );
  const checks = Map.groupBy(told, ({ finding }) => finding.check);
  row = drawBlock(sheet, row + 1, '审核内容', byCount(checks, checkTitle));
  setPage(sheet, { orientation: 'portrait', width: 6, height: row - 1, footer: periodName(plan.period) });
};

type Group = readonly [name: string, told: readonly ToldFinding[]];

const byCount = (
  groups: ReadonlyMap<string, readonly ToldFinding[]>,
  nameOf: (key: string) => string,
): readonly Group[] =>
  [...groups]
    .map(([key, told]): Group => [nameOf(key), told])
    .sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? -1 : 1));

const ORDER: readonly Severity[] = ['fatal', 'query', 'info'];

const drawBlock = (sheet: Sheet, top: number, heading: string, groups: readonly Group[]): number => {
  const head = [heading, ...ORDER.map(severity => SEVERITY_NAMES[severity]), '共计', '其中待处理'];
  headRow(sheet, top, head);
  for (const [nth, [name, told]] of groups.entries()) {
    const count = (severity: Severity): number => told.filter(({ finding }) => finding.severity === severity).length;
    const open = told.filter(({ finding }) => finding.status === 'open').length;
    const row = top + 1 + nth;
    const line = [textValue(name), ...ORDER.map(count), told.length, open];
    for (const [index, value] of line.entries()) {
      const cell = sheet.getCell(row, index + 1);
      cell.value = value;
      dress(cell, index === 0 ? { shade: 'label' } : { align: { horizontal: 'center' } });
    }
  }
  return top + 1 + groups.length;
};
