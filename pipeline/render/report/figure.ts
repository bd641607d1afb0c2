// A figure as a report quotes it: a sum that knows its item, its unit and what it is without.
import type { Decimal, FormRow, Total } from '../../model.ts';
import { isSameList } from './totals-index.ts';

export interface Figure {
  readonly kind: 'figure';
  /** `stat.c_recv`, `t3.new_received.total`. */
  readonly item: string;
  readonly label: string;
  /** 件, 条, 万元 … */
  readonly unit: string;
  /** Null where no unit at all stated it: unknown, not 0. */
  readonly value: Decimal | null;
  readonly approximate: string | null;
  /** How many units due are missing from it. */
  readonly missing: number;
  /** The same figure of the year before; null where it is unknown or sums other units, so that nothing can be compared. */
  readonly previous: Decimal | null;
}

/** The figure of a row; `column` is `value` where the table has no columns. */
export type FigureOf = (row: FormRow, column: string) => Figure;

export const isFigure = (value: unknown): value is Figure =>
  typeof value === 'object' && value !== null && (value as Figure).kind === 'figure';

export const makeFigure = (
  item: string,
  label: string,
  unit: string,
  total: Total | null,
  previous: Total | null,
): Figure => ({
  kind: 'figure',
  item,
  label,
  unit,
  value: known(total),
  approximate: total?.approximate ?? null,
  missing: total?.unitsMissing.length ?? 0,
  previous: total !== null && previous !== null && sumsTheSame(total, previous) ? known(previous) : null,
});

// A unit that is missing in one of two years would show as growth or decline.
export const sumsTheSame = (a: Total, b: Total): boolean => isSameList(a.unitsIn, b.unitsIn);

const known = (total: Total | null): Decimal | null =>
  total === null || total.unitsIn.length === 0 ? null : total.value;
