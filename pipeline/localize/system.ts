// The equalities of one return as a system of whole numbers: one row an equality, one column a cell.

import { compareText } from '../compare-text.ts';
import type { Decimal } from '../model.ts';
import { onceOf } from '../once-of.ts';
import type { Equality } from './equality.ts';
import type { Vector } from './vector.ts';

export interface System {
  /** By row, sorted. */
  readonly equalities: readonly Equality[];
  /** Cell numbers by row. */
  readonly rows: readonly (readonly number[])[];
  /** By cell number, sorted. */
  readonly names: readonly string[];
  /** By cell number: coefficients by row. */
  readonly columns: readonly Vector[];
  /** By cell number, in units of 10⁻ᵖ where p is `places`. */
  readonly values: readonly bigint[];
  readonly places: number;
  /** By row: Σ coefficient·value where it is not 0, so the broken rows. */
  readonly residual: Vector;
}

/** An equality in which a value is missing says nothing and is left out; so is one that says what another says. */
export const systemOf = (given: readonly Equality[], known: ReadonlyMap<string, Decimal>): System => {
  const sorted = given
    .filter(({ terms }) => terms.every(({ name }) => known.has(name)))
    .map(equality => ({ equality, key: keyOf(equality) }))
    .sort((a, b) => compareText(a.key, b.key));
  const equalities = sorted.filter(({ key }, nth) => key !== sorted[nth - 1]?.key).map(({ equality }) => equality);
  const names = [...new Set(equalities.flatMap(({ terms }) => terms.map(({ name }) => name)))].sort();
  const numbers = new Map(names.map((name, number) => [name, number] as const));
  const stated = names.map(name => known.get(name) ?? '0');
  const places = placesOf(stated);
  const values = stated.map(value => scaled(value, places));
  const columns = names.map(() => new Map<number, bigint>());
  const residual = new Map<number, bigint>();
  const rows = equalities.map(({ terms }, row) => {
    const scale = placesOf(terms.map(({ coefficient }) => coefficient));
    for (const { name, coefficient } of terms) put(columns[numbers.get(name) ?? 0], row, scaled(coefficient, scale));
    const cells = [...new Set(terms.map(({ name }) => numbers.get(name) ?? 0))].filter(cell => columns[cell]?.has(row));
    const sum = cells.reduce((total, cell) => total + (columns[cell]?.get(row) ?? 0n) * (values[cell] ?? 0n), 0n);
    put(residual, row, sum);
    return cells.sort((a, b) => a - b);
  });
  return { equalities, rows, names, columns, values, places, residual };
};

// Of all returns the equalities are the same.
const keyOf = onceOf(({ rule, severity, terms }: Equality): string =>
  JSON.stringify([rule, severity, terms.map(({ name, coefficient }) => `${name} ${coefficient}`).sort()]),
);

const put = (vector: Map<number, bigint> | undefined, row: number, amount: bigint): void => {
  const sum = (vector?.get(row) ?? 0n) + amount;
  if (sum === 0n) vector?.delete(row);
  else vector?.set(row, sum);
};

const placesOf = (decimals: readonly Decimal[]): number =>
  Math.max(0, ...decimals.map(decimal => decimal.split('.')[1]?.length ?? 0));

const scaled = (decimal: Decimal, places: number): bigint => {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(`${whole}${fraction.padEnd(places, '0')}`);
};

/** `value` in units of 10⁻ᵖ as a plain decimal, without zeros at its end. */
export const unscaled = (value: bigint, places: number): Decimal => {
  const digits = String(value < 0n ? -value : value).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/u, '');
  return `${value < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
};
