import type { Formats } from '#shared/i18n/formats.ts';

/** A file's size in the language's own unit names, e.g. `1.4 MB`. */
export function byteText(formats: Formats, bytes: number): string {
  const isLarge = bytes >= 1_000_000;
  return new Intl.NumberFormat(formats.language, { style: 'unit', unit: isLarge ? 'megabyte' : 'kilobyte', maximumFractionDigits: isLarge ? 1 : 0 }).format(
    bytes / (isLarge ? 1_000_000 : 1000),
  );
}
