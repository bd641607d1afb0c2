// What an edit comes to where each of its figures is a small whole number, as nearly all are: told without fractions, in a fiftieth of the time.
import type { Comparison, Rule } from '../model.ts';
import { type Edit, figuresIn } from './compile.ts';
import { type Fraction, fraction, ZERO } from './fraction.ts';
import { differenceOf, keyOf } from './linear.ts';
import type { Amount, Condition, Figure } from './syntax.ts';

/** The number that answers a figure, where it is small, whole and exact; else NaN, as where a blank decides nothing. */
export type Numbers = (figure: Figure, missing: Rule['missing']) => number;

/** An edit of sums with fixed factors. */
export interface Glance {
  readonly missing: Rule['missing'];
  readonly figures: readonly Figure[];
  readonly when: Sums | null;
  readonly sides: Sum;
}

/** Σ factor·number + constant, beside 0, which it may miss by `tolerance`; whole numbers. `factors` are by place among the figures. */
interface Sum {
  readonly kind: 'compare';
  readonly relation: Comparison;
  readonly factors: readonly number[];
  readonly constant: number;
  readonly tolerance: number;
}

type Sums = Sum | { readonly kind: 'and' | 'or'; readonly of: readonly Sums[] };

/** Null where the edit is more than sums with fixed factors. */
export const glanceOf = (edit: Edit): Glance | null => {
  const figures = [...new Map(figuresIn(edit).map(figure => [keyOf(figure), figure])).values()];
  const { rule, left, right } = edit;
  const when = edit.when === null ? null : sumsOf(edit.when, figures);
  const sides = sumOf({ left, relation: rule.relation, right }, fraction(rule.tolerance), figures);
  return sides === null || (edit.when !== null && when === null)
    ? null
    : { missing: rule.missing, figures, when, sides };
};

/** Null where it has to be looked at closer: a figure is not small, not whole, not exact, or not known. */
export const atAGlance = (
  { missing, figures, when, sides }: Glance,
  numbers: Numbers,
): 'held' | 'broken' | 'aside' | null => {
  const known = figures.map(figure => numbers(figure, missing));
  // Also of a figure that no sum depends on, as those it cancels in.
  if (known.some(Number.isNaN)) return null;
  const applies = when === null || holds(when, known);
  if (applies === false) return 'aside';
  const isHeld = holds(sides, known);
  return applies === null || isHeld === null ? null : isHeld ? 'held' : 'broken';
};

const sumsOf = (node: Condition<Figure>, figures: readonly Figure[]): Sums | null => {
  if (node.kind === 'compare') return sumOf(node, ZERO, figures);
  const of = node.of.flatMap(part => sumsOf(part, figures) ?? []);
  return of.length < node.of.length ? null : { kind: node.kind, of };
};

interface Sides {
  readonly left: Amount<Figure>;
  readonly relation: Comparison;
  readonly right: Amount<Figure>;
}

const sumOf = ({ left, relation, right }: Sides, tolerance: Fraction, figures: readonly Figure[]): Sum | null => {
  const linear = differenceOf(left, right);
  if (linear === null) return null;
  const { terms, constant } = linear;
  const factors = figures.map(figure => terms.get(keyOf(figure))?.factor ?? ZERO);
  // All times one number, so that nothing is broken: 0.2 × a − b is a − 5 × b.
  const scale = [...factors, constant, tolerance].reduce((all, { bottom }) => all * bottom, 1n);
  const scaled = ({ top, bottom }: Fraction): number => Number(top * (scale / bottom));
  const sum = { factors: factors.map(scaled), constant: scaled(constant), tolerance: scaled(tolerance) };
  return [...sum.factors, sum.constant, sum.tolerance].every(Number.isSafeInteger)
    ? { kind: 'compare', relation, ...sum }
    : null;
};

/** Null where the numbers become too great. */
const holds = (sums: Sums, known: readonly number[]): boolean | null => {
  if (sums.kind === 'compare') return sumHolds(sums, known);
  const truths = sums.of.map(one => holds(one, known));
  if (truths.includes(null)) return null;
  return sums.kind === 'and' ? !truths.includes(false) : truths.includes(true);
};

const sumHolds = ({ relation, factors, constant, tolerance }: Sum, known: readonly number[]): boolean | null => {
  let sum = constant;
  for (const [nth, number] of known.entries()) {
    const term = (factors[nth] ?? 0) * number;
    sum += term;
    if (!Number.isSafeInteger(term) || !Number.isSafeInteger(sum)) return null;
  }
  switch (relation) {
    case '=':
      return Math.abs(sum) <= tolerance;
    case '<>':
      return Math.abs(sum) > tolerance;
    case '<=':
      return sum <= tolerance;
    case '>=':
      return sum >= -tolerance;
    case '<':
      return sum < tolerance;
    case '>':
      return sum > -tolerance;
  }
};
