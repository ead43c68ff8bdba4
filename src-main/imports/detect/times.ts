import type { Cell } from '../foreign-table.ts';
import { isDigit, toAsciiDigits } from './digits.ts';

const MINUTES_PER_DAY = 1440;

/**
 * The minute of the day (0-1439) a cell states, null when it states none (`N.D.`, blank, `25:00`). Takes `14:05`, `14:05:59`, `14h05`, `14.05`,
 * `2:05 PM`, `2:05 p. m.`, `١٤:٠٥`, `ص`/`م`, `1405`, `14`, the time of an ISO date-time, and a spreadsheet's number (fraction of a day, 1405 or 14), also
 * where it came to be text (`0.75`, `2.0833333333333332E-2`). 24:00 is 0. A zone or offset is passed over: the clock time as written counts.
 */
export function parseTime(cell: Cell): number | null {
  if (typeof cell === 'number') return fromNumber(cell);
  const length = cell.length;
  if (length >= 5 && cell.charCodeAt(2) === 58 && (length === 5 || (length === 8 && cell.charCodeAt(5) === 58))) {
    const hour = twoDigits(cell, 0);
    const minute = twoDigits(cell, 3);
    const second = length === 5 ? 0 : twoDigits(cell, 6);
    if (hour >= 0 && minute >= 0 && second >= 0) return second <= 59 ? toMinutes(hour, minute) : null;
  }
  return length === 0 || length > 40 ? null : fromText(toAsciiDigits(cell));
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at);
  const ones = text.charCodeAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - 48) * 10 + ones - 48 : -1;
}

function toMinutes(hour: number, minute: number): number | null {
  if (hour === 24 && minute === 0) return 0;
  return hour <= 23 && minute <= 59 ? hour * 60 + minute : null;
}

function fromNumber(value: number): number | null {
  if (!Number.isFinite(value) || value < 0) return null;
  if (Number.isInteger(value) && value >= 1 && value < 2400) return value < 24 ? value * 60 : toMinutes(Math.floor(value / 100), value % 100);
  return Math.round((value % 1) * MINUTES_PER_DAY) % MINUTES_PER_DAY;
}

const FRACTION = /^(?:0?[.,]\d+|\d(?:[.,]\d+)?e-\d{1,2})$/i;
const CLOCK = /(?:^|[T\s,])(\d{1,2})\s?(?:[:h]\s?(\d{1,2})|h)(?:[:.m]\s?(\d{2})(?:[.,]\d+)?)?\s?(?:hr?s?\.?|horas|s|min)?\s?(.*)$/i;
/** `23.30`, `7.05 p. m.`, `23.30 hs`: two figures behind the point, as much of Europe and Latin America writes it. */
const POINTED = /^(\d{1,2})\.([0-5]\d)(?=$|\s|h)/i;
const TWELVE = /^(\d{1,2})\s?(a|p)\.?\s?m\.?$/i;

function fromText(text: string): number | null {
  if (/^\d{1,4}$/.test(text)) return text.length <= 2 ? toMinutes(Number(text), 0) : toMinutes(Math.floor(Number(text) / 100), Number(text) % 100);
  if (FRACTION.test(text)) return fromNumber(Number(text.replace(',', '.')));
  const hourOnly = TWELVE.exec(text);
  if (hourOnly) return toTwentyFour(Number(hourOnly[1]), 0, hourOnly[2]?.toLowerCase() === 'p');
  const match = CLOCK.exec(text.replace(POINTED, '$1:$2'));
  if (!match) return null;
  const [, hour, minute = '0', second = '0', rest = ''] = match;
  if (Number(second) > 59) return null;
  const half = halfOfDay(rest.trim());
  if (half === 'other') return null;
  if (half === null) return toMinutes(Number(hour), Number(minute));
  return toTwentyFour(Number(hour), Number(minute), half === 'pm');
}

function toTwentyFour(hour: number, minute: number, afternoon: boolean): number | null {
  if (hour > 12) return afternoon ? toMinutes(hour, minute) : null;
  if (hour === 0 && afternoon) return null;
  return toMinutes((hour % 12) + (afternoon ? 12 : 0), minute);
}

/** What follows the clock: a half of the day, a zone or nothing (null), or something that makes it no time. */
function halfOfDay(rest: string): 'am' | 'pm' | 'other' | null {
  if (rest === '' || /^(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}|:\d{2})$/i.test(rest)) return null;
  if (/^(?:a\.?\s?m\.?|ص|صباحا|صباحًا)$/i.test(rest)) return 'am';
  if (/^(?:p\.?\s?m\.?|م|مساء|مساءً)$/i.test(rest)) return 'pm';
  return 'other';
}
