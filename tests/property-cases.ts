/**
 * How many made-up cases each property is tried on, and from which seed. `npm test` tries the same cases on the same sources each time, so
 * that a change is never refused for what it did not touch; `npm run test:search` looks for new ones, many times as many.
 */
import fc from 'fast-check';

/** How many times the usual number of cases; 1 unless searching. */
export const propertyTimes = Number(process.env.PROPERTY_TIMES ?? 1);

/** The usual number of cases of one property, times what is asked of this run. */
export function cases(usual: number): number {
  return Math.max(1, Math.round(usual * propertyTimes));
}

const seed = process.env.PROPERTY_SEED ?? '20261122';

fc.configureGlobal({ numRuns: cases(100), ...(seed === 'new' ? {} : { seed: Number(seed) }) });

export { fc };
