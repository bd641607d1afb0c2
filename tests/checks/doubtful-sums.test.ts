// A sum that is not doubted holds.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { doubtfulSums } from '../../pipeline/checks/doubtful-sums.ts';
import { sumOfParts } from '../../pipeline/checks/sum-of-parts.ts';
import { observer } from '../../pipeline/observed.ts';
import { relationsOf } from '../../pipeline/relations.ts';
import { type Cells, FORM, ITEMS, ret } from '../made.ts';

const SUMS = relationsOf(FORM).filter(({ kind }) => kind === 'exhaustive');

test('of sums that are not doubted all hold, and of small whole numbers no other is doubted', () => {
  const raw = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('0', '1', '2', '3', '', '无') },
    { weight: 1, arbitrary: fc.constantFrom('0.5', '-1', '999999999999999', '5余', '1+2', null) },
  );
  let held = 0;
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...ITEMS), raw, { maxKeys: 6 }), given => {
      const one = ret('01', given as Cells);
      const [doubtful, answers] = [doubtfulSums(FORM)(one), observer(FORM)(one)];
      for (const relation of SUMS) {
        const isHeld = sumOfParts(relation, answers)?.difference === '0';
        if (!doubtful.includes(relation)) expect(isHeld).toBe(true);
        const isSmall = [relation.whole, ...relation.parts].every(({ name }) => /^\d?$|^无$/u.test(given[name] ?? '0'));
        if (isHeld && isSmall) expect(doubtful).not.toContain(relation);
        if (isHeld) held += 1;
      }
    }),
    { numRuns: 500 },
  );
  expect(held).toBeGreaterThan(500);
});
