// Whether the solver, which takes a while to load, may be of use to a run: cheap, and before the checks.
import { compare } from '../decimal.ts';
import { LEAST_ROWS } from '../localize/mip.ts';
import type { Form, Return } from '../model.ts';
import { relationsOf } from '../relations.ts';
import { answersOf } from './answers.ts';
import { sumOfParts } from './sum-of-parts.ts';

export const needsSolver = (form: Form, returns: readonly Return[]): boolean => {
  const exhaustive = relationsOf(form).filter(({ kind }) => kind === 'exhaustive');
  return returns.some(ret => {
    const answers = answersOf(ret);
    const sums = exhaustive.map(relation => sumOfParts(relation, answers));
    return sums.filter(sum => sum !== null && compare(sum.difference, '0') !== 0).length >= LEAST_ROWS;
  });
};
