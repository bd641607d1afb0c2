// An edit and the answers to its figures → what is known of its two sides, and whether it holds.
import type { Edit } from './compile.ts';
import { fraction, ZERO } from './fraction.ts';
import {
  absolute,
  addRanges,
  compareRanges,
  divideRanges,
  exactly,
  greatest,
  least,
  multiplyRanges,
  negate,
  type Range,
  type Truth,
} from './range.ts';
import type { Amount, Condition, Figure } from './syntax.ts';

/** What is known of each figure. */
export type Ranges = (figure: Figure) => Range;

export interface Judged {
  /** `aside`: its condition is not met, so that it says nothing here. */
  readonly outcome: 'held' | 'broken' | 'unknown' | 'aside';
  readonly left: Range;
  readonly right: Range;
}

export const judge = ({ rule, when, left, right }: Edit, ranges: Ranges): Judged => {
  const applies = when === null ? 'true' : truthOf(when, ranges);
  const sides = { left: rangeOf(left, ranges), right: rangeOf(right, ranges) };
  if (applies === 'false') return { outcome: 'aside', ...sides };
  const truth = compareRanges(sides.left, rule.relation, sides.right, fraction(rule.tolerance));
  if (applies === 'unknown' || truth === 'unknown') return { outcome: 'unknown', ...sides };
  return { outcome: truth === 'true' ? 'held' : 'broken', ...sides };
};

export const rangeOf = (node: Amount<Figure>, ranges: Ranges): Range => {
  switch (node.kind) {
    case 'figure':
      return ranges(node);
    case 'number':
      return exactly(fraction(node.value));
    case 'span':
      // Spans are laid out when a rule is compiled.
      return addRanges([ranges(node.first), ranges(node.last)]);
    case 'negative':
      return negate(rangeOf(node.of, ranges));
    case 'call':
      return CALLS[node.call](node.terms.map(term => rangeOf(term, ranges)));
    case 'binary':
      return BINARY[node.sign](rangeOf(node.left, ranges), rangeOf(node.right, ranges));
  }
};

const CALLS = {
  sum: addRanges,
  max: greatest,
  min: least,
  abs: ([of = exactly(ZERO)]: readonly Range[]) => absolute(of),
};

const BINARY = {
  '+': (a: Range, b: Range) => addRanges([a, b]),
  '-': (a: Range, b: Range) => addRanges([a, negate(b)]),
  '*': multiplyRanges,
  '/': divideRanges,
};

const truthOf = (node: Condition<Figure>, ranges: Ranges): Truth => {
  if (node.kind === 'compare')
    return compareRanges(rangeOf(node.left, ranges), node.relation, rangeOf(node.right, ranges), ZERO);
  const truths = node.of.map(part => truthOf(part, ranges));
  const settles: Truth = node.kind === 'and' ? 'false' : 'true';
  if (truths.includes(settles)) return settles;
  if (truths.includes('unknown')) return 'unknown';
  return node.kind === 'and' ? 'true' : 'false';
};
