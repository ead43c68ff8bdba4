import type { Cell } from '../foreign-table.ts';

const DAYS_1904 = 1462;
const DAYS_TO_1970 = 25_569;
const SECONDS_PER_DAY = 86_400;

/**
 * A spreadsheet's day number as ISO text: `2023-01-31`, `2023-01-31T14:05:00`, or `14:05:00` for a time of day alone; rounded to whole seconds,
 * in the cell's own clock time. Durations of a day and more (`[h]:mm`) and numbers outside 1900-9999 stay numbers.
 */
export function isoOfSerial(serial: number, is1904: boolean, format: string): Cell {
  const hasDay = /[yd]/i.test(format.replace(/\[[^\]]*\]|"[^"]*"|\\./g, ''));
  if (!hasDay) return serial >= 0 && serial < 1 ? clock(Math.round(serial * SECONDS_PER_DAY) % SECONDS_PER_DAY) : serial;
  const days = is1904 ? serial + DAYS_1904 : serial;
  if (days < 1 || days >= 2_958_466) return serial;
  const seconds = Math.round((days - DAYS_TO_1970) * SECONDS_PER_DAY);
  const text = new Date(seconds * 1000).toISOString().slice(0, 19);
  return text.endsWith('T00:00:00') ? text.slice(0, 10) : text;
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
