import { type TextRow, TextRowReader } from './text-rows.ts';

const candidates = [',', ';', '\t', '|', '^', '~', '¦'] as const;
const SAMPLE_ROWS = 300;

/**
 * The delimiter that cuts a sample of whole lines into the most even rows; null when none does and the lines are too long to be a one-column list.
 * A first line `sep=;`, as Excel writes it, decides.
 */
export function detectDelimiter(sample: string): string | null {
  const stated = /^sep=(.)\r?\n/i.exec(sample)?.[1];
  if (stated) return stated;
  const text = sample.slice(0, 128 * 1024);
  let best: { delimiter: string; score: number } | null = null;
  for (const delimiter of candidates) {
    const score = scoreOf(text, delimiter);
    if (score > (best?.score ?? 0)) best = { delimiter, score };
  }
  if (best) return best.delimiter === ',' && isProse(text) ? null : repeated(text, best.delimiter);
  return isList(text) ? ',' : null;
}

/** The delimiter two or three times over where it never stands alone: `;;`. */
function repeated(text: string, delimiter: string): string {
  const count = text.split(delimiter).length - 1;
  const whole = [3, 2].find((times) => (text.split(delimiter.repeat(times)).length - 1) * times === count);
  return delimiter.repeat(delimiter === '\t' ? 1 : (whole ?? 1));
}

function scoreOf(text: string, delimiter: string): number {
  if (!text.includes(delimiter)) return 0;
  const widths = new Map<number, number>();
  let rows = 0;
  for (const { cells } of sampleRows(text, delimiter)) {
    if (rows++ >= SAMPLE_ROWS) break;
    widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  }
  let width = 1;
  let count = 0;
  for (const [candidate, times] of widths) if (candidate > 1 && times > count) [width, count] = [candidate, times];
  const share = count / Math.max(1, rows);
  if (width < 2 || (share < 0.4 && !(width >= 4 && share >= 0.25))) return 0;
  return share * (1 - 1 / (width + 1));
}

/** Rows of a sample that may be cut anywhere. */
export function sampleRows(text: string, delimiter: string): TextRow[] {
  const reader = new TextRowReader(delimiter, '', true);
  return [...reader.push(text), ...reader.end()];
}

/** Sentences: commas followed by spaces, far apart. */
function isProse(text: string): boolean {
  const commas = text.split(',').length - 1;
  const spaced = text.split(/,\s/).length - 1;
  return spaced > commas * 0.8 && text.length > commas * 40;
}

/** Short lines: one value each. */
function isList(text: string): boolean {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const lengths = lines.map((line) => line.length).sort((a, b) => a - b);
  return (lengths[Math.floor(lengths.length / 2)] ?? 0) <= 80 && (lengths.at(-1) ?? 0) <= 400;
}
