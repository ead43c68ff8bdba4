/**
 * The gamma distribution's function and its inverse, which exact limits of counts need (no kept library gives the inverse to
 * the last digit: simple-statistics has neither). Shape `a` > 0, scale 1. Chi-square with f degrees of freedom is twice the
 * gamma of shape f/2. Checked against Poisson sums in the tests.
 */

const machineEpsilon = 2 ** -52;
const tiny = 1e-300;
const halfLogTwoPi = 0.9189385332046728;

/** Natural logarithm of Γ(x), x > 0: Stirling's series from 15 upwards, the recurrence below. */
export function logGamma(x: number): number {
  let shift = 0;
  let y = x;
  while (y < 15) {
    shift += Math.log(y);
    y += 1;
  }
  const z = 1 / (y * y);
  const series = (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z / 1188)))) / y;
  return (y - 0.5) * Math.log(y) - y + halfLogTwoPi + series - shift;
}

function logDensity(a: number, x: number): number {
  return (a - 1) * Math.log(x) - x - logGamma(a);
}

/** P(X ≤ x) for a gamma variable of shape `a`: power series left of the mean, continued fraction (Lentz) right of it. */
export function gammaCumulative(a: number, x: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? front * lowerSeries(a, x) : 1 - front * upperFraction(a, x);
}

/** P(X > x), without losing the digits of a small tail. */
export function gammaUpper(a: number, x: number): number {
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - front * lowerSeries(a, x) : front * upperFraction(a, x);
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * machineEpsilon; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let i = 1; ; i++) {
    const an = -i * (i - a);
    b += 2;
    d = nonZero(an * d + b);
    c = nonZero(b + an / c);
    d = 1 / d;
    const delta = d * c;
    h *= delta;
    if (Math.abs(delta - 1) <= 4 * machineEpsilon) return h;
  }
}

function nonZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

/**
 * The x with P(X ≤ x) = p, 0 < p < 1. Wilson and Hilferty's approximation refined by Halley's steps, kept inside a bracket that
 * only shrinks, so that it always ends.
 */
export function gammaQuantile(p: number, a: number): number {
  let x = startValue(p, a);
  let below = 0;
  let above = Number.POSITIVE_INFINITY;
  for (let step = 0; step < 100; step++) {
    const difference = gammaCumulative(a, x) - p;
    if (difference < 0) below = x;
    else above = x;
    const newton = difference / Math.exp(logDensity(a, x));
    const curvature = (a - 1) / x - 1;
    let next = x - newton / (1 - Math.max(-0.5, Math.min(0.5, (newton * curvature) / 2)));
    if (!(next > below && next < above)) next = Number.isFinite(above) ? (below + above) / 2 : 2 * x;
    if (Math.abs(next - x) <= 1e-14 * x) return next;
    x = next;
  }
  return x;
}

/** Quantiles of the standard normal that the intervals use; enough for a first guess at any other. */
function startValue(p: number, a: number): number {
  const t = Math.sqrt(-2 * Math.log(Math.min(p, 1 - p)));
  const size = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  const z = p < 0.5 ? -size : size;
  const cube = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
  const guess = a * cube ** 3;
  // Near zero the distribution is a power: P ≈ x^a / Γ(a + 1).
  return cube > 0.1 ? guess : Math.exp((Math.log(p) + logGamma(a + 1)) / a);
}

/** The chi-square value that a share `p` lies below, `freedom` degrees of freedom. */
export function chiSquareQuantile(p: number, freedom: number): number {
  return 2 * gammaQuantile(p, freedom / 2);
}
