// Where a figure of the form stands in a workbook, and how recognition speaks of what it met.
import { a1 } from '../address.ts';
import type { CellRef, ItemKey, Remark } from '../model.ts';
import { isFooter } from './footer.ts';
import type { LabelCell, Layout, Position } from './layout.ts';
import { isFigure } from './layout.ts';
import type { PlacedLine, Stretch } from './lines.ts';
import { ownLabels } from './lines.ts';

/** A figure's cell. `heading` is the text above it as typed; `byOrder`: headings lacked, the official order decided. */
export interface Spot extends Position {
  readonly key: ItemKey;
  readonly layout: Layout;
  readonly heading: string;
  readonly byOrder: boolean;
  /** True where a line of an older template was taken for this one. */
  readonly isOlder: boolean;
}

export interface Finds {
  readonly spots: readonly Spot[];
  readonly remarks: readonly Remark[];
}

/** The place in the sheet as it is, whichever way it was read. */
export const refAt = (layout: Layout, at: Position): CellRef => {
  const { row, column } = layout.turned ? { row: at.column, column: at.row } : at;
  return { file: layout.file, sheet: layout.sheet.name, cell: a1(row, column) };
};

export const remarkAt = (layout: Layout, at: Position, kind: Remark['kind'], stated: string, due: string): Remark => ({
  kind,
  key: {},
  ref: refAt(layout, at),
  stated,
  due,
});

export const repairRemark = (layout: Layout, cell: LabelCell, due: string): Remark =>
  remarkAt(layout, cell, 'label-repaired', cell.text.trim(), due);

export const lineRemarks = (
  layout: Layout,
  { cell, line, repaired, byOrder, older }: PlacedLine,
): readonly Remark[] => {
  if (cell === null) return [];
  if (older !== null) return [remarkAt(layout, cell, 'older-template', cell.text.trim(), `${line.text}（${older}）`)];
  if (repaired) return [repairRemark(layout, cell, line.text)];
  return byOrder ? [remarkAt(layout, cell, 'placed-by-order', cell.text.trim(), line.text)] : [];
};

/** Whether a row names people or dates, or what is not asked (上年数), before its figures or in their columns. */
export const isAside = (stretch: Stretch, row: number, columns: readonly number[]): boolean =>
  stretch.layout
    .labelsIn(row)
    .filter(cell => stretch.mayLabel(cell.column) || columns.includes(cell.column))
    .some(cell => isFooter(cell) || stretch.words.beside.has(cell.label));

/** A remark on a row whose figures answer nothing, or none where it has no figures or only names people. */
export const unknownLineRemark = (stretch: Stretch, row: number, columns: readonly number[]): readonly Remark[] => {
  const { layout } = stretch;
  if (isAside(stretch, row, columns)) return [];
  const labels = ownLabels(stretch, row);
  const figures = columns.flatMap(column => {
    const cell = layout.cellAt(row, column);
    return cell !== null && cell.row === row && isFigure(cell) ? [cell] : [];
  });
  const [first] = figures;
  if (first === undefined) return [];
  const label = labels.map(cell => cell.text.trim()).join(' ');
  const stated = `${label}：${figures.map(cell => cell.shown).join('、')}`;
  return [remarkAt(layout, first, label === '' ? 'figure-set-aside' : 'label-unknown', stated, '')];
};
