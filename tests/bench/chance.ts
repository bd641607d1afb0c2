// Seeded chance for the synthetic districts: the same seed, the same districts.

export interface Chance {
  /** Evenly from 0 to 1. */
  readonly even: () => number;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly normal: () => number;
  readonly gamma: (shape: number, mean: number) => number;
  readonly poisson: (mean: number) => number;
  /** A count of this mean and of variance mean + dispersion · mean². */
  readonly count: (mean: number, dispersion: number) => number;
}

export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0;
  // mulberry32
  const even = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const pick = <T>(from: readonly T[]): T => from[Math.floor(even() * from.length)] as T;
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - even())) * Math.cos(2 * Math.PI * even());
  // Marsaglia & Tsang, ACM TOMS 26 (2000) 363.
  const standardGamma = (shape: number): number => {
    if (shape < 1) return standardGamma(shape + 1) * (1 - even()) ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - even()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const gamma = (shape: number, mean: number): number => (standardGamma(shape) * mean) / shape;
  const poisson = (mean: number): number => {
    if (mean > 100) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    let count = 0;
    for (let product = even(); product > Math.exp(-mean); product *= even()) count += 1;
    return count;
  };
  const count = (mean: number, dispersion: number): number => (mean <= 0 ? 0 : poisson(gamma(1 / dispersion, mean)));
  return { even, pick, normal, gamma, poisson, count };
};
