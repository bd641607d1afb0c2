// The negative binomial distribution by mean and size (variance = mean + mean² / size): tails and quantiles.

export interface NegativeBinomial {
  readonly mean: number;
  readonly size: number;
}

/** P(Y ≤ y) = I_p(size, ⌊y⌋ + 1) with p = size / (size + mean) (Abramowitz & Stegun 26.5.24). */
export const atMost = ({ mean, size }: NegativeBinomial, y: number): number =>
  y < 0 ? 0 : incompleteBeta(size / (size + mean), size, Math.floor(y) + 1);

/** P(Y ≥ y), exact in the far tail where 1 − P(Y < y) would be 0. */
export const atLeast = ({ mean, size }: NegativeBinomial, y: number): number =>
  y <= 0 ? 1 : incompleteBeta(mean / (size + mean), Math.ceil(y), size);

/** The smallest whole y with P(Y ≤ y) ≥ `share`. */
export const quantile = (distribution: NegativeBinomial, share: number): number => {
  if (atMost(distribution, 0) >= share) return 0;
  let low = 0;
  let high = 1;
  while (atMost(distribution, high) < share) {
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (atMost(distribution, middle) < share) low = middle;
    else high = middle;
  }
  return high;
};

/** The regularised incomplete beta function I_x(a, b), by its continued fraction (Abramowitz & Stegun 26.5.8). */
const incompleteBeta = (x: number, a: number, b: number): number => {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b;
};

// Modified Lentz: W. J. Lentz, Applied Optics 15 (1976) 668; terms grow with the root of the larger parameter.
const fraction = (x: number, a: number, b: number): number => {
  let c = 1;
  let d = 1 / awayFrom0(1 - ((a + b) * x) / (a + 1));
  let value = d;
  const most = 300 + 10 * Math.sqrt(Math.max(a, b));
  for (let m = 1; m < most; m += 1) {
    for (const term of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 / awayFrom0(1 + term * d);
      c = awayFrom0(1 + term / c);
      value *= d * c;
    }
    if (Math.abs(d * c - 1) < 1e-12) break;
  }
  return value;
};

const awayFrom0 = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value);

// Stirling's series (Abramowitz & Stegun 6.1.41) from 10 on, the recurrence Γ(x + 1) = xΓ(x) below.
const logGamma = (x: number): number => {
  if (x < 10) return logGamma(x + 1) - Math.log(x);
  const inverse = 1 / (x * x);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / x;
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
};
