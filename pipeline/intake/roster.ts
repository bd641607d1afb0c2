// units.csv (or units.xlsx) → the roster of units.
import { a1 } from '../address.ts';
import { Fault } from '../fault.ts';
import type { Grid, Unit } from '../model.ts';

const COLUMNS = ['code', 'name', 'aliases', 'group', 'parent', 'since', 'until', 'contact'] as const;
type Column = (typeof COLUMNS)[number];

/** `place` names the file in faults. Only `code` and `name` must be there; columns stand in any order. */
export const rosterOf = (grid: Grid, place: string): readonly Unit[] => {
  const rows = [...Map.groupBy(grid.sheets[0]?.cells ?? [], cell => cell.row)].sort(([a], [b]) => a - b);
  const [header, ...lines] = rows;
  const columns = new Map(header?.[1].map(cell => [cell.shown.trim().toLowerCase(), cell.column] as const));
  for (const column of ['code', 'name']) {
    if (!columns.has(column))
      throw new Fault(
        `the first line of the roster lacks the column "${column}"; it is to be ${COLUMNS.join(',')}`,
        place,
      );
  }
  const units = lines.flatMap(([row, cells]) => {
    const text = (column: Column): string =>
      cells.find(cell => cell.column === columns.get(column))?.shown.trim() ?? '';
    if (text('code') === '' && text('name') === '') return [];
    const year = (column: Column): number | null => {
      if (text(column) === '') return null;
      if (/^\d{4}$/u.test(text(column))) return Number(text(column));
      throw new Fault(
        `"${text(column)}" in column ${column} is no year`,
        `${place}!${a1(row, columns.get(column) ?? 0)}`,
      );
    };
    if (text('code') === '' || text('name') === '')
      throw new Fault('a unit needs both code and name', `${place}:${row + 1}`);
    if (text('code').includes('|')) throw new Fault('a code cannot hold "|", which parts codes', `${place}:${row + 1}`);
    if (text('group') === '*') throw new Fault('no group can be named "*", which means all', `${place}:${row + 1}`);
    const aliases = text('aliases')
      .split(/[|｜]/u)
      .map(alias => alias.trim())
      .filter(alias => alias !== '');
    const parent = text('parent') === '' ? null : text('parent');
    return [
      {
        code: text('code'),
        name: text('name'),
        aliases,
        group: text('group'),
        parent,
        since: year('since'),
        until: year('until'),
        contact: text('contact'),
      },
    ];
  });
  for (const [code, bearers] of Map.groupBy(units, unit => unit.code))
    if (bearers.some((unit, index) => bearers.some((other, at) => at < index && overlap(unit, other))))
      throw new Fault(`the code ${code} stands twice for the same year`, place);
  if (units.length === 0) throw new Fault('the roster names no unit', place);
  return units;
};

// A unit that was renamed may stand twice under one code, each name with its years.
const overlap = (a: Unit, b: Unit): boolean => {
  const starts = (unit: Unit): number => unit.since ?? Number.NEGATIVE_INFINITY;
  const ends = (unit: Unit): number => unit.until ?? Number.POSITIVE_INFINITY;
  return starts(a) <= ends(b) && starts(b) <= ends(a);
};
