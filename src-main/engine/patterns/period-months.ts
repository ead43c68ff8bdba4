import type { Period } from '#shared/domain/patterns.ts';
import type { PatternScope } from './pattern-scope.ts';

/** What months the data cover: a first or last month that is there in part only is none. */
export interface Calendar {
  readonly hasMonths: boolean;
  /** Months since the year 0. */
  readonly firstMonth: number;
  readonly lastMonth: number;
  readonly firstYear: number;
  /** The last year whose months are all covered; null where there is none. */
  readonly lastWholeYear: number | null;
}

/** Records seldom start on the first and end on the last day of a month. */
const slackDays = 5;
const daysOf = (month: number) => new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();

export function monthNumber(year: number, month: number): number | null {
  return year > 0 && month > 0 ? year * 12 + month - 1 : null;
}

/** Null where no incident states even a year. Data that tell months for less than half of the incidents are compared by years. */
export function calendarOf(scope: PatternScope): Calendar | null {
  const { columns } = scope;
  const found = {
    withMonth: 0,
    withYear: 0,
    firstMonth: Number.POSITIVE_INFINITY,
    lastMonth: 0,
    firstYear: Number.POSITIVE_INFINITY,
    lastYear: 0,
    firstDay: 99,
    lastDay: 0,
  };
  // All data, not only what the filter lets through: a rare offence has quiet months, too.
  for (let row = 0; row < columns.length; row += 1) {
    const year = columns.year[row] ?? 0;
    if (year === 0) continue;
    found.withYear += 1;
    found.firstYear = Math.min(found.firstYear, year);
    found.lastYear = Math.max(found.lastYear, year);
    const month = monthNumber(year, columns.month[row] ?? 0);
    if (month === null) continue;
    found.withMonth += 1;
    const day = (columns.day[row] ?? 0) % 100;
    if (month < found.firstMonth) {
      found.firstMonth = month;
      found.firstDay = 99;
    }
    if (month > found.lastMonth) {
      found.lastMonth = month;
      found.lastDay = 0;
    }
    if (day > 0 && month === found.firstMonth) found.firstDay = Math.min(found.firstDay, day);
    if (day > 0 && month === found.lastMonth) found.lastDay = Math.max(found.lastDay, day);
  }
  if (found.withYear === 0) return null;
  if (found.withMonth * 2 < found.withYear) {
    const { firstYear, lastYear } = found;
    return { hasMonths: false, firstMonth: firstYear * 12, lastMonth: lastYear * 12 + 11, firstYear, lastWholeYear: lastYear };
  }
  const firstMonth = found.firstMonth + (found.firstDay !== 99 && found.firstDay > 1 + slackDays ? 1 : 0);
  const lastMonth = found.lastMonth - (found.lastDay !== 0 && found.lastDay < daysOf(found.lastMonth) - slackDays ? 1 : 0);
  const wholeYear = lastMonth % 12 === 11 ? Math.floor(lastMonth / 12) : Math.floor(lastMonth / 12) - 1;
  return { hasMonths: true, firstMonth, lastMonth, firstYear: Math.ceil(firstMonth / 12), lastWholeYear: wholeYear * 12 >= firstMonth ? wholeYear : null };
}

/** Which period a month belongs to (0 earlier, 1 later, −1 none), and how often each covers each month of the year (or each year, without months). */
export function coveredMonths(calendar: Calendar, periods: { earlier: Period; later: Period }) {
  const ranges = [periods.earlier, periods.later].map(({ from, to }) => ({
    first: Math.max(calendar.firstMonth, startMonth(from)),
    last: Math.min(calendar.lastMonth, endMonth(to)),
  }));
  const covered = ranges.map(({ first, last }) => {
    if (!calendar.hasMonths) return [Math.max(0, Math.floor((last - first + 1) / 12))];
    const times = new Array<number>(12).fill(0);
    for (let month = first; month <= last; month += 1) times[month % 12] = (times[month % 12] ?? 0) + 1;
    return times;
  });
  return {
    covered: { earlier: covered[0] ?? [], later: covered[1] ?? [] },
    at: (month: number) => ranges.findLastIndex(({ first, last }) => month >= first && month <= last),
  };
}

/** The first month that a period starting that day has whole, and the last that one ending that day has. */
function startMonth(day: string): number {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return Number(day.slice(8)) === 1 ? month : month + 1;
}
function endMonth(day: string): number {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return Number(day.slice(8)) >= daysOf(month) ? month : month - 1;
}
