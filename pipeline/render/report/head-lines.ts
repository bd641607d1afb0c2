// The lines of a table's header, from the cells that begin at each of its columns.
import type { Scope } from './blocks.ts';
import type { Placed } from './spans.ts';

export interface HeadCell {
  readonly text: string;
  readonly rowspan: number;
  readonly colspan: number;
  readonly scope: Scope;
}

export interface HeadLine {
  readonly cells: readonly HeadCell[];
}

export const headLines = (
  byEntry: readonly (readonly Placed[])[],
  colspanOf: (start: number, along: number) => number = (_, along) => along,
): readonly HeadLine[] => {
  const cells = byEntry.flatMap((entry, start) =>
    entry.map(({ text, along, across, level }) => ({ text, rowspan: across, colspan: colspanOf(start, along), level })),
  );
  const depth = Math.max(...cells.map(cell => cell.level + cell.rowspan));
  return Array.from({ length: depth }, (_, level) => ({
    cells: cells
      .filter(cell => cell.level === level)
      .map(({ text, rowspan, colspan }) => ({ text, rowspan, colspan, scope: colspan > 1 ? 'colgroup' : 'col' })),
  }));
};
