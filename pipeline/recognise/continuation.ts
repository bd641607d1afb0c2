// A table that goes on over a second sheet without repeating its headings keeps the columns of the first.
import type { Band } from './band.ts';
import { readBand } from './grids.ts';
import type { Layout } from './layout.ts';
import type { SheetFinds } from './sheets.ts';
import { remarkAt } from './spot.ts';
import type { TableWords } from './words.ts';

/** `all[i]` is what sheet i holds; the result adds tables continued from an earlier sheet of the file. */
export const continueTables = (
  layouts: readonly Layout[],
  tables: readonly TableWords[],
  all: readonly (readonly SheetFinds[])[],
): readonly (readonly SheetFinds[])[] =>
  all.map((finds, index) => {
    const layout = layouts[index];
    if (layout === undefined) return finds;
    const lacking = tables.filter(table => table.kind === 'grid' && !finds.some(found => found.table === table));
    const added = lacking.flatMap(table => {
      const before = all
        .slice(0, index)
        .flatMap(earlier => earlier.filter(found => found.table === table && !found.layout.turned));
      return continued(layout, table, before);
    });
    return [...finds, ...added];
  });

const continued = (layout: Layout, table: TableWords, before: readonly SheetFinds[]): readonly SheetFinds[] => {
  const band = before.at(-1)?.bands.at(-1);
  const placed = new Set(before.flatMap(found => found.spots.map(spot => spot.key.row)));
  const labels = layout.labels.filter(cell => {
    const lines = table.linesByLabel.get(cell.label) ?? [];
    return lines.some(line => line.rows.every(row => !placed.has(row.id)));
  });
  const [first] = labels;
  const distinct = new Set(labels.map(({ label }) => label)).size;
  if (band === undefined || first === undefined || distinct < FEWEST_LABELS) return [];
  const columns = band.columns.map(column => ({ ...column, repaired: false }));
  const headless: Band = { ...band, columns, top: first.row - 1, bottom: first.row - 1, end: Number.POSITIVE_INFINITY };
  const { spots, remarks } = readBand(layout, headless);
  const remark = remarkAt(layout, first, 'placed-by-order', layout.sheet.name, table.table.title.text);
  return [{ table, layout, bands: [headless], spots, remarks: [...remarks, remark], besideOtherYear: false }];
};

// Positions are trusted only where the labels around agree: 总计 alone stands three times in 表四.
const FEWEST_LABELS = 3;
