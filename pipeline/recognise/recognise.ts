// Grid × Form → where the form's figures stand in a workbook, by their labels and never by their addresses.

import { rowLabel } from '../items.ts';
import { normalizeLabel } from '../label.ts';
import type { Form, FormTable, Generation, Grid, Placement, Remark } from '../model.ts';
import { onceOf } from '../once-of.ts';
import { findBands } from './bands.ts';
import { continueTables } from './continuation.ts';
import { coveredByOlder } from './covered.ts';
import { readBand } from './grids.ts';
import type { Layout } from './layout.ts';
import { isFigure, layOut } from './layout.ts';
import { readList } from './lists.ts';
import { ownerOf } from './owner.ts';
import type { FoundText } from './prose.ts';
import { findTexts } from './prose.ts';
import type { SheetFinds } from './sheets.ts';
import { chooseSheets, ofOtherYears } from './sheets.ts';
import type { Spot } from './spot.ts';
import { refAt, remarkAt } from './spot.ts';
import type { TableWords } from './words.ts';
import { wordsOf } from './words.ts';

export interface Recognition {
  readonly placements: readonly Placement[];
  readonly remarks: readonly Remark[];
  readonly texts: readonly FoundText[];
  /** The other generation of the form that its labels speak for, or null. */
  readonly generation: Generation | null;
}

/** `file` is the path that places are told by. `year` is the one that is asked for; sheets of another year are set aside where one of this year is there too. */
export const recognise = (grid: Grid, form: Form, year: number, file = ''): Recognition => {
  const words = wordsOf(form);
  const layouts = grid.sheets.map(sheet => layOut(sheet, file));
  const upright = layouts.map(layout => readSheet(layout, words, year));
  const poor = words.filter(table => figuresOf(upright.flat(), table) * 2 < table.figures);
  const turned = poor.length === 0 ? [] : grid.sheets.map(sheet => readSheet(layOut(sheet, file, true), poor, year));
  const all = continueTables(
    layouts,
    words,
    layouts.map((_, index) => fuller(upright[index] ?? [], turned[index] ?? [])),
  );
  const chosen = chooseSheets(layouts, all, year);
  const covered = form.tables.flatMap(table => coveredByOlder(table, spotsOf(chosen.finds, table)));
  return {
    placements: [...chosen.finds.flatMap(placementsOf), ...covered],
    remarks: [
      ...chosen.finds.flatMap(found => found.remarks),
      ...chosen.remarks,
      ...missingRemarks(form, chosen.finds, covered),
      ...unknownSheets(layouts, all),
    ],
    texts: findTexts(layouts, form),
    generation: otherGeneration(layouts, form),
  };
};

const placementsOf = ({ layout, spots }: SheetFinds): readonly Placement[] => {
  return spots.map(({ key, row, column, heading }) => {
    const cell = layout.cellAt(row, column);
    const around = [heading, ...layout.textsIn(row)];
    // `单位：元` above a table speaks for all of it.
    const note = layout.unitNotes.findLast(other => other.row < row && other.row >= row - FARTHEST_NOTE);
    if (note !== undefined) around.push(note.text);
    return { key, cell, ref: refAt(layout, cell ?? { row, column }), around };
  });
};

const FARTHEST_NOTE = 40;

const figuresOf = (finds: readonly SheetFinds[], table: TableWords): number =>
  new Set(finds.filter(found => found.table === table).flatMap(({ spots }) => spots.map(({ key }) => key))).size;

/** Of each table on a sheet the reading, upright or turned, that finds more of it. */
const fuller = (upright: readonly SheetFinds[], turned: readonly SheetFinds[]): readonly SheetFinds[] => {
  const better = turned.filter(({ table }) => figuresOf(turned, table) > figuresOf(upright, table));
  return [...upright.filter(({ table }) => !better.some(found => found.table === table)), ...better];
};

