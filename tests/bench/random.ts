// Pseudo-random numbers that are the same on every run: mulberry32.

export interface Random {
  /** A whole number from 0 up to but without `end`. */
  readonly below: (end: number) => number;
  readonly oneOf: <T>(from: readonly T[]) => T;
}

export const seeded = (seed: number): Random => {
  let state = seed >>> 0;
  const below = (end: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * end);
  };
  return { below, oneOf: from => from[below(from.length)] as (typeof from)[number] };
};
