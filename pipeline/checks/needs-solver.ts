// Whether the solver, which takes a while to load, may be of use to a run: cheap, and before the checks.
import { compare } from '../decimal.ts';
import { LEAST_ROWS } from '../localize/mip.ts';
import type { Form, Return } from '../model.ts';
import { observer } from '../observed.ts';
import { doubtfulSums } from './doubtful-sums.ts';
import { sumOfParts } from './sum-of-parts.ts';

export const needsSolver = (form: Form, returns: readonly Return[]): boolean => {
  const [doubtful, observe] = [doubtfulSums(form), observer(form)];
  return returns.some(ret => {
    const sums = doubtful(ret).flatMap(relation => sumOfParts(relation, observe(ret)) ?? []);
    return sums.filter(({ difference }) => compare(difference, '0') !== 0).length >= LEAST_ROWS;
  });
};
