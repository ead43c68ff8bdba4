/** What a cell of an open table may be; null is an empty cell. */
export type OpenValue = string | number | boolean | null;

/** A text that a spreadsheet would take for a formula, with an apostrophe before it. Numbers are no texts and stay as they are. */
export function withoutFormula(text: string): string {
  return /^[\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(text) || /^[\t\r]/.test(text) ? `'${text}` : text;
}

/** A table as CSV (RFC 4180): UTF-8 without a mark at its beginning, CRLF, a point in numbers, texts quoted where they have to be. */
export function safeCsv(heads: readonly string[], rows: readonly (readonly OpenValue[])[]): string {
  return [heads, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: OpenValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = withoutFormula(value.replaceAll('\u0000', ''));
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
