import type { Cell } from '../foreign-table.ts';
import { isDigit, toAsciiDigits } from './digits.ts';

export type DecimalMark = '.' | ',';

/** What a set of cells says about its decimal mark. `mark` is null when no cell says anything; `certain` is false when the guess could be wrong. */
export interface DecimalMarkGuess {
  readonly mark: DecimalMark | null;
  readonly certain: boolean;
}

const PLAIN = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/;
const ARABIC_DECIMAL = '\u066b';

/**
 * The number a cell states, null when it is not a number. Takes thousands separators (comma or point, spaces of any width, apostrophes;
 * groups of three, or of two and three as in India), every kind of minus sign before or after, brackets for negative amounts,
 * Arabic and Persian digits, and a percent sign (which changes nothing: `12 %` is 12).
 * A mark in the wrong place is not guessed at: `1,5` read with a decimal point is null.
 */
export function parseNumber(cell: Cell, decimalMark: DecimalMark): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  const length = cell.length;
  if (length === 0 || length > 64) return null;
  const markCode = decimalMark === '.' ? 46 : 44;
  let markAt = -1;
  for (let i = 0; i < length; i++) {
    const code = cell.charCodeAt(i);
    if (isDigit(code)) continue;
    const isMark = code === markCode && markAt < 0 && i > 0 && i < length - 1 && isDigit(cell.charCodeAt(i - 1));
    if (isMark) markAt = i;
    else if (code !== 45 || i !== 0 || length === 1) return parseDecorated(cell, decimalMark);
  }
  return Number(markAt < 0 || markCode === 46 ? cell : `${cell.slice(0, markAt)}.${cell.slice(markAt + 1)}`);
}

function parseDecorated(cell: string, decimalMark: DecimalMark): number | null {
  let text = toAsciiDigits(cell)
    .replace(/[\u200e\u200f\u061c]/g, '')
    .trim();
  if (text.endsWith('%')) text = text.slice(0, -1).trimEnd();
  let negative = false;
  if (text.startsWith('(') && text.endsWith(')')) {
    negative = true;
    text = text.slice(1, -1).trim();
  }
  const sign = /^[+\-\u2212\u2010-\u2013\ufe63\uff0d]/.exec(text) ?? (negative ? null : /[-\u2212]$/.exec(text));
  if (sign) {
    if (negative) return null;
    negative = sign[0] !== '+';
    text = (sign.index === 0 ? text.slice(1) : text.slice(0, -1)).trim();
  }
  const plain = toPlain(text, decimalMark);
  if (plain === null || !PLAIN.test(plain) || /^[+-]/.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? (negative ? -value : value) : null;
}

/** `1.234,5` → `1234.5`; null when separators stand where none can. */
function toPlain(text: string, decimalMark: DecimalMark): string | null {
  const decimal = text.includes(ARABIC_DECIMAL) ? ARABIC_DECIMAL : decimalMark;
  const parts = text.split(decimal);
  if (parts.length > 2) return null;
  const [whole = '', fraction] = parts;
  const digits = withoutThousands(whole, decimalMark);
  if (digits === null) return null;
  if (fraction === undefined) return digits;
  if (fraction === '') return digits === '' ? null : digits;
  return `${digits === '' ? '0' : digits}.${fraction}`;
}

const GROUPED = /^\d{1,3}(?:([.,\u066c'’ \u00a0\u2007\u2009\u202f])\d{3})(?:\1\d{3})*$/;
const GROUPED_INDIAN = /^\d{1,2}(?:,\d{2})+,\d{3}$/;

function withoutThousands(whole: string, decimalMark: DecimalMark): string | null {
  const grouped = GROUPED.exec(whole);
  if (grouped) return grouped[1] === decimalMark ? null : whole.replace(/\D/g, '');
  if (decimalMark === '.' && GROUPED_INDIAN.test(whole)) return whole.replaceAll(',', '');
  return /[.,\u066c]/.test(whole) ? null : whole;
}

/**
 * The decimal mark that the numbers among the cells were written with; other cells are passed over. A mark that stands twice in a number,
 * or before another one, separates thousands; one followed by other than three digits is the decimal mark. Where every mark could be
 * either (`1.234`), it is taken for a thousands separator, because a wrong guess then shows at once as figures a thousand times too large.
 */
export function detectDecimalMark(cells: Iterable<Cell>): DecimalMarkGuess {
  const surely = { '.': 0, ',': 0 };
  const perhaps = { '.': 0, ',': 0 };
  for (const cell of cells) {
    if (typeof cell === 'number' || cell.length > 64) continue;
    const evidence = evidenceOf(cell);
    if (evidence === null) continue;
    if (evidence.certain) surely[evidence.mark]++;
    else perhaps[evidence.mark]++;
  }
  if (surely['.'] + surely[','] > 0) {
    const mark = surely[','] > surely['.'] ? ',' : '.';
    const other = mark === ',' ? '.' : ',';
    return { mark, certain: surely[other] * 20 <= surely[mark] };
  }
  if (perhaps['.'] + perhaps[','] > 0) return { mark: perhaps[','] > perhaps['.'] ? ',' : '.', certain: false };
  return { mark: null, certain: false };
}

const MARKED_NUMBER = /^[+\-\u2212(]?\s?(\d*)([.,])(\d[\d.,]*)\)?\s?[%-]?$/;

function evidenceOf(cell: string): { mark: DecimalMark; certain: boolean } | null {
  const match = MARKED_NUMBER.exec(toAsciiDigits(cell));
  if (!match) return null;
  const [, before = '', first, rest = ''] = match;
  const firstMark: DecimalMark = first === ',' ? ',' : '.';
  const otherMark: DecimalMark = firstMark === ',' ? '.' : ',';
  const repeated = rest.includes(firstMark);
  const other = rest.indexOf(otherMark);
  if (other >= 0) return repeated && rest.lastIndexOf(firstMark) > other ? null : { mark: otherMark, certain: true };
  if (repeated) return /^\d{3}(?:[.,]\d{3})+$/.test(rest) || /^(?:\d{2},)+\d{3}$/.test(rest) ? { mark: otherMark, certain: true } : null;
  if (rest.length !== 3 || before.length > 3 || before === '' || before === '0') return { mark: firstMark, certain: true };
  return { mark: otherMark, certain: false };
}
