import type { dateOrders } from '#shared/domain/recipes.ts';
import type { Cell } from '../foreign-table.ts';
import { isDigit, toAsciiDigits } from './digits.ts';
import { monthOfName } from './month-names.ts';

export type DateOrder = (typeof dateOrders)[number];
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}
/**
 * Why a cell is no day: `empty`; `not-a-date`; `impossible-date` (31 February, month 25); `year-out-of-range` (outside 1900-2100);
 * `ambiguous-date` (the year stands last but the order says it stands first).
 */
export type DayProblem = 'empty' | 'not-a-date' | 'impossible-date' | 'year-out-of-range' | 'ambiguous-date';

/** Two-digit years up to this one lie in this century. */
const LAST_SHORT_YEAR = 49;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
/** Spreadsheet day numbers between 1927-05-18 and 2100-12-31 (counted from 1899-12-30). */
const FIRST_SERIAL = 10_000;
const LAST_SERIAL = 73_415;

/**
 * The day a cell states, or the code of what is wrong with it. ISO dates, and dates with the month's name, are read whatever the order;
 * a time after the date is passed over and never shifts the day. Two-digit years: 00-49 → 2000s, 50-99 → 1900s.
 * A number is a spreadsheet's day number or 20230131; digits in text are never a day number.
 */
export function parseDay(cell: Cell, order: DateOrder): Day | DayProblem {
  if (typeof cell === 'number') return dayOfNumber(cell);
  const length = cell.length;
  if (length >= 10 && cell.charCodeAt(4) === 45 && cell.charCodeAt(7) === 45) {
    const year = digitsAt(cell, 0, 4);
    const month = digitsAt(cell, 5, 2);
    const day = digitsAt(cell, 8, 2);
    const isEnd = length === 10 || ((cell.charCodeAt(10) === 84 || cell.charCodeAt(10) === 32) && length > 11);
    if (year >= 0 && month >= 0 && day >= 0 && isEnd) return checkedDay(year, month, day);
  }
  if (length === 0) return 'empty';
  if (length >= 10 && isYearLast(cell)) {
    const first = digitsAt(cell, 0, 2);
    const second = digitsAt(cell, 3, 2);
    const year = digitsAt(cell, 6, 4);
    if (first >= 0 && second >= 0 && year >= 0 && order !== 'ymd') return order === 'dmy' ? checkedDay(year, second, first) : checkedDay(year, first, second);
  }
  const parts = readParts(cell);
  return parts === null ? 'not-a-date' : dayOfParts(parts, order);
}

/** Laid out as `31/01/2023`, alone or before a space. */
function isYearLast(cell: string): boolean {
  const separator = cell.charCodeAt(2);
  return (separator === 47 || separator === 45 || separator === 46) && cell.charCodeAt(5) === separator && (cell.length === 10 || cell.charCodeAt(10) === 32);
}

function digitsAt(text: string, start: number, count: number): number {
  let value = 0;
  for (let i = start; i < start + count; i++) {
    const code = text.charCodeAt(i);
    if (!isDigit(code)) return -1;
    value = value * 10 + code - 48;
  }
  return value;
}

function checkedDay(year: number, month: number, day: number): Day | DayProblem {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return 'impossible-date';
  if (year < FIRST_YEAR || year > LAST_YEAR) return 'year-out-of-range';
  return { year, month, day };
}

/** Days of a month of the Gregorian calendar. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function dayOfNumber(value: number): Day | DayProblem {
  if (Number.isInteger(value) && value >= 19_000_101 && value <= 21_001_231) {
    return checkedDay(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100);
  }
  if (!(value >= FIRST_SERIAL && value < LAST_SERIAL + 1)) return 'not-a-date';
  return dayOfSerial(Math.floor(value));
}

/** Civil date of a spreadsheet's day number (1900 system, from 1 March 1900). Source: Howard Hinnant, chrono-compatible low-level date algorithms. */
function dayOfSerial(serial: number): Day {
  const shifted = serial - 25_569 + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 };
}

