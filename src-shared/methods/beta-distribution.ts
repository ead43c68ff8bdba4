import { logGamma } from './gamma-distribution.ts';

/**
 * The regularised incomplete beta function, which exact tests of shares and the t distribution need to the last digits (the libraries at
 * hand have none, or stop at 3e-7). Continued fraction by Lentz; checked against sums in the tests.
 */
export function betaCumulative(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast left of the mean; right of it the mirrored one does.
  return x <= (a + 1) / (a + b + 2) ? fraction(x, a, b) : 1 - fraction(1 - x, b, a);
}

function fraction(x: number, a: number, b: number): number {
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < 100_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return front * value;
}

function away(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}

/** P(X ≤ k) of n draws with probability p each. */
export function binomialUpTo(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : betaCumulative(1 - p, n - k, k + 1);
}

/** P(X ≥ k) of n draws with probability p each. */
export function binomialFrom(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  return k > n ? 0 : betaCumulative(p, k, n - k + 1);
}

/** P(|T| > |t|) of Student's t. */
export function studentTwoSided(t: number, freedom: number): number {
  return betaCumulative(freedom / (freedom + t * t), freedom / 2, 0.5);
}

/** Exact 95 % limits of a share of k in n (Clopper & Pearson 1934): the p whose tails are 2.5 %. */
export function exactShareLimits(k: number, n: number): { low: number; high: number } {
  return {
    low: k === 0 ? 0 : crossing((p) => binomialFrom(k, n, p) - 0.025),
    high: k === n ? 1 : crossing((p) => 0.025 - binomialUpTo(k, n, p)),
  };
}

/** Where a rising function of 0-1 passes zero. */
function crossing(rising: (p: number) => number): number {
  let below = 0;
  let above = 1;
  for (let step = 0; step < 60; step += 1) {
    const middle = (below + above) / 2;
    if (rising(middle) < 0) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
}
