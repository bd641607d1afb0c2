// The few formulas that we recompute, as a tree: + and − of numbers, cells, SUM and ROUND on the same sheet.

import { parseArea } from '../../address.ts';
import type { Area, Decimal } from '../../model.ts';
import { plainDecimal } from '../number.ts';

export type Expression =
  | { readonly kind: 'number'; readonly decimal: Decimal }
  | { readonly kind: 'area'; readonly area: Area }
  | { readonly kind: 'sum'; readonly of: readonly Expression[] }
  /** The SUM of a blank of ours: empty where no number stands in it. */
  | { readonly kind: 'sum-of-any'; readonly of: readonly Expression[] }
  | { readonly kind: 'add'; readonly terms: readonly { readonly minus: boolean; readonly term: Expression }[] }
  | { readonly kind: 'round'; readonly of: Expression; readonly places: number };

const TOKEN = /\s+|\d+(?:\.\d*)?|\$?[A-Za-z]{1,5}\$?\d*(?::\$?[A-Za-z]{0,3}\$?\d*)?|[+\-(),]|./gs;
const LONGEST = 2_000;
const DEEPEST = 10;

/** Null for a formula that is anything else. */
export const parseFormula = (text: string): Expression | null => {
  const summed = SUM_OF_ANY.exec(text)?.[1];
  if (summed === undefined) return parseTree(text);
  const sum = parseTree(`SUM(${summed})`);
  return sum?.kind === 'sum' ? { kind: 'sum-of-any', of: sum.of } : null;
};

const SUM_OF_ANY = /^IF\(COUNT\(([^()]{1,1000})\)=0,"",SUM\(\1\)\)$/;

const parseTree = (text: string): Expression | null => {
  if (text === '' || text.length > LONGEST) return null;
  const tokens = (text.match(TOKEN) ?? []).filter(token => token.trim() !== '');
  let at = 0;
  let depth = 0;
  const take = (token: string): boolean => {
    if (tokens[at] !== token) return false;
    at++;
    return true;
  };

  const sumOfTerms = (): Expression | null => {
    if (++depth > DEEPEST) return null;
    const terms: { minus: boolean; term: Expression }[] = [];
    do {
      let minus = false;
      while (tokens[at] === '+' || tokens[at] === '-') minus = tokens[at++] === '-' ? !minus : minus;
      const found = term();
      if (found === null) return null;
      terms.push({ minus, term: found });
    } while (tokens[at] === '+' || tokens[at] === '-');
    depth--;
    const [first] = terms;
    return terms.length === 1 && first !== undefined && !first.minus ? first.term : { kind: 'add', terms };
  };

  const term = (): Expression | null => {
    const token = tokens[at++] ?? '';
    if (token === '(') {
      const inner = sumOfTerms();
      // Brackets round one cell do not change it, but `(A1)` in a SUM would count as a number.
      return inner !== null && take(')') ? { kind: 'add', terms: [{ minus: false, term: inner }] } : null;
    }
    if (take('(')) return call(token.toUpperCase());
    if (/^\d/.test(token)) return numberOf(token);
    const area = parseArea(token);
    return area === null ? null : { kind: 'area', area };
  };

  const call = (name: string): Expression | null => {
    const given: Expression[] = [];
    do {
      const one = sumOfTerms();
      if (one === null) return null;
      given.push(one);
    } while (take(','));
    if (!take(')')) return null;
    if (name === 'SUM') return { kind: 'sum', of: given };
    const [value, places] = given;
    if (name !== 'ROUND' || given.length !== 2 || value === undefined || places?.kind !== 'number') return null;
    return /^\d$/.test(places.decimal) ? { kind: 'round', of: value, places: Number(places.decimal) } : null;
  };

  const tree = sumOfTerms();
  return at === tokens.length ? tree : null;
};

const numberOf = (token: string): Expression | null => {
  const decimal = plainDecimal(token);
  return decimal === null ? null : { kind: 'number', decimal };
};
