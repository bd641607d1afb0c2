// What an edit comes to where each of its figures is a small whole number, as nearly all are: told without fractions, in a tenth of the time.
import type { Comparison, Rule } from '../model.ts';
import { type Edit, figuresOf } from './compile.ts';
import type { Judged } from './evaluate.ts';
import { type Fraction, fraction, ZERO } from './fraction.ts';
import { differenceOf, keyOf } from './linear.ts';
import type { Truth } from './range.ts';
import type { Amount, Condition, Figure } from './syntax.ts';

/** The number that answers a figure; null where nothing is known of it, NaN where it has to be looked at closer. */
export type Numbers = (figure: Figure, missing: Rule['missing']) => number | null;

/** An edit of sums with fixed factors. */
export interface Glance {
  readonly missing: Rule['missing'];
  readonly when: Sums | null;
  readonly sides: Sum;
}

/** Σ factor·number + constant, beside 0, which it may miss by `tolerance`; whole numbers. */
interface Sum {
  readonly kind: 'compare';
  readonly relation: Comparison;
  readonly terms: readonly { readonly figure: Figure; readonly factor: number }[];
  readonly constant: number;
  readonly tolerance: number;
  /** Its figures that cancel, or are taken 0 times. */
  readonly idle: readonly Figure[];
}

type Sums = Sum | { readonly kind: 'and' | 'or'; readonly of: readonly Sums[] };

/** Null where the edit is more than sums with fixed factors. */
export const glanceOf = ({ rule, when, left, right }: Edit): Glance | null => {
  const condition = when === null ? null : sumsOf(when);
  const sides = sumOf({ left, relation: rule.relation, right }, fraction(rule.tolerance));
  if (sides === null || (when !== null && condition === null)) return null;
  return { missing: rule.missing, when: condition, sides };
};

/** Null where it has to be looked at closer, as where a figure is not whole, not exact, or too great. */
export const atAGlance = ({ missing, when, sides }: Glance, numbers: Numbers): Judged['outcome'] | null => {
  const applies = when === null ? 'true' : truthOf(when, numbers, missing);
  if (applies === 'false') return 'aside';
  if (applies === null) return null;
  const truth = truthOf(sides, numbers, missing);
  if (truth === null) return null;
  if (applies === 'unknown' || truth === 'unknown') return 'unknown';
  return truth === 'true' ? 'held' : 'broken';
};

const sumsOf = (node: Condition<Figure>): Sums | null => {
  if (node.kind === 'compare') return sumOf(node, ZERO);
  const of = node.of.flatMap(part => sumsOf(part) ?? []);
  return of.length < node.of.length ? null : { kind: node.kind, of };
};

interface Sides {
  readonly left: Amount<Figure>;
  readonly relation: Comparison;
  readonly right: Amount<Figure>;
}

const sumOf = ({ left, relation, right }: Sides, tolerance: Fraction): Sum | null => {
  const linear = differenceOf(left, right);
  if (linear === null) return null;
  const exact = [...linear.terms.values()];
  // All times one number, so that nothing is broken: 0.2 × a − b is a − 5 × b.
  const scale = [linear.constant, tolerance, ...exact.map(({ factor }) => factor)].reduce(
    (all, { bottom }) => all * bottom,
    1n,
  );
  const scaled = ({ top, bottom }: Fraction): number => Number(top * (scale / bottom));
  const terms = exact.map(({ figure, factor }) => ({ figure, factor: scaled(factor) }));
  const [constant, miss] = [scaled(linear.constant), scaled(tolerance)];
  if (![constant, miss, ...terms.map(({ factor }) => factor)].every(Number.isSafeInteger)) return null;
  const idle = [...figuresOf(left), ...figuresOf(right)].filter(figure => !linear.terms.has(keyOf(figure)));
  return { kind: 'compare', relation, terms, constant, tolerance: miss, idle };
};

/** Null where it has to be looked at closer. */
const truthOf = (sums: Sums, numbers: Numbers, missing: Rule['missing']): Truth | null => {
  if (sums.kind === 'compare') return truthOfSum(sums, numbers, missing);
  const truths = sums.of.map(one => truthOf(one, numbers, missing));
  if (truths.includes(null)) return null;
  const settles = sums.kind === 'and' ? 'false' : 'true';
  if (truths.includes(settles)) return settles;
  return truths.includes('unknown') ? 'unknown' : sums.kind === 'and' ? 'true' : 'false';
};

const truthOfSum = (sum: Sum, numbers: Numbers, missing: Rule['missing']): Truth | null => {
  const { relation, terms, constant, tolerance, idle } = sum;
  let difference = constant;
  let isUnknown = false;
  for (const { figure, factor } of terms) {
    const number = numbers(figure, missing);
    if (number === null) isUnknown = true;
    else {
      const term = factor * number;
      difference += term;
      // NaN is none, either.
      if (!Number.isSafeInteger(term) || !Number.isSafeInteger(difference)) return null;
    }
  }
  // What is not known is so also where it cancels, but not where it is taken 0 times.
  if (idle.some(figure => !Number.isSafeInteger(numbers(figure, missing)))) return null;
  return isUnknown ? 'unknown' : isTrue(difference, relation, tolerance) ? 'true' : 'false';
};

const isTrue = (difference: number, relation: Comparison, tolerance: number): boolean => {
  switch (relation) {
    case '=':
      return Math.abs(difference) <= tolerance;
    case '<>':
      return Math.abs(difference) > tolerance;
    case '<=':
      return difference <= tolerance;
    case '>=':
      return difference >= -tolerance;
    case '<':
      return difference < tolerance;
    case '>':
      return difference > -tolerance;
  }
};
