import type { Recipe } from '#shared/domain/recipes.ts';
import { createDateOrderVote, type DateOrder, type Day, parseDay } from '../../../imports/detect/days.ts';
import { monthOfName } from '../../../imports/detect/month-names.ts';
import { parseTime } from '../../../imports/detect/times.ts';
import type { Cell } from '../../../imports/foreign-table.ts';
import type { ProblemCode } from '../problems.ts';
import type { IncidentStaging } from './staging.ts';

export interface StagedDay extends Day {
  /** yyyymmdd */
  readonly number: number;
  /** 1 = Monday. */
  readonly weekday: number;
}

/** What each distinct date, time, year and month of the staging says; a problem's code where it says nothing usable. */
export interface Moments {
  readonly order: DateOrder;
  readonly orderIs: 'certain' | 'ambiguous' | 'none';
  /** A date that could be read both ways, to show. */
  readonly unclear: Cell;
  readonly days: readonly (StagedDay | ProblemCode | null)[];
  /** Hour 0-23; null = not stated. */
  readonly hours: readonly (number | 'bad-time' | null)[];
  readonly years: readonly (number | 'bad-year' | null)[];
  readonly months: readonly (number | 'bad-month' | null)[];
}

/** Reads every distinct date and time once, the order of dates judged by all of them. `today` is yyyymmdd. */
export function readMoments(staging: IncidentStaging, recipe: Recipe, today: number, isNotKnown: (cell: Cell) => boolean): Moments {
  const dates = staging.distinctDates.values;
  const vote = createDateOrderVote();
  for (const cell of dates) if (cell !== '') vote.add(cell);
  const guess = vote.result();
  const order = recipe.dateOrder ?? guess.order;
  const days = dates.map((cell) => (isNotKnown(cell) ? null : readDay(cell, order, today)));
  return {
    order,
    orderIs: recipe.dateOrder !== null && guess.is === 'ambiguous' ? 'certain' : guess.is,
    unclear: dates.find((cell) => cell !== '' && typeof parseDay(cell, 'dmy') !== 'string' && typeof parseDay(cell, 'mdy') !== 'string') ?? '',
    days,
    hours: readHours(staging, isNotKnown),
    years: staging.distinctYears.values.map((cell) => (isNotKnown(cell) ? null : readYear(cell, today))),
    months: staging.distinctMonths.values.map((cell) => (isNotKnown(cell) ? null : readMonth(cell))),
  };
}

function readDay(cell: Cell, order: DateOrder, today: number): StagedDay | ProblemCode | null {
  const day = parseDay(cell, order);
  if (day === 'empty') return null;
  if (typeof day === 'string') return day;
  const number = day.year * 10_000 + day.month * 100 + day.day;
  if (number > today) return 'future-date';
  const weekday = new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay();
  return { ...day, number, weekday: weekday === 0 ? 7 : weekday };
}

function readHours(staging: IncidentStaging, isNotKnown: (cell: Cell) => boolean): (number | 'bad-time' | null)[] {
  const hours = staging.distinctTimes.values.map((cell) => {
    if (isNotKnown(cell)) return null;
    const minute = parseTime(cell) ?? parseTime(dayShare(cell));
    return minute === null ? ('bad-time' as const) : Math.floor(minute / 60);
  });
  // A date column whose every time is midnight holds days only.
  const isDaysOnly = staging.hasTimesFromDates && staging.distinctTimes.values.every((cell) => cell === '' || parseTime(cell) === 0);
  return isDaysOnly ? hours.map(() => null) : hours;
}

/** `0.375` or `8.3E-2`: a spreadsheet's time that was saved as a number. */
function dayShare(cell: Cell): Cell {
  return typeof cell === 'string' && /^(?:0(?:[.,]\d+)?|\d(?:[.,]\d+)?e-\d{1,2})$/i.test(cell) ? Number(cell.replace(',', '.')) : '';
}

function readYear(cell: Cell, today: number): number | 'bad-year' {
  const year = Number(/(?:19|20|21)\d{2}/.exec(String(cell))?.[0]);
  return Number.isInteger(year) && year <= Math.floor(today / 10_000) ? year : 'bad-year';
}

function readMonth(cell: Cell): number | 'bad-month' {
  const month = Number(cell);
  if (Number.isInteger(month) && month >= 1 && month <= 12) return month;
  return monthOfName(String(cell).trim()) ?? 'bad-month';
}
