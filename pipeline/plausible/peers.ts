// A figure without a history against those of the other units of its group: only what is out of all proportion.

/** What the group's other units say of a figure that is out of proportion to them. */
export interface Peers {
  readonly units: number;
  readonly median: number;
  readonly most: number;
}

const FEWEST = 10;
const LEAST = 50;
const TIMES = 20;
const SPREADS = 4;

/** Whether a group in which so many units state a figure is large enough to be compared with. */
export const canCompare = (stating: number): boolean => stating >= FEWEST;

/** Below it no figure is out of proportion. */
export const isLargeFigure = (value: number): boolean => value >= LEAST;

/**
 * Null unless the figure is at least 50, more than 20 times the 95th percentile of the others and, on the scale log(1 + y), more than four
 * spreads (1.4826 · median absolute deviation) above their median: units of a group differ by orders of magnitude. Where most of them have
 * nothing, the figure is one unit's business (新闻 of the broadcaster) and the group says nothing about it.
 */
export const outOfProportion = (value: number, others: readonly number[]): Peers | null => {
  if (!isLargeFigure(value) || !canCompare(others.length + 1)) return null;
  const sorted = others.toSorted((a, b) => a - b);
  const median = percentile(sorted, 0.5);
  const most = percentile(sorted, 0.95);
  if (median === 0 || value <= TIMES * most) return null;
  const logs = sorted.map(Math.log1p);
  const middle = percentile(logs, 0.5);
  const apart = logs.map(log => Math.abs(log - middle)).sort((a, b) => a - b);
  if (Math.log1p(value) <= middle + SPREADS * 1.4826 * percentile(apart, 0.5)) return null;
  return { units: others.length, median, most };
};

/** Between the order statistics, as R's type 7. `sorted` is not empty. */
export const percentile = (sorted: readonly number[], share: number): number => {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? 0;
  return below + (position % 1) * ((sorted[Math.ceil(position)] ?? below) - below);
};
