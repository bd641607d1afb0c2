// A file's lists of explanations (核实说明): found by their header, read line by line, and parted from the tables beside them.
import { a1 } from '../address.ts';
import { isFindingId } from '../finding-id.ts';
import type { Cell, Explanation, Grid, Sheet } from '../model.ts';
import { isDay } from '../period.ts';
import { type Field, type Header, headerOf } from './header.ts';
import { cleaned, takenApart } from './wording.ts';

export interface Explained {
  /** Whether there is a header of a list at all. */
  readonly isList: boolean;
  /** Those of lists that name numbers of ours, or nothing yet. */
  readonly explanations: readonly Explanation[];
  /** Lines under such a header without any number of ours: of a list, unless the file holds a return. */
  readonly doubtful: readonly Explanation[];
  /** The file without its lists, whose lines would otherwise be taken for lines of a table. */
  readonly rest: Grid;
}

/** Characters of an explanation, and of its shorter fields. */
const [LONGEST, SHORT] = [1000, 100];

export const explanationsIn = (grid: Grid, file: string): Explained => {
  const found = grid.sheets.map(sheet => ({ sheet, list: listIn(sheet) }));
  const lists = found.flatMap(({ sheet, list }) => (list === null ? [] : [{ sheet, list }]));
  const saidIn = (isOurs: boolean): readonly Explanation[] =>
    lists
      .filter(({ list }) => list.isOurs === isOurs)
      .flatMap(({ sheet, list }) => list.lines.flatMap(line => explanationIn(line, list.header, sheet.name, file)));
  const sheets = found.flatMap(({ sheet, list }) => (list?.isOurs === true ? without(sheet, list) : [sheet]));
  return {
    isList: lists.length > 0,
    explanations: saidIn(true),
    doubtful: saidIn(false),
    rest: { ...grid, sheets },
  };
};

type Line = readonly Cell[];

interface List {
  readonly header: Header;
  readonly lines: readonly Line[];
  readonly isOurs: boolean;
  readonly bottom: number;
}

// A table of a return may have columns 编号 and 说明, too: what makes a list is a number of ours in it, or no line at all.
const listIn = (sheet: Sheet): List | null => {
  const header = headerOf(sheet);
  if (header === null) return null;
  const below = [...Map.groupBy(sheet.cells, cell => cell.row)].filter(([row]) => row > header.row);
  const named = below.filter(([, line]) => shownAt(line, header, 'finding') !== '');
  const ours = named.filter(([, line]) => isFindingId(shownAt(line, header, 'finding')));
  const isOurs = named.length === 0 || ours.length > 0;
  if (!isOurs) return { header, isOurs, lines: named.map(([, line]) => line), bottom: header.row };
  const last = ours.at(-1)?.[0] ?? header.row;
  // A number that was damaged in the last lines is still one of the list.
  const bottom = named.reduce((end, [row]) => (row === end + 1 ? row : end), last);
  return { header, isOurs, lines: named.filter(([row]) => row <= bottom).map(([, line]) => line), bottom };
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
