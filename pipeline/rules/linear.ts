// Amounts that are sums of figures with fixed factors, as those factors.
import { type Fraction, fraction, inverse, negative, plus, signOf, times, ZERO } from './fraction.ts';
import type { Amount, Figure } from './syntax.ts';

export interface Linear {
  /** By `keyOf`; no factor is 0. */
  readonly terms: ReadonlyMap<string, { readonly figure: Figure; readonly factor: Fraction }>;
  readonly constant: Fraction;
}

/** The figure and whose it is: `t3.carried_out.total`, `prev(1).t3.carried_out.total`. */
export const keyOf = ({ name, from }: Figure): string => {
  if (from.kind === 'here') return name;
  return from.kind === 'children' ? `child.${name}` : `prev(${from.years}).${name}`;
};

/** Null where it is no such sum. */
export const linearOf = (node: Amount<Figure>): Linear | null => {
  switch (node.kind) {
    case 'figure':
      return { terms: new Map([[keyOf(node), { figure: node, factor: ONE }]]), constant: ZERO };
    case 'number':
      return { terms: new Map(), constant: fraction(node.value) };
    case 'negative':
      return scaled(linearOf(node.of), negative(ONE));
    case 'call':
      return node.call === 'sum' ? added(node.terms.map(linearOf)) : null;
    case 'binary':
      return binary(node.sign, linearOf(node.left), linearOf(node.right));
    case 'span':
      return null;
  }
};

/** `left − right`. */
export const differenceOf = (left: Amount<Figure>, right: Amount<Figure>): Linear | null =>
  added([linearOf(left), scaled(linearOf(right), negative(ONE))]);

const ONE: Fraction = { top: 1n, bottom: 1n };

const binary = (sign: '+' | '-' | '*' | '/', a: Linear | null, b: Linear | null): Linear | null => {
  if (a === null || b === null) return null;
  if (sign === '+') return added([a, b]);
  if (sign === '-') return added([a, scaled(b, negative(ONE))]);
  if (b.terms.size === 0)
    return sign === '*' ? scaled(a, b.constant) : signOf(b.constant) === 0 ? null : scaled(a, inverse(b.constant));
  return sign === '*' && a.terms.size === 0 ? scaled(b, a.constant) : null;
};

const scaled = (linear: Linear | null, factor: Fraction): Linear | null => {
  if (linear === null) return null;
  const terms = [...linear.terms].map(([key, term]) => [key, { ...term, factor: times(term.factor, factor) }] as const);
  return { terms: new Map(signOf(factor) === 0 ? [] : terms), constant: times(linear.constant, factor) };
};

const added = (parts: readonly (Linear | null)[]): Linear | null => {
  const terms = new Map<string, { figure: Figure; factor: Fraction }>();
  let constant = ZERO;
  for (const part of parts) {
    if (part === null) return null;
    constant = plus(constant, part.constant);
    for (const [key, { figure, factor }] of part.terms)
      terms.set(key, { figure, factor: plus(terms.get(key)?.factor ?? ZERO, factor) });
  }
  return { terms: new Map([...terms].filter(([, { factor }]) => signOf(factor) !== 0)), constant };
};
