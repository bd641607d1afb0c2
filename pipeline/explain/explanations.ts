// A file's lists of explanations (核实说明): found by their header, read line by line, and parted from the tables beside them.
import { a1 } from '../address.ts';
import { isFindingId } from '../finding-id.ts';
import type { Cell, Explanation, Grid, Sheet } from '../model.ts';
import { isDay } from '../period.ts';
import { type Field, type Header, headerOf } from './header.ts';
import { cleaned, takenApart } from './wording.ts';

export interface Explained {
  readonly list: 'none' | 'ours' | /* with the columns of a list, but no number of ours */ 'foreign';
  readonly explanations: readonly Explanation[];
  /** The file without its lists, whose lines would otherwise be taken for lines of a table. */
  readonly rest: Grid;
}

/** Characters of an explanation, and of its shorter fields. */
const [LONGEST, SHORT] = [1000, 100];

export const explanationsIn = (grid: Grid, file: string): Explained => {
  const sheets = grid.sheets.map(sheet => ({ sheet, header: headerOf(sheet) }));
  const lists = sheets.map(({ sheet, header }) => ({ sheet, list: header === null ? null : listIn(sheet, header) }));
  const isForeign = sheets.some(({ header }) => header !== null);
  return {
    list: lists.some(({ list }) => list !== null) ? 'ours' : isForeign ? 'foreign' : 'none',
    explanations: lists.flatMap(({ sheet, list }) =>
      list === null ? [] : list.lines.flatMap(line => explanationIn(line, list.header, sheet.name, file)),
    ),
    rest: { ...grid, sheets: lists.flatMap(({ sheet, list }) => (list === null ? [sheet] : without(sheet, list))) },
  };
};

type Line = readonly Cell[];

interface List {
  readonly header: Header;
  readonly lines: readonly Line[];
  readonly bottom: number;
}

// A table of a return may have columns 编号 and 说明, too: only a number of ours makes it a list.
const listIn = (sheet: Sheet, header: Header): List | null => {
  const named = [...Map.groupBy(sheet.cells, cell => cell.row)].filter(
    ([row, line]) => row > header.row && shownAt(line, header, 'finding') !== '',
  );
  const last = named.findLast(([, line]) => isFindingId(shownAt(line, header, 'finding')))?.[0];
  if (last === undefined) return null;
  // A number that was damaged in the last lines is still one of the list.
  const bottom = named.reduce((end, [row]) => (row === end + 1 ? row : end), last);
  return { header, lines: named.filter(([row]) => row <= bottom).map(([, line]) => line), bottom };
};

const cellAt = (line: Line, { columns }: Header, field: Field): Cell | undefined =>
  line.find(cell => cell.column === columns.get(field));

const shownAt = (line: Line, header: Header, field: Field): string => cellAt(line, header, field)?.shown.trim() ?? '';

const explanationIn = (line: Line, header: Header, sheet: string, file: string): readonly Explanation[] => {
  const field = (name: Field, longest = SHORT): string => cleaned(shownAt(line, header, name), longest);
  // Our own sentence is longer than its text, by the reason and the signature.
  const said = takenApart(field('text', LONGEST + 3 * SHORT));
  const [reason, text] = [field('reason') || said.reason, cleaned(said.text, LONGEST)];
  if (reason === '' && text === '') return [];
  const cell = cellAt(line, header, 'text') ?? cellAt(line, header, 'finding');
  return [
    {
      finding: field('finding'),
      reason: cleaned(reason, SHORT),
      text,
      by: field('by') || cleaned(said.by, SHORT),
      on: dayIn(cellAt(line, header, 'on')) ?? said.on,
      ref: { file, sheet, cell: a1(cell?.row ?? header.row, cell?.column ?? 0) },
    },
  ];
};

/** `2026-01-20`, `2026年1月20日`, `2026/1/20` or a cell that is a date. */
const dayIn = (cell: Cell | undefined): string | null => {
  if (cell === undefined) return null;
  const text = cell.typed.kind === 'date' ? cell.typed.iso : cell.shown.normalize('NFKC');
  const [, year = '', month = '', day = ''] = /^\D*(20\d\d)\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})(?!\d)/u.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : null;
};

// Beside a list stands its title and how to fill it in; only figures make the sheet one of a return.
const without = (sheet: Sheet, { header, bottom }: List): readonly Sheet[] => {
  const isBeside = (row: number): boolean => row < header.row || row > bottom;
  const cells = sheet.cells.filter(({ row }) => isBeside(row));
  if (!cells.some(({ shown }) => /^[\d,.，]+$/u.test(shown.trim()))) return [];
  return [{ ...sheet, cells, merges: sheet.merges.filter(({ top, bottom: end }) => isBeside(top) && isBeside(end)) }];
};
