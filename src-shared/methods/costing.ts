export interface CostLine {
  readonly unitCost: number;
  readonly quantity: number;
  /** 1 for capital; the years it recurs otherwise. */
  readonly years: number;
}

/** Unit cost × quantity × years over all lines, before contingency. */
export function costOfLines(lines: readonly CostLine[]): number {
  return lines.reduce((sum, line) => sum + line.unitCost * line.quantity * line.years, 0);
}

/** A base cost with its contingency; per cent, 10 = a tenth more. Rounded to a hundredth of the currency unit. */
export function withContingency(base: number, contingencyPercent: number): number {
  return roundMoney(base * (1 + contingencyPercent / 100));
}

/** Whole calendar years of a period, both ends included; null while an end is missing or the ends are reversed. */
export function yearsOf(startYear: number | null, endYear: number | null): number | null {
  if (startYear === null || endYear === null || endYear < startYear) return null;
  return endYear - startYear + 1;
}

/**
 * Whole cost of a measure in its currency: (capital + recurrent × years) × (1 + contingency). Null while no cost is given, and
 * while a recurrent cost waits for its period: an unknown cost is not a small one.
 */
export function measureCost(cost: {
  capitalCost: number | null;
  recurrentCostPerYear: number | null;
  years: number | null;
  contingencyPercent: number;
}): number | null {
  const { capitalCost, recurrentCostPerYear, years } = cost;
  if (capitalCost === null && recurrentCostPerYear === null) return null;
  if (recurrentCostPerYear !== null && recurrentCostPerYear > 0 && years === null) return null;
  return withContingency((capitalCost ?? 0) + (recurrentCostPerYear ?? 0) * (years ?? 0), cost.contingencyPercent);
}

/** Sum of the sources that are stated; null while none is (nobody promised is not the same as nobody asked). */
export function fundingOf(sources: readonly (number | null)[]): number | null {
  const stated = sources.filter((source) => source !== null);
  return stated.length === 0 ? null : roundMoney(stated.reduce((sum, source) => sum + source, 0));
}

/** Cost minus funding: what is still to be found; negative = surplus; null while either is unknown. */
export function gapOf(cost: number | null, funding: number | null): number | null {
  return cost === null || funding === null ? null : roundMoney(cost - funding);
}

/** Cost per resident; null without residents. */
export function costPerResident(cost: number | null, residents: number | null): number | null {
  return cost === null || residents === null || !(residents > 0) ? null : cost / residents;
}

/** To a hundredth of the currency unit. */
export function roundMoney(value: number): number {
  return Math.round(value * 100) / 100;
}
