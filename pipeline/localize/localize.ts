// From sums that do not hold to the cells that are probably wrong: the fewest cells whose change makes all of them hold.
// Method: I. P. Fellegi, D. Holt, A Systematic Approach to Automatic Edit and Imputation, JASA 71 (1976) 17–35.

import { compareText } from '../compare-text.ts';
import type { Decimal } from '../model.ts';
import { groupsOf, type Last } from './causes.ts';
import type { Equality } from './equality.ts';
import { type Solver, smallestBy } from './mip.ts';
import { type Change, type Hints, plausibilityOf, type Surroundings } from './plausible.ts';
import type { Solution } from './search.ts';
import { type System, systemOf, unscaled } from './system.ts';

/** Equalities that broke for one reason, and all smallest ways to repair them. */
export interface Cause {
  readonly broken: readonly Equality[];
  /** The best first, at most `MOST`; none where more than a few cells would have to change. */
  readonly sets: readonly Repair[];
  /** How many are known. */
  readonly found: number;
  /** Whether there are no others; the solver, asked where many cells would have to change, tells but one. */
  readonly isAll: boolean;
}

/** With these values in place of those stated every equality holds, and no fewer cells would do. */
export interface Repair {
  /** The likeliest first. */
  readonly cells: readonly RepairedCell[];
  /** Greater is likelier; compares repairs of one cause only. */
  readonly plausibility: number;
  /** Chinese: why it is likely, `数字颠倒？`; '' where nothing speaks for it. */
  readonly hint: string;
}

export interface RepairedCell extends Change {
  readonly hint: string;
}

export const MOST = 200;

/**
 * The causes of the broken ones among `equalities`, by their first rule. An equality with a figure that is not in `values` is
 * left out. Repaired figures are not negative, and whole unless they are money; a set of cells for which several amounts would
 * do is no repair. Without a solver at most five cells are looked for.
 */
export const localize = (
  equalities: readonly Equality[],
  values: ReadonlyMap<string, Decimal>,
  hints: Hints = {},
  solver: Solver | null = null,
): readonly Cause[] => {
  const system = systemOf(equalities, values);
  if (system.residual.size === 0) return [];
  const isAllowed = allowance(system, hints);
  const groups = groupsOf(system, isAllowed, solver === null ? null : lastBy(solver, system, isAllowed, hints));
  const inOrder = groups.toSorted((a, b) => firstRow(a.residual) - firstRow(b.residual));
  return inOrder.map(({ residual, solutions, isAll }) => {
    const broken = [...residual.keys()].sort((a, b) => a - b).flatMap(row => system.equalities[row] ?? []);
    const repairs = solutions.map(solution => repairOf(system, solution, { values, broken, hints })).sort(byWeight);
    return { broken, sets: repairs.slice(0, MOST), found: repairs.length, isAll };
  });
};

const firstRow = (residual: ReadonlyMap<number, bigint>): number => Math.min(...residual.keys());

const allowance = ({ names, values, places }: System, { isMoney, mayBeNegative }: Hints) => {
  const one = 10n ** BigInt(places);
  return (cell: number, change: bigint): boolean => {
    const name = names[cell] ?? '';
    const implied = (values[cell] ?? 0n) + change;
    return (implied >= 0n || mayBeNegative?.(name) === true) && (implied % one === 0n || isMoney?.(name) === true);
  };
};

const lastBy =
  (solver: Solver, system: System, isAllowed: ReturnType<typeof allowance>, { isMoney, mayBeNegative }: Hints): Last =>
  residual =>
    smallestBy(solver, {
      system,
      residual,
      isAllowed,
      isWhole: cell => isMoney?.(system.names[cell] ?? '') !== true,
      isNatural: cell => mayBeNegative?.(system.names[cell] ?? '') !== true,
    });

const repairOf = (system: System, { cells, changes }: Solution, around: Surroundings): Repair => {
  const set = cells.map((cell, nth): Change => {
    const value = system.values[cell] ?? 0n;
    return {
      name: system.names[cell] ?? '',
      stated: unscaled(value, system.places),
      implied: unscaled(value + (changes[nth] ?? 0n), system.places),
    };
  });
  const weighed = set
    .map(change => ({ change, ...plausibilityOf(change, set, around) }))
    .sort((a, b) => b.weight - a.weight || compareText(a.change.name, b.change.name));
  return {
    cells: weighed.map(({ change, hint }) => ({ ...change, hint })),
    plausibility: weighed.reduce((sum, { weight }) => sum + weight, 0),
    hint: [...new Set(weighed.map(({ hint }) => hint))].filter(hint => hint !== '').join(''),
  };
};

const byWeight = (a: Repair, b: Repair): number => b.plausibility - a.plausibility || compareText(keyOf(a), keyOf(b));

const keyOf = ({ cells }: Repair): string => JSON.stringify(cells.map(({ name }) => name));
