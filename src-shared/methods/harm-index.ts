import { type Known, undefinedAs } from '../domain/figure-facts.ts';

/** Version of the arithmetic below, kept with every figure. */
export const harmIndexVersion = '1';

export interface HarmPart {
  readonly count: number;
  /** Days (or the list's own unit) per incident; null = the city gave this offence no weight. */
  readonly weight: number | null;
}
export interface HarmIndex {
  /** Σ weight × count, in the unit of the list. */
  readonly total: number;
  /** Each part's harm and share of the whole; null where it has no weight. */
  readonly parts: readonly { readonly harm: number | null; readonly share: number | null; readonly countShare: number | null }[];
  /** Incidents with and without a weight. */
  readonly weighted: number;
  readonly unweighted: number;
}

/**
 * Harm by a city's own weights (the idea of the Cambridge Crime Harm Index, Sherman, Neyroud & Neyroud 2016, and of the ONS Crime Severity
 * Score 2016): Σ weight × count. What has no weight is unweighted, not 0. Undefined where no incident has one.
 */
export function harmIndex(parts: readonly HarmPart[]): Known<HarmIndex> {
  const weighted = parts.reduce((sum, part) => sum + (part.weight === null ? 0 : part.count), 0);
  if (!(weighted > 0)) return undefinedAs(parts.some((part) => part.count > 0) ? 'no-weights' : 'no-cases');
  const all = parts.reduce((sum, part) => sum + part.count, 0);
  const total = parts.reduce((sum, part) => sum + (part.weight ?? 0) * part.count, 0);
  return {
    total,
    parts: parts.map(({ count, weight }) => ({
      harm: weight === null ? null : weight * count,
      share: weight === null || !(total > 0) ? null : (weight * count) / total,
      countShare: all > 0 ? count / all : null,
    })),
    weighted,
    unweighted: all - weighted,
  };
}

/** Harm per 1,000 residents; undefined without a population. `population` is person-years where several years are pooled. */
export function harmPerThousand(total: number, population: number | null): Known<number> {
  return population !== null && population > 0 ? (total / population) * 1000 : undefinedAs('no-population');
}
