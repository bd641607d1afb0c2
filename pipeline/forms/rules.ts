// rules.csv or rules.xlsx: what must hold among the figures of a form, beyond the relations of rows.csv and columns.csv.
import { Fault } from '../fault.ts';
import type { Comparison, Rule, Severity } from '../model.ts';
import { type Located, requireUnique } from './located.ts';
import { type Entry, type Line, readRecords, splitCell } from './records.ts';

/** `file` is the path that faults name. What the expressions name is looked up later, in `assemble.ts`. */
export const parseRules = (lines: readonly Line[], file: string): readonly Located<Rule>[] =>
  requireUnique(readRecords(lines, file, COLUMNS).map(parseRule), 'rule');

const COLUMNS = [
  'id',
  'on',
  'name',
  'scope',
  'when',
  'left',
  'relation',
  'right',
  'tolerance',
  'severity',
  'missing',
  'since',
  'until',
  'units',
  'message',
  'reasons',
  'source',
  'held',
  'broken',
] as const;

type Cells = Entry<(typeof COLUMNS)[number]>['cells'];

const parseRule = ({ cells, place }: Entry<(typeof COLUMNS)[number]>): Located<Rule> => {
  const { id } = cells;
  if (!/^[A-Za-z][\w-]*$/u.test(id)) throw new Fault(`"${id}" is no id of a rule like H1 or norm-stock`, place);
  for (const column of ['name', 'left', 'right'] as const)
    if (cells[column] === '') throw new Fault(`rule "${id}" has no ${column}`, place);
  const on = choice(cells.on || 'return', ['return', 'aggregate', 'total'], 'on', place);
  const units = splitCell(cells.units, '|');
  if (on === 'total' && units.length > 0) throw new Fault(`rule "${id}" is on the total, which is of all units`, place);
  const [since, until] = [year(cells.since, 'since', place), year(cells.until, 'until', place)];
  if (since !== null && until !== null && until < since) throw new Fault(`ends ${until}, before it begins`, place);
  const value: Rule = {
    id,
    on,
    units,
    since,
    until,
    name: cells.name,
    scope: cells.scope,
    when: cells.when,
    left: cells.left,
    relation: relation(cells.relation, place),
    right: cells.right,
    tolerance: toleranceOf(cells.tolerance, place),
    severity: severity(cells, place),
    missing: choice(cells.missing || 'zero', ['zero', 'skip'], 'missing', place),
    message: message(cells.message, place),
    reasons: splitCell(cells.reasons, '|'),
    source: cells.source,
    held: splitCell(cells.held, '|'),
    broken: splitCell(cells.broken, '|'),
    place,
  };
  return { key: id, place, value };
};

const choice = <const T extends string>(cell: string, allowed: readonly T[], column: string, place: string): T => {
  const found = allowed.find(word => word === cell);
  if (found === undefined) throw new Fault(`${column} is ${allowed.join(', ')}, not "${cell}"`, place);
  return found;
};

const RELATIONS: ReadonlyMap<string, Comparison> = new Map([
  ['=', '='],
  ['==', '='],
  ['<>', '<>'],
  ['!=', '<>'],
  ['≠', '<>'],
  ['<', '<'],
  ['>', '>'],
  ['<=', '<='],
  ['≤', '<='],
  ['≦', '<='],
  ['>=', '>='],
  ['≥', '>='],
  ['≧', '>='],
]);

const relation = (cell: string, place: string): Comparison => {
  const found = RELATIONS.get(cell.normalize('NFKC').replaceAll(' ', ''));
  if (found === undefined) throw new Fault(`relation is = <> < <= > or >=, not "${cell}"`, place);
  return found;
};

const toleranceOf = (cell: string, place: string): string => {
  const plain = cell === '' ? '0' : cell.normalize('NFKC');
  if (!/^\d{1,12}(?:\.\d{1,6})?$/u.test(plain)) throw new Fault(`tolerance "${cell}" is no number from 0`, place);
  return plain;
};

const SEVERITIES: ReadonlyMap<string, Severity> = new Map([
  ['强制性', 'fatal'],
  ['核实性', 'query'],
  ['提示性', 'info'],
  ['fatal', 'fatal'],
  ['query', 'query'],
  ['info', 'info'],
]);

/** `核实性/强制性`: while returns are collected, and once they are final. */
const severity = ({ severity: cell }: Cells, place: string): Rule['severity'] => {
  const found = splitCell(cell.replaceAll('／', '/'), '/').flatMap(word => SEVERITIES.get(word) ?? []);
  const [draft, final = draft] = found;
  if (draft === undefined || final === undefined || found.length !== cell.split(/[/／]/u).length || found.length > 2)
    throw new Fault(`severity is 强制性, 核实性 or 提示性, or two as 核实性/强制性, not "${cell}"`, place);
  return { draft, final };
};

const message = (cell: string, place: string): string => {
  const unknown = [...cell.matchAll(/\{([^{}]*)\}/gu)].find(([, name]) => !['左', '右', '差'].includes(name ?? ''));
  if (unknown !== undefined) throw new Fault(`message holds ${unknown[0]}; it may hold {左} {右} {差}`, place);
  return cell;
};

const year = (cell: string, column: string, place: string): number | null => {
  if (cell === '') return null;
  if (!/^(?:19|20)\d\d$/u.test(cell)) throw new Fault(`${column} "${cell}" is no year`, place);
  return Number(cell);
};
