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
  const frame = frameOf(given.filter(({ terms }) => terms.every(({ name }) => known.has(name))));
  const { names, rows, columns } = frame;
  const stated = names.map(name => known.get(name) ?? '0');
  const places = placesOf(stated);
  const values = stated.map(value => scaled(value, places));
  const residual = new Map<number, bigint>();
  for (const [row, cells] of rows.entries()) {
    let sum = 0n;
    for (const cell of cells) sum += (columns[cell]?.get(row) ?? 0n) * (values[cell] ?? 0n);
    put(residual, row, sum);
  }
  return { ...frame, values, places, residual };
};

/** What of a system does not depend on the values. */
type Frame = Pick<System, 'equalities' | 'names' | 'rows' | 'columns'>;

const makeFrame = (given: readonly Equality[]): Frame => {
  const sorted = given.map(equality => ({ equality, key: keyOf(equality) })).sort((a, b) => compareText(a.key, b.key));
  const equalities = sorted.filter(({ key }, nth) => key !== sorted[nth - 1]?.key).map(({ equality }) => equality);
  const names = [...new Set(equalities.flatMap(({ terms }) => terms.map(({ name }) => name)))].sort();
  const numbers = new Map(names.map((name, number) => [name, number] as const));
  const columns = names.map(() => new Map<number, bigint>());
  const rows = equalities.map(({ terms }, row) => {
    const scale = placesOf(terms.map(({ coefficient }) => coefficient));
    for (const { name, coefficient } of terms) put(columns[numbers.get(name) ?? 0], row, scaled(coefficient, scale));
    const cells = [...new Set(terms.map(({ name }) => numbers.get(name) ?? 0))].filter(cell => columns[cell]?.has(row));
    return cells.sort((a, b) => a - b);
  });
  return { equalities, rows, names, columns };
};

// Of one return after the other the equalities are mostly the same.
let last: { readonly given: readonly Equality[]; readonly frame: Frame } | null = null;

const frameOf = (given: readonly Equality[]): Frame => {
  const isSame = last?.given.length === given.length && given.every((equality, nth) => equality === last?.given[nth]);
  if (last === null || !isSame) last = { given, frame: makeFrame(given) };
  return last.frame;
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
  Math.max(0, ...decimals.map(decimal => (decimal.includes('.') ? decimal.length - decimal.indexOf('.') - 1 : 0)));

const scaled = (decimal: Decimal, places: number): bigint => {
  if (places === 0) return BigInt(decimal);
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