/** A written date taken apart: three numbers in the order they stand, or two and a named month. */
type Parts = { readonly numbers: readonly [Part, Part, Part]; readonly month: null } | { readonly numbers: readonly [Part, Part]; readonly month: number };
interface Part {
  readonly value: number;
  readonly digits: number;
}

const WORD_OR_NUMBER = /\d+|\p{L}[\p{L}\p{M}]*/gu;
const FILLER = new Set(['de', 'del', 'of', 'the', 'le', 'el', 'st', 'nd', 'rd', 'th', 'er', 'º', 'ª', 'من']);
const WEEKDAY =
  /^(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mi[eé]|jue|vie|s[aá]b|dom|mer|jeu|ven|sam|dim|seg|ter|qua|qui|sex)[\p{L}]*$|^(?:ال)?(?:[أا]حد|[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة|سبت)$/iu;

function readParts(cell: string): Parts | null {
  if (cell.length > 60) return null;
  const text = toAsciiDigits(cell);
  const numbers: Part[] = [];
  let month: number | null = null;
  let end = 0;
  for (const match of text.matchAll(WORD_OR_NUMBER)) {
    const token = match[0];
    const gap = text.slice(end, match.index);
    if (gap.includes(':') || (numbers.length > 0 && !/^[\s/.,\-–\u200e\u200f]*$/.test(gap))) return null;
    end = match.index + token.length;
    if (isDigit(token.charCodeAt(0))) numbers.push({ value: Number(token), digits: token.length });
    else {
      const named = monthOfName(joinedMonth(text, token, end));
      if (named !== null && month === null) month = named;
      else if (token === 'T' && numbers.length === 1) break;
      else if (!isFillerWord(token, numbers.length)) return null;
    }
    if (numbers.length + (month === null ? 0 : 1) === 3) break;
  }
  return isRestOfDate(text.slice(end)) ? toParts(numbers, month) : null;
}

/** Levantine month names are two words: the second one decides between two months. */
function joinedMonth(text: string, token: string, end: number): string {
  if (token !== 'كانون' && token !== 'تشرين') return token;
  return `${token} ${/^\s+(\p{L}+)/u.exec(text.slice(end))?.[1] ?? ''}`;
}

function isFillerWord(token: string, numbersSoFar: number): boolean {
  const word = token.toLowerCase();
  return FILLER.has(word) || (numbersSoFar === 0 && WEEKDAY.test(word)) || word === 'الأول' || word === 'الاول' || word === 'الثاني';
}

/** What may follow a date: nothing, or a time set off by a space, a comma or `T`. */
function isRestOfDate(rest: string): boolean {
  return rest === '' || /^\.?[\s,T]*$/.test(rest) || /^[\s,T]+\d/.test(rest);
}

function toParts(numbers: readonly Part[], month: number | null): Parts | null {
  const [first, second, third] = numbers;
  if (month !== null) return first && second ? { numbers: [first, second], month } : null;
  if (first && second && third) return { numbers: [first, second, third], month: null };
  return first && numbers.length === 1 ? compactParts(first) : null;
}

/** `20230131` and `20230131140500`: the year stands first where that gives a year, else last. */
function compactParts(part: Part): Parts | null {
  if (part.digits !== 8 && part.digits !== 14) return null;
  const value = part.digits === 14 ? Math.floor(part.value / 1_000_000) : part.value;
  const year = Math.floor(value / 10_000);
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return threeParts([year, 4], [Math.floor(value / 100) % 100, 2], [value % 100, 2]);
  return threeParts([Math.floor(value / 1_000_000), 2], [Math.floor(value / 10_000) % 100, 2], [value % 10_000, 4]);
}

function threeParts(...numbers: readonly [readonly [number, number], readonly [number, number], readonly [number, number]]): Parts {
  const [a, b, c] = numbers;
  return {
    numbers: [
      { value: a[0], digits: a[1] },
      { value: b[0], digits: b[1] },
      { value: c[0], digits: c[1] },
    ],
    month: null,
  };
}

function dayOfParts(parts: Parts, order: DateOrder): Day | DayProblem {
  if (parts.month !== null) {
    const [a, b] = parts.numbers;
    return a.digits === 4 ? dated(a, parts.month, b) : dated(b, parts.month, a);
  }
  const [a, b, c] = parts.numbers;
  if (b.digits > 2) return 'not-a-date';
  if (a.digits === 4) return dated(a, b.value, c);
  if (order === 'ymd') return c.digits === 4 ? 'ambiguous-date' : dated(a, b.value, c);
  return order === 'mdy' ? dated(c, a.value, b) : dated(c, b.value, a);
}

function dated(year: Part, month: number, day: Part): Day | DayProblem {
  if (day.digits > 2) return 'not-a-date';
  if (year.digits === 4) return checkedDay(year.value, month, day.value);
  if (year.digits !== 2) return 'not-a-date';
  return checkedDay(year.value + (year.value <= LAST_SHORT_YEAR ? 2000 : 1900), month, day.value);
}

/** How a column writes its dates. `certain`: every date reads one way only, or the order does not matter; `none`: no dates were seen. */
export interface DateOrderGuess {
  readonly order: DateOrder;
  readonly is: 'certain' | 'ambiguous' | 'none';
}

/** Collects the evidence of a column cell by cell, so that a whole file can be judged while it streams. */
export interface DateOrderVote {
  add(cell: Cell): void;
  result(): DateOrderGuess;
}

/** A new vote. Day-month is the answer where nothing tells, as in most countries, and is then called ambiguous. */
export function createDateOrderVote(): DateOrderVote {
  let fixed = 0;
  const votes = { ymd: 0, dmy: 0, mdy: 0 };
  let undecided = 0;
  let short = 0;
  const add = (cell: Cell) => {
    const order = orderOf(cell);
    if (order === 'fixed') fixed++;
    else if (order === 'either') undecided++;
    else if (order === 'any') short++;
    else if (order !== null) votes[order]++;
  };
  const result = (): DateOrderGuess => {
    if (votes.dmy + votes.mdy + votes.ymd === 0) {
      if (undecided + short > 0) return { order: 'dmy', is: 'ambiguous' };
      return { order: 'ymd', is: fixed > 0 ? 'certain' : 'none' };
    }
    const order: DateOrder = votes.ymd > votes.dmy + votes.mdy ? 'ymd' : votes.mdy > votes.dmy ? 'mdy' : 'dmy';
    const against = votes.ymd + votes.dmy + votes.mdy - votes[order];
    return { order, is: against * 50 > votes[order] ? 'ambiguous' : 'certain' };
  };
  return { add, result };
}

/** What one cell tells: an order, `fixed` (reads one way in any order), `either` (day and month could change places), `any`, or null for no date. */
function orderOf(cell: Cell): DateOrder | 'fixed' | 'either' | 'any' | null {
  if (typeof cell === 'number') return typeof dayOfNumber(cell) === 'string' ? null : 'fixed';
  if (cell.length >= 10 && cell.charCodeAt(4) === 45 && digitsAt(cell, 0, 4) > 0) return typeof parseDay(cell, 'ymd') === 'string' ? null : 'fixed';
  const parts = cell.length < 6 ? null : readParts(cell);
  if (parts === null) return null;
  if (parts.month !== null || parts.numbers[0].digits === 4) return typeof dayOfParts(parts, 'ymd') === 'string' ? null : 'fixed';
  const readings = (['ymd', 'dmy', 'mdy'] as const).filter((order) => typeof dayOfParts(parts, order) !== 'string');
  const [only, second] = readings;
  if (only === undefined) return null;
  if (second === undefined) return only;
  if (readings.includes('ymd')) return 'any';
  return parts.numbers[0].value === parts.numbers[1].value ? 'fixed' : 'either';
}
