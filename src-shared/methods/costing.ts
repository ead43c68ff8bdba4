/** A base cost with its contingency; per cent, 10 = a tenth more. Rounded to a hundredth of the currency unit. */
export function withContingency(base: number, contingencyPercent: number): number {
  return roundMoney(base * (1 + contingencyPercent / 100));
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
