import { gammaUpper } from './gamma-distribution.ts';

/** P(|Z| > |z|) of a standard normal, precise far into the tail: the chi-square tail of z² (libraries at hand read a table or stop at 1e-7). */
export function normalTwoSided(z: number): number {
  return z === 0 ? 1 : gammaUpper(0.5, (z * z) / 2);
}
