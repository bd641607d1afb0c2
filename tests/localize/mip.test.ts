// Where more cells are wrong than the search looks for: one smallest set, by the solver, and exact.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { add, multiply } from '../../pipeline/decimal.ts';
import { type Equality, equalitiesFromRelations } from '../../pipeline/localize/equality.ts';
import { type Cause, localize } from '../../pipeline/localize/localize.ts';
import { type Programme, type Solver, smallestBy } from '../../pipeline/localize/mip.ts';
import { smallest } from '../../pipeline/localize/search.ts';
import { loadSolver } from '../../pipeline/localize/solver.ts';
import { systemOf } from '../../pipeline/localize/system.ts';
import type { Decimal } from '../../pipeline/model.ts';
import { seeded } from '../bench/random.ts';
import { madeReturn, RELATIONS } from '../bench/returns.ts';
import { FORM } from '../made.ts';

let solver: Solver;

beforeAll(async () => {
  solver = await loadSolver();
});

const RIGHT: ReadonlyMap<string, Decimal> = new Map(
  [...madeReturn(seeded(7))].map(([name, value]) => [name, String(value)]),
);

// Each in a row and a column of its own.
const SIX = {
  't3.granted.natural': '901',
  't3.partial.enterprise': '802',
  't3.deny_secret.research': '703',
  't3.na_not_held.welfare': '604',
  't3.rej_petition.legal': '505',
  't3.oth_misc.other': '406',
};
const WRONG: ReadonlyMap<string, Decimal> = new Map([...RIGHT, ...Object.entries(SIX)]);

const brokenRows = (equalities: readonly Equality[], values: ReadonlyMap<string, Decimal>): number =>
  equalities.filter(
    ({ terms }) => add(terms.map(({ name, coefficient }) => multiply(coefficient, values.get(name) ?? '0'))) !== '0',
  ).length;

const cellsOf = (causes: readonly Cause[]) => causes.flatMap(({ sets }) => sets[0]?.cells ?? []);

describe('six wrong cells, each in a row and a column of its own', () => {
  test('are one cause without a set for the search alone', () => {
    expect(Object.keys(SIX).every(name => RIGHT.has(name))).toBe(true);
    expect(localize(RELATIONS, WRONG).some(({ sets }) => sets.length === 0)).toBe(true);
  });

  test('have a set of at most six for the solver, with which every sum holds', () => {
    const causes = localize(RELATIONS, WRONG, {}, solver);
    const cells = cellsOf(causes);
    expect(causes.some(({ sets }) => (sets[0]?.cells.length ?? 0) > 5)).toBe(true);
    expect(cells.length).toBeLessThanOrEqual(6);
    const repaired = new Map([...WRONG, ...cells.map(({ name, implied }) => [name, implied] as const)]);
    expect(brokenRows(RELATIONS, repaired)).toBe(0);
    expect(cells.every(({ implied }) => /^\d+$/u.test(implied))).toBe(true);
  });

  test('that is said to be one of perhaps several', () => {
    const hard = localize(RELATIONS, WRONG, {}, solver).filter(({ sets }) => (sets[0]?.cells.length ?? 0) > 3);
    expect(hard.map(({ found, isAll }) => [found, isAll])).toEqual([[1, false]]);
  });

  test('whatever the order of equalities, terms and values', () => {
    const turned = RELATIONS.toReversed().map(one => ({ ...one, terms: one.terms.toReversed() }));
    const there = cellsOf(localize(RELATIONS, WRONG, {}, solver));
    expect(cellsOf(localize(turned, new Map([...WRONG].reverse()), {}, solver))).toEqual(there);
  });

  test('and a solver that errs is not believed', () => {
    const liar: Solver = program =>
      new Map([...(solver(program) ?? [])].map(([name, value]) => [name, name.startsWith('y') ? 1 - value : value]));
    expect(localize(RELATIONS, WRONG, {}, liar)).toEqual(localize(RELATIONS, WRONG));
    expect(localize(RELATIONS, WRONG, {}, () => null)).toEqual(localize(RELATIONS, WRONG));
  });
});

test('where three cells are enough the solver is not asked', () => {
  const never: Solver = () => {
    throw new Error('asked');
  };
  const [one] = Object.entries(SIX);
  expect(localize(RELATIONS, new Map([...RIGHT, ...(one === undefined ? [] : [one])]), {}, never)).toHaveLength(1);
});

describe('of a small system', () => {
  const programme = (equalities: readonly Equality[], values: ReadonlyMap<string, Decimal>, money = ''): Programme => {
    const system = systemOf(equalities, values);
    const unit = 10n ** BigInt(system.places);
    const isWhole = (cell: number): boolean => !system.names[cell]?.startsWith(money || '-');
    return {
      system,
      residual: system.residual,
      isWhole,
      isNatural: () => true,
      isAllowed: (cell, change) => {
        const implied = (system.values[cell] ?? 0n) + change;
        return implied >= 0n && (!isWhole(cell) || implied % unit === 0n);
      },
    };
  };

  test('the solver finds a set that the search finds too, of the same size', () => {
    const equalities = equalitiesFromRelations(FORM);
    const names = [...new Set(equalities.flatMap(({ terms }) => terms.map(({ name }) => name)))];
    const figures = fc.array(fc.nat(12).map(String), { minLength: names.length, maxLength: names.length });
    let answered = 0;
    fc.assert(
      fc.property(figures, numbers => {
        const task = programme(equalities, new Map(names.map((name, nth) => [name, numbers[nth] ?? '0'])));
        if (task.residual.size === 0) return;
        const one = smallestBy(solver, task);
        // It takes a set for which several amounts would do, and then says nothing.
        if (one === null) return;
        answered++;
        expect(smallest(task, 1, 6, { nodes: 1_000_000 })).toContainEqual(one);
      }),
      { numRuns: 60, seed: 1_976 },
    );
    expect(answered).toBeGreaterThan(45);
  });

  const alone: Equality = {
    rule: 'alone',
    severity: 'fatal',
    terms: [
      { name: 'x', coefficient: '1' },
      { name: 'y', coefficient: '-1' },
      { name: 'z', coefficient: '-1' },
    ],
  };
  const repaired = (x: string, y: string, z: string, money = ''): unknown => {
    const task = programme([alone], new Map(Object.entries({ x, y, z })), money);
    const solution = smallestBy(solver, task);
    return solution?.cells.map((cell, nth) => `${task.system.names[cell]} ${solution.changes[nth]}`);
  };

  test('a fraction in a count becomes whole, and money is exact to the last place', () => {
    expect(repaired('9.5', '1', '2')).toEqual(['x -65']);
    expect(repaired('0', '0.01', '0', 'y')).toEqual(['y -1']);
  });

  test('no value becomes negative', () => {
    expect(repaired('1', '7', '2')).toEqual(['x 8']);
  });

  test('amounts too great for its tolerance are left to the search', () => {
    expect(repaired('900000000', '1', '2')).toBeUndefined();
  });
});
