import type { dateOrders } from '#shared/domain/imports.ts';

type DateOrder = (typeof dateOrders)[number];

/**
 * How a day written in figures reads in an order, for examples on the screen: `YYYY-MM-DD`, or null where it is no such day.
 * Times behind the day are passed over; the engine's own reading decides what is imported.
 */
export function readDay(text: string, order: DateOrder): string | null {
  const parts = /^\s*(\d{1,4})\D(\d{1,2})\D(\d{1,4})(?!\d)/.exec(text);
  if (!parts) return null;
  const [first = 0, second = 0, third = 0] = parts.slice(1).map(Number);
  // Four figures in front are a year in any order.
  const yearFirst = (parts[1]?.length ?? 0) > 2;
  if (yearFirst !== (order === 'ymd')) return null;
  const [year, month, day] = order === 'ymd' ? [first, second, third] : order === 'dmy' ? [third, second, first] : [third, first, second];
  const whole = year < 100 ? year + (year < 70 ? 2000 : 1900) : year;
  const date = new Date(Date.UTC(whole, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
