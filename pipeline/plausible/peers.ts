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
const MOST = 0.95;

/** Whether a group in which so many units state a figure is large enough to be compared with. */
export const canCompare = (stating: number): boolean => stating >= FEWEST;

/** Below it no figure is out of proportion. */
export const isLargeFigure = (value: number): boolean => value >= LEAST;

/**
 * Whether a figure is more than 20 times the 95th percentile of the others of its group. `all` is sorted, with the figure itself: of
 * thousands of units each is compared without a list of its own.
 */
export const isFarAbove = (value: number, all: ArrayLike<number>): boolean => {
  const other = (index: number): number => {
    const found = all[index] ?? 0;
    return found < value ? found : (all[index + 1] ?? found);
  };
  return value > TIMES * between(other, all.length - 1, MOST);
};

/**
 * Null unless the figure is at least 50, more than 20 times the 95th percentile of the others and, on the scale log(1 + y), more than four
 * spreads (1.4826 · median absolute deviation) above their median: units of a group differ by orders of magnitude. Where most of them have
 * nothing, the figure is one unit's business (新闻 of the broadcaster) and the group says nothing about it.
 */
export const outOfProportion = (value: number, others: readonly number[]): Peers | null => {
  if (!isLargeFigure(value) || !canCompare(others.length + 1)) return null;
  const sorted = others.toSorted((a, b) => a - b);
  const median = percentile(sorted, 0.5);
  const most = percentile(sorted, MOST);
  if (median === 0 || value <= TIMES * most) return null;
  const logs = sorted.map(Math.log1p);
  const middle = percentile(logs, 0.5);
  const apart = logs.map(log => Math.abs(log - middle)).sort((a, b) => a - b);
  if (Math.log1p(value) <= middle + SPREADS * 1.4826 * percentile(apart, 0.5)) return null;
  return { units: others.length, median, most };
};

/** Between the order statistics, as R's type 7. `sorted` is not empty. */
export const percentile = (sorted: readonly number[], share: number): number =>
  between(index => sorted[index] ?? 0, sorted.length, share);

const between = (at: (index: number) => number, length: number, share: number): number => {
  const position = (length - 1) * share;
  const below = at(Math.floor(position));
  return below + (position % 1) * (at(Math.ceil(position)) - below);
};
