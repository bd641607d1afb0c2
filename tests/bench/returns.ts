// Right returns of table 三: those that organs published, and made ones that look like them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadForms } from '../../pipeline/forms/load.ts';
import { itemName, itemsOfTable } from '../../pipeline/items.ts';
import { type Equality, equalitiesFromRelations } from '../../pipeline/localize/equality.ts';
import type { FormTable } from '../../pipeline/model.ts';
import type { Random } from './random.ts';

const ROOT = join(import.meta.dirname, '../..');

const FORM = loadForms(join(ROOT, 'templates')).find(({ id }) => id === 'annual-2021');
const TABLE = FORM?.tables.find(({ id }) => id === 't3');
if (FORM === undefined || TABLE === undefined) throw new Error('annual-2021 has no table 三');

const COLUMNS = TABLE.columns.filter(({ kind }) => kind === 'figure').map(({ id }) => id);
const ROWS = TABLE.rows.map(({ id }) => id);
const OUTCOMES = TABLE.rows.filter(({ partOf }) => partOf?.whole === 'handled_total').map(({ id }) => id);
const nameOf = (row: string, column: string): string => itemName({ table: 't3', row, column });

export const CELLS = itemsOfTable(TABLE as FormTable).map(({ key }) => itemName(key));

/** H2 for each column and H3 for each row: the relations of the form. */
export const RELATIONS: readonly Equality[] = equalitiesFromRelations(FORM).filter(({ terms }) =>
  terms.every(({ name }) => name.startsWith('t3.')),
);

/** And H1 (新收＋结转＝办理总计＋结转下年) for each column. */
export const EQUALITIES: readonly Equality[] = [
  ...RELATIONS,
  ...COLUMNS.map(
    (column): Equality => ({
      rule: 'H1',
      severity: 'fatal',
      terms: Object.entries({ new_received: '1', carried_in: '1', handled_total: '-1', carried_out: '-1' }).map(
        ([row, coefficient]) => ({ name: nameOf(row, column), coefficient }),
      ),
    }),
  ),
];

/** The cells left and right of one, above and below it. */
export const neighbours = (name: string): readonly string[] => {
  const [, row = '', column = ''] = name.split('.');
  const [down, across] = [ROWS.indexOf(row), COLUMNS.indexOf(column)];
  const beside = [across - 1, across + 1].flatMap(at => (COLUMNS[at] === undefined ? [] : [nameOf(row, COLUMNS[at])]));
  return [...beside, ...[down - 1, down + 1].flatMap(at => (ROWS[at] === undefined ? [] : [nameOf(ROWS[at], column)]))];
};

export type Figures = ReadonlyMap<string, number>;

export const isRight = (figures: Figures): boolean =>
  EQUALITIES.every(
    ({ terms }) =>
      terms.reduce((sum, { name, coefficient }) => sum + Number(coefficient) * (figures.get(name) ?? Number.NaN), 0) ===
      0,
  );

/** Published ones in which all sums hold. */
export const PUBLISHED: readonly Figures[] = (
  JSON.parse(readFileSync(join(ROOT, 'tests/sample/published.json'), 'utf8')) as readonly {
    t3?: Readonly<Record<string, readonly (string | null)[]>> | null;
  }[]
)
  .map(
    ({ t3 }) =>
      new Map(
        ROWS.flatMap(row =>
          COLUMNS.map((column, at) => [nameOf(row, column), Number(t3?.[row]?.[at] ?? Number.NaN)] as const),
        ),
      ),
  )
  .filter(isRight);

/** A made one: most applications from natural persons, few outcomes in use, the rest 0. */
export const madeReturn = (random: Random): Figures => {
  const size = random.oneOf([4, 15, 60, 250, 1200]);
  const inUse = OUTCOMES.filter((_, nth) => random.below(nth < 2 ? 10 : 24) < 8);
  const figures = new Map<string, number>(CELLS.map(name => [name, 0]));
  for (const [at, column] of COLUMNS.slice(0, -1).entries()) {
    const share = at === 0 ? size : random.below(3) === 0 ? Math.ceil(size / 12) : 0;
    for (const row of inUse)
      figures.set(nameOf(row, column), random.below(1 + Math.ceil((share * (1 + random.below(3))) / inUse.length)));
    const handled = OUTCOMES.reduce((sum, row) => sum + (figures.get(nameOf(row, column)) ?? 0), 0);
    const out = random.below(1 + Math.ceil(handled / 8));
    const carried = Math.min(handled + out, random.below(1 + Math.ceil(handled / 8)));
    figures.set(nameOf('handled_total', column), handled);
    figures.set(nameOf('carried_out', column), out);
    figures.set(nameOf('carried_in', column), carried);
    figures.set(nameOf('new_received', column), handled + out - carried);
  }
  for (const row of ROWS)
    figures.set(
      nameOf(row, 'total'),
      COLUMNS.slice(0, -1).reduce((sum, column) => sum + (figures.get(nameOf(row, column)) ?? 0), 0),
    );
  if (!isRight(figures)) throw new Error('a made return must be right');
  return figures;
};
