import type { AlignmentStyle, BorderStyle, CellStyle } from 'hucre';
import { figureStyle } from '#shared/figures/figure-style.ts';

/** What a column holds, which decides how its cells look. */
export type Format = 'text' | 'long-text' | 'count' | 'decimal' | 'percent' | 'year' | 'month' | 'day' | 'money';

const style = figureStyle('print');
const colour = (hex: string) => ({ rgb: hex.replace('#', '').toUpperCase() });
const ink = colour(style.ink);
const muted = colour(style.muted);
export const accent = colour(style.accent).rgb;
export const accentSoft = colour(style.accentSoft).rgb;
/** Colours of years in a chart: the last one is the message, those before it fade. */
export function yearColour(index: number, count: number): string {
  const fromLast = count - 1 - index;
  return fromLast === 0 ? accent : fromLast === 1 ? (chartColours[2] ?? accent) : fromLast === 2 ? accentSoft : colour(style.rule).rgb;
}
export const chartColours = style.categorical.map((hex) => colour(hex).rgb);

const numberFormats: Record<Format, string> = {
  text: 'General',
  'long-text': 'General',
  count: '#,##0',
  decimal: '#,##0.0',
  percent: '0.0%',
  year: '0',
  month: 'yyyy-mm',
  day: 'yyyy-mm-dd',
  money: '#,##0',
};

const hairline: BorderStyle = { bottom: { style: 'thin', color: colour(style.rule) } };

const header: CellStyle = {
  font: { name: 'Calibri', size: 11, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: accent } },
  alignment: { vertical: 'center', wrapText: true },
};

/** Text keeps off the figures of the column before it, on the side where the sheet's lines start. */
function atStart(isRightToLeft: boolean): AlignmentStyle {
  return { horizontal: isRightToLeft ? 'right' : 'left', indent: 1 };
}

export function isText(format: Format): boolean {
  return format === 'text' || format === 'long-text';
}

/** How cells look: the colours of the figures, lines between rows, nothing else. */
export const look = {
  title: { font: { name: 'Calibri', size: 16, bold: true, color: { rgb: accent } }, alignment: { vertical: 'center' } } satisfies CellStyle,
  note: { font: { name: 'Calibri', size: 10, color: muted }, alignment: { vertical: 'top' } } satisfies CellStyle,
  link: { font: { name: 'Calibri', size: 11, underline: true, color: { rgb: accent } } } satisfies CellStyle,
  heading: { font: { name: 'Calibri', size: 13, bold: true, color: { rgb: accent } } } satisfies CellStyle,
  label: { font: { name: 'Calibri', size: 11, color: muted }, alignment: { vertical: 'top' } } satisfies CellStyle,
  text: { font: { name: 'Calibri', size: 11, color: ink }, alignment: { vertical: 'top', wrapText: true } } satisfies CellStyle,
  header: (isRightToLeft: boolean): CellStyle => ({ ...header, alignment: { ...header.alignment, ...atStart(isRightToLeft) } }),
  headerEnd: { ...header, alignment: { ...header.alignment, horizontal: 'right' } } satisfies CellStyle,
  hidden: { font: { name: 'Calibri', size: 11, italic: true, color: muted }, alignment: { horizontal: 'right', vertical: 'top' } } satisfies CellStyle,
  cell: (format: Format, isRightToLeft: boolean): CellStyle => ({
    font: { name: 'Calibri', size: 11, color: ink },
    numFmt: numberFormats[format],
    alignment: { vertical: 'top', wrapText: format === 'long-text', ...(isText(format) ? atStart(isRightToLeft) : {}) },
    border: hairline,
  }),
  total: (format: Format, isRightToLeft: boolean): CellStyle => ({
    font: { name: 'Calibri', size: 11, bold: true, color: ink },
    numFmt: numberFormats[format],
    ...(isText(format) ? { alignment: atStart(isRightToLeft) } : {}),
    border: { top: { style: 'medium', color: ink } },
  }),
};

/** A sheet's name as formulas write it. */
export function sheetReference(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** A name that Excel takes: at most 31 characters, none of `[]:*?/\`, no apostrophe at the ends, distinct without regard to case. */
export function sheetName(wished: string, taken: Set<string>): string {
  const clean =
    wished
      .replaceAll(/[[\]:*?/\\]/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31) || 'Sheet';
  let name = clean;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${clean.slice(0, 31 - String(number).length - 1)} ${number}`;
  taken.add(name.toLowerCase());
  return name;
}
