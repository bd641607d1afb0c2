// However a return is laid out, every figure of it is placed on its own cell, and nothing is said to be missing.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutsOf } from './layouts.ts';
import { formOf, readBlocks } from './read.ts';

test.each([
  ['annual-2021', 60000],
  ['annual-2014', 10],
  ['xifeng-2017', 10],
])('every figure of %s is found wherever its tables stand and however their labels are written', (id, numRuns) => {
  const form = formOf(id);
  fc.assert(
    fc.property(layoutsOf(form), sheets => {
      const { places, remarks, due } = readBlocks(form, sheets);
      expect(remarks.filter(remark => /label-unknown|-missing|set-aside/u.test(remark))).toEqual([]);
      expect(places).toEqual(due);
    }),
    { numRuns },
  );
});
