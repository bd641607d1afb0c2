// The smallest set of cells as a mixed-integer programme, for where a search would have to look at too many: a 0/1 variable
// says whether a cell changes, a whole one by how much (Fellegi and Holt, 1976; as R `errorlocate` puts it).
// The solver reckons with floating point; what it says is only a proposal, which is solved again exactly.
import type { Solution, Task } from './search.ts';
import { solve } from './solve.ts';
import type { System } from './system.ts';
import type { Vector } from './vector.ts';

/** Takes a programme in CPLEX LP format; the value of each variable at a proven optimum, or null. */
export type Solver = (program: string) => ReadonlyMap<string, number> | null;

export interface Programme extends Task {
  /** Whether a cell holds whole numbers only, and whether none below 0. */
  readonly isWhole: (cell: number) => boolean;
  readonly isNatural: (cell: number) => boolean;
}

/** Where fewer rows are broken the solver is not asked: three cells are mostly enough, one of each row. */
export const LEAST_ROWS = 4;

/** Larger programmes, or more broken rows, take too long, and greater changes than this are lost in the solver's tolerance (10⁻⁹). */
const MOST_CELLS = 400;
const MOST_ROWS = 20;
const MOST_CHANGE = 10n ** 8n;

/** One smallest solution; null where there is none, where it is too large, or where the solver's does not stand up. */
export const smallestBy = (solver: Solver, programme: Programme): Solution | null => {
  const { system, residual, isAllowed } = programme;
  const cells = reachOf(system, residual);
  if (cells.length > MOST_CELLS || residual.size > MOST_ROWS) return null;
  const text = textOf(programme, cells);
  const values = text === null ? null : solver(text);
  if (values === null) return null;
  const chosen = cells.filter(cell => Math.round(values.get(`y${cell}`) ?? 0) === 1);
  const changes = solve(system, chosen, residual);
  return changes?.every((change, nth) => change !== 0n && isAllowed(chosen[nth] ?? -1, change))
    ? { cells: chosen, changes }
    : null;
};

/** The cells that hang together with the broken rows, ascending. */
export const reachOf = ({ rows, columns }: System, residual: Vector): readonly number[] => {
  const reached = new Set(residual.keys());
  const cells = new Set<number>();
  for (const row of reached)
    for (const cell of rows[row] ?? []) {
      cells.add(cell);
      for (const next of columns[cell]?.keys() ?? []) reached.add(next);
    }
  return [...cells].sort((a, b) => a - b);
};

/**
 * `y` is 1 where a cell changes, `d` by how many units: whole numbers, or the last place of money. No change is greater than
 * all that is amiss together, which is exact where the coefficients are those of a cross table (totally unimodular). Null
 * where no change in these units can repair a row, or where it would be too great.
 */
const textOf = (programme: Programme, cells: readonly number[]): string | null => {
  const { system, residual } = programme;
  const amiss = [...residual.values()].reduce((sum, value) => sum + magnitude(value), 0n);
  const limits = new Map(cells.map(cell => [cell, limitsOf(programme, cell, amiss)] as const));
  if ([...limits.values()].some(({ down, up }) => down > MOST_CHANGE || up > MOST_CHANGE)) return null;
  const rows = [...new Set(cells.flatMap(cell => [...(system.columns[cell]?.keys() ?? [])]))].sort((a, b) => a - b);
  const balances: string[] = [];
  for (const row of rows) {
    const terms = (system.rows[row] ?? []).flatMap(cell => {
      const { unit, fraction } = limits.get(cell) as Limits;
      const coefficient = system.columns[cell]?.get(row) ?? 0n;
      return [[coefficient * unit, `d${cell}`] as const, [-coefficient * fraction, `y${cell}`] as const];
    });
    const due = -(residual.get(row) ?? 0n);
    const common = terms.reduce((divisor, [factor]) => greatestCommon(divisor, factor), 0n);
    if (common === 0n || due % common !== 0n) return null;
    balances.push(...coversOf(system, row, residual.has(row)));
    balances.push(` r${row}:${terms.map(([factor, name]) => term(factor / common, name)).join('')} = ${due / common}`);
  }
  const bounds = cells.flatMap(cell => {
    const { down, up } = limits.get(cell) as Limits;
    return [` u${cell}: d${cell}${term(-up, `y${cell}`)} <= 0`, ` l${cell}: d${cell}${term(down, `y${cell}`)} >= 0`];
  });
  return [
    'Minimize',
    ` cells:${cells.map(cell => term(1n, `y${cell}`)).join('')}`,
    'Subject To',
    ...balances,
    ...bounds,
    'Bounds',
    ...cells.map(cell => ` d${cell} free`),
    'General',
    ...cells.map(cell => ` d${cell}`),
    'Binary',
    ...cells.map(cell => ` y${cell}`),
    'End',
  ].join('\n');
};

// What follows of itself, but not of fractions of y: a broken row needs a cell that changes, and in one that holds no cell
// changes alone. It makes the solver many times faster.
const coversOf = ({ rows }: System, row: number, isBroken: boolean): readonly string[] => {
  const cells = rows[row] ?? [];
  if (isBroken) return [` c${row}:${cells.map(cell => term(1n, `y${cell}`)).join('')} >= 1`];
  return cells.map(
    one => ` c${row}_${one}:${cells.map(cell => term(cell === one ? -1n : 1n, `y${cell}`)).join('')} >= 0`,
  );
};

interface Limits {
  /** A changed cell moves by `unit·d − fraction`: whole again where a fraction stood. */
  readonly unit: bigint;
  readonly fraction: bigint;
  /** `−down ≤ d ≤ up`; `down` is below 0 where a negative value has to rise to 0. */
  readonly down: bigint;
  readonly up: bigint;
}

const limitsOf = ({ system, isWhole, isNatural }: Programme, cell: number, amiss: bigint): Limits => {
  const value = system.values[cell] ?? 0n;
  const unit = isWhole(cell) ? 10n ** BigInt(system.places) : 1n;
  const fraction = ((value % unit) + unit) % unit;
  const whole = (value - fraction) / unit;
  const most = amiss / unit + 1n;
  const down = isNatural(cell) && whole < most ? whole : most;
  return { unit, fraction, down, up: down < 0n ? most - down : most };
};

// One a line, since readers of the format bound the length of lines.
const term = (factor: bigint, name: string): string =>
  factor === 0n ? '' : `\n  ${factor < 0n ? '-' : '+'} ${magnitude(factor)} ${name}`;

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

const greatestCommon = (a: bigint, b: bigint): bigint => {
  let [one, other] = [magnitude(a), magnitude(b)];
  while (other > 0n) [one, other] = [other, one % other];
  return one;
};
