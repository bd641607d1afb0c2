// What holds of every localization, whatever was typed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, multiply } from '../../pipeline/decimal.ts';
import { groupsOf } from '../../pipeline/localize/causes.ts';
import { localize, MOST } from '../../pipeline/localize/localize.ts';
import { systemOf } from '../../pipeline/localize/system.ts';
import type { Decimal } from '../../pipeline/model.ts';
import { seeded } from '../bench/random.ts';
import { CELLS, EQUALITIES, madeReturn } from '../bench/returns.ts';

type Values = ReadonlyMap<string, Decimal>;

const rightValues = (seed: number): Values =>
  new Map([...madeReturn(seeded(seed))].map(([name, value]) => [name, String(value)]));

const wrongCells = (most: number) =>
  fc.array(fc.tuple(fc.constantFrom(...CELLS), fc.nat(400).map(String)), { minLength: 1, maxLength: most });

const aReturn = fc
  .tuple(fc.integer({ min: 1, max: 60 }), wrongCells(3))
  .map(([seed, wrong]): Values => new Map([...rightValues(seed), ...wrong]));

const brokenRows = (values: Values): number =>
  EQUALITIES.filter(
    ({ terms }) => add(terms.map(({ name, coefficient }) => multiply(coefficient, values.get(name) ?? '0'))) !== '0',
  ).length;

const RUNS = { numRuns: 150, seed: 20_260_131 };

describe('of any return of table 三 with up to three wrong cells', () => {
  test('a repair of each cause makes every equality hold, with whole numbers from 0', () => {
    fc.assert(
      fc.property(aReturn, values => {
        const causes = localize(EQUALITIES, values);
        expect(causes.every(({ sets }) => sets.length > 0)).toBe(true);
        for (const nth of [0, 1, 7]) {
          const cells = causes.flatMap(({ sets }) => sets[nth % sets.length]?.cells ?? []);
          expect(brokenRows(new Map([...values, ...cells.map(({ name, implied }) => [name, implied] as const)]))).toBe(
            0,
          );
          for (const { name, stated, implied } of cells) {
            expect(implied).toMatch(/^\d+$/u);
            expect([stated, stated === implied]).toEqual([values.get(name), false]);
          }
        }
      }),
      RUNS,
    );
  });

  test('what was looked at before does not matter', () => {
    fc.assert(
      fc.property(aReturn, aReturn, fc.nat(EQUALITIES.length - 1), (values, others, without) => {
        const first = localize(EQUALITIES, values);
        localize(EQUALITIES.toSpliced(without, 1), values);
        localize(EQUALITIES, others);
        expect(localize([...EQUALITIES], values)).toEqual(first);
      }),
      { ...RUNS, numRuns: 30 },
    );
  });

  test('no fewer cells would do than were changed, and no cell of a repair is idle', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), wrongCells(3), (seed, wrong) => {
        const causes = localize(EQUALITIES, new Map([...rightValues(seed), ...wrong]));
        const size = causes.reduce((sum, { sets }) => sum + (sets[0]?.cells.length ?? 0), 0);
        expect(size).toBeLessThanOrEqual(new Set(wrong.map(([name]) => name)).size);
        for (const { sets, found } of causes) {
          expect(new Set(sets.map(({ cells }) => cells.length)).size).toBe(1);
          expect(sets.length).toBe(Math.min(found, MOST));
          expect(
            new Set(
              sets.map(({ cells }) =>
                cells
                  .map(({ name }) => name)
                  .sort()
                  .join(),
              ),
            ).size,
          ).toBe(sets.length);
        }
      }),
      RUNS,
    );
  });

  test('one cell is tried by hand where one is said to be too few', () => {
    fc.assert(
      fc.property(aReturn, values => {
        const causes = localize(EQUALITIES, values);
        if (causes.length !== 1 || (causes[0]?.sets[0]?.cells.length ?? 0) < 2) return;
        for (const { rule: _, terms } of causes[0]?.broken ?? [])
          for (const { name, coefficient } of terms) {
            const others = terms.filter(term => term.name !== name);
            const rest = add(others.map(term => multiply(term.coefficient, values.get(term.name) ?? '0')));
            const implied = coefficient === '1' ? multiply(rest, '-1') : rest;
            if (!implied.startsWith('-')) expect(brokenRows(new Map([...values, [name, implied]]))).toBeGreaterThan(0);
          }
      }),
      RUNS,
    );
  });

  test('the order of equalities, terms and values does not matter', () => {
    fc.assert(
      fc.property(aReturn, values => {
        const turned = EQUALITIES.toReversed().map(one => ({ ...one, terms: one.terms.toReversed() }));
        const names = (given: typeof EQUALITIES, of: Values) =>
          localize(given, of).map(({ broken, sets, found }) => ({
            rules: broken.map(({ rule }) => rule),
            sets,
            found,
          }));
        expect(names(turned, new Map([...values].reverse()))).toEqual(names(EQUALITIES, values));
        expect(localize(EQUALITIES, values)).toEqual(localize(EQUALITIES, values));
      }),
      RUNS,
    );
  });
});

describe('the work is bounded by what is looked at, not by time', () => {
  const used = (values: Values): number => {
    const purse = { nodes: 160_000 };
    groupsOf(systemOf(EQUALITIES, values), () => true, null, purse);
    return 160_000 - purse.nodes;
  };

  test('a right return costs nothing', () => {
    expect(used(rightValues(1))).toBe(0);
  });

  test('one wrong cell costs tens of looks', () => {
    for (const name of CELLS) expect(used(new Map([...rightValues(2), [name, '999']]))).toBeLessThan(60);
  });

  test('a return that is wrong throughout ends within its purse', () => {
    const random = seeded(3);
    const nonsense = new Map(CELLS.map(name => [name, String(random.below(50))]));
    expect(used(nonsense)).toBeLessThanOrEqual(160_000);
    expect(localize(EQUALITIES, nonsense).flatMap(({ broken }) => broken).length).toBeGreaterThan(20);
  });
});
