import type { Formats } from '#shared/i18n/formats.ts';

const units = [
  { unit: 'gigabyte', bytes: 1_000_000_000, digits: 1 },
  { unit: 'megabyte', bytes: 1_000_000, digits: 1 },
  { unit: 'kilobyte', bytes: 1000, digits: 0 },
  { unit: 'byte', bytes: 0, digits: 0 },
] as const;

/** A file's size in the language's own unit names, e.g. `1.4 MB`. */
export function byteText(formats: Formats, count: number): string {
  const { unit, bytes, digits } = units.find((candidate) => count >= candidate.bytes) ?? units[3];
  return new Intl.NumberFormat(formats.language, { style: 'unit', unit, maximumFractionDigits: digits }).format(count / Math.max(1, bytes));
}
