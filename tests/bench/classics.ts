// The two usual methods for a figure against last year's, on the same data.

/** For each unit: true unusual, false usual, null cannot be judged. */
export type Judgements = readonly (boolean | null)[];

/**
 * Hidiroglou & Berthelot, Survey Methodology 12 (1986) 73: ratios to last year made symmetric about their median, weighted by
 * size (U = 0.5), bounds in quartile distances (A = 0.05). A zero in either year has no ratio.
 */
export const hidiroglouBerthelot = (last: readonly number[], now: readonly number[], times: number): Judgements => {
  const able = now.flatMap((value, nth) => (value > 0 && (last[nth] ?? 0) > 0 ? [nth] : []));
  const ratios = able.map(nth => (now[nth] ?? 0) / (last[nth] ?? 1));
  const median = quantileOf(ratios, 0.5);
  const scores = ratios.map((ratio, nth) => {
    const place = able[nth] ?? 0;
    const symmetric = ratio < median ? 1 - median / ratio : ratio / median - 1;
    return symmetric * Math.max(now[place] ?? 0, last[place] ?? 0) ** 0.5;
  });
  const middle = quantileOf(scores, 0.5);
  const least = Math.abs(0.05 * middle);
  const below = Math.max(middle - quantileOf(scores, 0.25), least);
  const above = Math.max(quantileOf(scores, 0.75) - middle, least);
  const byUnit = new Map(able.map((place, nth) => [place, scores[nth] ?? 0] as const));
  return now.map((_, nth) => {
    const score = byUnit.get(nth);
    if (score === undefined || able.length < 4) return null;
    return score < middle - times * below || score > middle + times * above;
  });
};

/** Iglewicz & Hoaglin 1993: 0.6745 (x − median) / MAD of the change since last year; where most do not change, MAD is 0. */
export const modifiedZ = (last: readonly number[], now: readonly number[], bound: number): Judgements => {
  const changes = now.map((value, nth) => value - (last[nth] ?? 0));
  const median = quantileOf(changes, 0.5);
  const mad = quantileOf(
    changes.map(change => Math.abs(change - median)),
    0.5,
  );
  return changes.map(change => (mad === 0 ? null : (0.6745 * Math.abs(change - median)) / mad > bound));
};

const quantileOf = (numbers: readonly number[], share: number): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? 0;
  return below + (position % 1) * ((sorted[Math.ceil(position)] ?? below) - below);
};
