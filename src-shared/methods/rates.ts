import { chiSquareQuantile } from './gamma-distribution.ts';

/** Version of the arithmetic below, kept with every figure. */
export const ratesVersion = '1';

/** Rates are told per this many residents and year. */
export const ratePer = 100_000;

export interface Interval {
  readonly low: number;
  readonly high: number;
}
export interface Estimate extends Interval {
  readonly value: number;
}

const remembered = new Map<number, Interval>();
const rememberedMost = 50_000;

/**
 * Exact 95 % limits of a count (Garwood 1936): χ²(0.025; 2x)/2 and χ²(0.975; 2x + 2)/2, in the count's own unit. A map of many
 * areas asks for the same small counts again and again, so they are remembered.
 */
export function countInterval(count: number): Interval {
  let interval = remembered.get(count);
  if (!interval) {
    interval = { low: count === 0 ? 0 : chiSquareQuantile(0.025, 2 * count) / 2, high: chiSquareQuantile(0.975, 2 * count + 2) / 2 };
    if (remembered.size >= rememberedMost) remembered.clear();
    remembered.set(count, interval);
  }
  return interval;
}

/**
 * Rate per 100,000 with its exact limits. `population` is residents, or the sum of residents over the years pooled (person-years).
 * Null, never zero, without a population.
 */
export function rateOf(count: number, population: number | null, per = ratePer): Estimate | null {
  if (population === null || !(population > 0)) return null;
  const { low, high } = countInterval(count);
  const scale = per / population;
  return { value: count * scale, low: low * scale, high: high * scale };
}

/**
 * Rate of several years together, Σcount / Σpopulation with exact limits; years whose population is not known are left out with their
 * cases. Null without any known population.
 */
export function pooledRateOf(years: readonly { count: number; population: number | null }[], per = ratePer): Estimate | null {
  const known = years.flatMap(({ count, population }) => (population !== null && population > 0 ? [{ count, population }] : []));
  return rateOf(
    known.reduce((sum, year) => sum + year.count, 0),
    known.reduce((sum, year) => sum + year.population, 0),
    per,
  );
}

/** With fewer residents a handful of incidents makes any rate: such an area is shown, but leads no sentence (convention). */
export const leadingResidents = 1000;

/**
 * Those of the ranked areas that a sentence may name: where residents are many enough; all of them where that leaves none. `population` is the sum of
 * residents over the years pooled (person-years).
 */
export function leadingRates<Row extends { readonly population: number | null }>(ranked: readonly Row[], yearCount: number): readonly Row[] {
  const leading = ranked.filter(({ population }) => (population ?? 0) / Math.max(1, yearCount) >= leadingResidents);
  return leading.length > 0 ? leading : ranked;
}
