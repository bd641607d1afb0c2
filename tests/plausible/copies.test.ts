// Among thousands of returns not every pair is compared; what is found is as if it were.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFar, isFilled } from '../../pipeline/plausible/alike.ts';
import { copyOf, sharedFigures } from '../../pipeline/plausible/copies.ts';
import type { Figures } from '../../pipeline/plausible/figures.ts';
import { isFarAbove, outOfProportion } from '../../pipeline/plausible/peers.ts';

const PLACES = Array.from({ length: 24 }, (_, place) => place);

const figures = (unit: string, stated: readonly (string | null)[]): Figures => ({
  unit,
  stated,
  numbers: stated.map(amount => Number(amount ?? Number.NaN)),
});

const amount = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 4 }).map(String) },
  { weight: 6, arbitrary: fc.nat({ max: 900 }).map(String) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const row = fc.array(amount, { minLength: PLACES.length, maxLength: PLACES.length });
/** Places that a copy has otherwise. */
const changed = fc.array(fc.tuple(fc.nat({ max: PLACES.length - 1 }), amount), { maxLength: 4 });

/** Some rows, and for some of them others that differ in a few places. */
const district = fc
  .tuple(fc.array(row, { minLength: 2, maxLength: 6 }), fc.array(fc.tuple(fc.nat(), changed), { maxLength: 4 }))
  .map(([rows, copies]) => {
    const made = copies.map(([from, changes]) => {
      const other = new Map(changes);
      const copied = rows[from % rows.length] ?? [];
      return copied.map((before, place) => (other.has(place) ? (other.get(place) ?? null) : before));
    });
    return new Map([...rows, ...made].map((stated, i) => [`U${i}`, figures(`U${i}`, stated)] as const));
  });

test('each unit’s copy is the one that comparing every pair finds', () => {
  let copies = 0;
  fc.assert(
    fc.property(district, present => {
      const expected = [...present.values()].flatMap(one => {
        const others = [...present.values()].filter(({ unit }) => unit !== one.unit);
        const alike = others.flatMap(other => copyOf(one, other, PLACES) ?? []);
        const most = Math.max(...alike.map(({ likeness }) => likeness.equal.length));
        const best = alike.find(({ likeness }) => likeness.equal.length === most);
        return best === undefined ? [] : [[one.unit, best] as const];
      });
      copies += expected.length;
      expect([...sharedFigures(present, new Map(), PLACES)]).toEqual(expected);
    }),
    { numRuns: 400 },
  );
  expect(copies).toBeGreaterThan(100);
});

test('what is far apart is no copy', () => {
  fc.assert(
    fc.property(district, present => {
      for (const one of present.values())
        for (const other of present.values()) {
          const filled = PLACES.filter(place => isFilled(one, place));
          if (isFar(one, other, filled)) expect(copyOf(one, other, PLACES)).toBeNull();
        }
    }),
    { numRuns: 400 },
  );
});

test('what is not far above the others is never out of proportion to them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 10, maxLength: 60 }),
      fc.nat(),
      (all, nth) => {
        const value = all[nth % all.length] ?? 0;
        const others = all.toSpliced(nth % all.length, 1);
        const isFar = isFarAbove(
          value,
          all.toSorted((a, b) => a - b),
        );
        if (!isFar) expect(outOfProportion(value, others)).toBeNull();
      },
    ),
  );
  expect(isFarAbove(2_001, [...Array<number>(20).fill(100), 2_001])).toBe(true);
  expect(isFarAbove(2_000, [...Array<number>(20).fill(100), 2_000])).toBe(false);
});
