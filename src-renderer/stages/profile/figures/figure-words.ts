/** So many decimals, at most two, that no figure of the column loses any; the same for all of them. */
export function digitsFor(values: readonly (number | null)[]): number {
  const needs = (digits: number) => values.some((value) => value !== null && Math.abs(value * 10 ** digits - Math.round(value * 10 ** digits)) > 1e-9);
  return !needs(0) ? 0 : !needs(1) ? 1 : 2;
}

/** `%` follows the number; other units stand after it as the file writes them. */
export function valueWords(number: string, unit: string): string {
  if (unit === '') return number;
  return unit === '%' ? `${number} %` : `${number} ${unit}`;
}
