/** Whole numbers stay whole. */
export function digitsOf(value: number): number {
  return Number.isInteger(value) ? 0 : Math.abs(value) >= 100 ? 1 : 2;
}

/** `%` follows the number; other units stand after it as the file writes them. */
export function valueWords(number: string, unit: string): string {
  if (unit === '') return number;
  return unit === '%' ? `${number} %` : `${number} ${unit}`;
}
