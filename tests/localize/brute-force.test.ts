// Against trying every set of cells of a small cross table: none smaller is missed, and none of the smallest.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Equality, equalitiesFromRelations } from '../../pipeline/localize/equality.ts';
import { localize } from '../../pipeline/localize/localize.ts';
import { solve } from '../../pipeline/localize/solve.ts';
import { type System, systemOf } from '../../pipeline/localize/system.ts';
import { FORM } from '../made.ts';

const EQUALITIES: readonly Equality[] = equalitiesFromRelations(FORM);
const NAMES = [...new Set(EQUALITIES.flatMap(({ terms }) => terms.map(({ name }) => name)))].sort();

const subsets = (size: number, from = 0): readonly (readonly number[])[] => {
  if (size === 0) return [[]];
  return NAMES.flatMap((_, cell) => (cell < from ? [] : subsets(size - 1, cell + 1).map(rest => [cell, ...rest])));
};
const SUBSETS = [1, 2, 3].map(size => subsets(size));

/** All sets of the smallest size up to 3 of which every cell changes, by trying each. */
const tried = (system: System): readonly string[] => {
  for (const sets of SUBSETS) {
    const found = sets.filter(cells =>
      solve(system, cells, system.residual)?.every(
        (change, nth) => change !== 0n && (system.values[cells[nth] ?? 0] ?? 0n) + change >= 0n,
      ),
    );
    if (found.length > 0) return found.map(cells => cells.map(cell => NAMES[cell]).join()).sort();
  }
  return [];
};

const product = (lists: readonly (readonly string[])[]): readonly string[] =>
  lists.reduce<readonly string[]>(
    (all, list) => all.flatMap(one => list.map(other => (one === '' ? other : `${one},${other}`))),
    [''],
  );

const sorted = (names: string): string => names.split(',').sort().join();

const right = (a: number, b: number, c: number, d: number): Readonly<Record<string, number>> => ({
  'app.granted.natural': a,
  'app.granted.legal': b,
  'app.granted.total': a + b,
  'app.denied.natural': c,
  'app.denied.legal': d,
  'app.denied.total': c + d,
  'app.handled.natural': a + c,
  'app.handled.legal': b + d,
  'app.handled.total': a + b + c + d,
});

test('the sets of all causes together are those that trying finds', () => {
  const small = fc.nat(12);
  const wrong = fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.nat(30)), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(small, small, small, small, wrong, (a, b, c, d, errors) => {
      const figures = { ...right(a, b, c, d), ...Object.fromEntries(errors) };
      const values = new Map(Object.entries(figures).map(([name, value]) => [name, String(value)] as const));
      const due = tried(systemOf(EQUALITIES, values));
      const causes = localize(EQUALITIES, values);
      const found = product(causes.map(({ sets }) => sets.map(({ cells }) => cells.map(({ name }) => name).join())));
      expect(new Set(causes.length === 0 ? [] : found.map(sorted))).toEqual(new Set(due));
    }),
    { numRuns: 400, seed: 1_976 },
  );
});