/** What a sheet holds of each table. */
const readSheet = (layout: Layout, tables: readonly TableWords[], year: number): readonly SheetFinds[] => {
  const all = findBands(layout, tables, year);
  const others = ofOtherYears(layout, all, year);
  const bands = all.filter(band => !others.has(band));
  const owner = ownerOf(layout, tables);
  const found = tables.flatMap(table => {
    const own = bands.filter(band => band.words === table);
    const finds =
      table.kind === 'list'
        ? [readList(layout, table, cell => (owner(cell) ?? table) === table, year)]
        : own.map(band => readBand(layout, band));
    const spots = finds.flatMap(({ spots }) => spots);
    const remarks = finds.flatMap(({ remarks }) => remarks);
    const besideOtherYear = [...others].some(band => band.words === table);
    const told = besideOtherYear
      ? [remarkAt(layout, { row: 0, column: 0 }, 'twin-set-aside', table.table.title.text, '')]
      : [];
    return spots.length === 0
      ? []
      : [{ table, layout, bands: own, spots, remarks: [...remarks, ...told], besideOtherYear }];
  });
  return withoutOthers(layout, found);
};

// A line that one table on the sheet does not know may be another's.
const withoutOthers = (layout: Layout, all: readonly SheetFinds[]): readonly SheetFinds[] => {
  const mayBeOthers = ({ kind }: Remark): boolean => kind === 'label-unknown' || kind === 'figure-set-aside';
  if (!all.some(({ remarks }) => remarks.some(mayBeOthers))) return all;
  const claimed = new Set(all.flatMap(({ spots }) => spots.map(spot => refAt(layout, spot).cell)));
  const isOpen = (remark: Remark): boolean =>
    !mayBeOthers(remark) || remark.ref === null || !claimed.has(remark.ref.cell);
  return all.map(finds => ({ ...finds, remarks: finds.remarks.filter(isOpen) }));
};

const missingRemarks = (form: Form, finds: readonly SheetFinds[], covered: readonly Placement[]): readonly Remark[] =>
  form.tables.flatMap(table => {
    const spots = spotsOf(finds, table);
    if (spots.length === 0) return [missing('table-missing', { table: table.id }, table.title.text)];
    return [...missingRows(table, [...spots, ...covered]), ...missingColumns(table, spots)];
  });

const spotsOf = (finds: readonly SheetFinds[], table: FormTable): readonly Spot[] =>
  finds.filter(found => found.table.table === table).flatMap(found => found.spots);

// One remark a table: a file cut off in the middle has one fault, not eighteen.
const missingRows = (table: FormTable, found: readonly Pick<Placement, 'key'>[]): readonly Remark[] => {
  const rows = new Set(found.filter(({ key }) => key.table === table.id).map(({ key }) => key.row));
  const lacking = table.rows.filter(row => !rows.has(row.id));
  const [first] = lacking;
  if (first === undefined) return [];
  const key = lacking.length === 1 ? { table: table.id, row: first.id } : { table: table.id };
  return [missing('row-missing', key, lacking.map(row => rowLabel({ table, row })).join('；'))];
};

const missingColumns = (table: FormTable, spots: readonly Spot[]): readonly Remark[] => {
  const found = new Set(spots.map(spot => spot.key.column));
  return table.columns
    .filter(column => column.kind === 'figure' && !found.has(column.id))
    .map(column => missing('column-missing', { table: table.id, column: column.id }, column.label.text));
};

const missing = (kind: Remark['kind'], key: Remark['key'], due: string): Remark => ({
  kind,
  key,
  ref: null,
  stated: '',
  due,
});

// A sheet with figures on which nothing of the form stands is named, so that nobody thinks it was counted.
const unknownSheets = (layouts: readonly Layout[], all: readonly (readonly SheetFinds[])[]): readonly Remark[] =>
  layouts.flatMap((layout, index) => {
    if ((all[index] ?? []).length > 0 || layout.sheet.cells.filter(isFigure).length < 3) return [];
    const ref = { file: layout.file, sheet: layout.sheet.name, cell: 'A1' };
    return [{ kind: 'sheet-set-aside', key: {}, ref, stated: '未识别出本表式的任何表格', due: '' }];
  });

// Three labels that only another generation has: one alone may be a note.
const otherGeneration = (layouts: readonly Layout[], form: Form): Generation | null => {
  if (form.generations.length === 0) return null;
  const seen = new Set(layouts.flatMap(layout => layout.labels.map(cell => cell.label)));
  const counted = form.generations.map(generation => ({ generation, count: marksIn(generation, seen) }));
  const best = counted.sort((a, b) => b.count - a.count)[0];
  return best === undefined || best.count < 3 ? null : best.generation;
};

const marksIn = (generation: Generation, seen: ReadonlySet<string>): number =>
  marksOf(generation).filter(label => seen.has(label)).length;

const marksOf = onceOf(({ marks }: Generation): readonly string[] => [...new Set(marks.map(normalizeLabel))]);
