import { describe, expect, it } from 'vitest';
import { filledInHours, weekOf } from '#renderer/stages/profile/explore/week.ts';
import type { IncidentRow } from '#shared/domain/incidents.ts';

const row = (weekday: number | null, hour: number | null, count: number): IncidentRow => ({
  weekday,
  hour,
  count,
  population: null,
  rate: null,
  low: null,
  high: null,
});
const even = Array.from({ length: 24 }, (_, hour) => row(1, hour, 10));

describe('the week of incidents', () => {
  it('counts what states day and hour, and remembers what does not', () => {
    const week = weekOf([row(5, 22, 8), row(7, 0, 3), row(null, null, 4), row(2, null, 1)]);
    expect(week).toMatchObject({ total: 16, stated: 11, busiest: { weekday: 5, hour: 22, count: 8 } });
    expect(week.cells[4]?.[22]).toBe(8);
    expect(week.cells[6]?.[0]).toBe(3);
  });

  it('has no busiest hour where none is stated', () => {
    expect(weekOf([row(null, null, 9)]).busiest).toBeNull();
  });

  it('takes noon for filled in when it stands far above the hours beside it, and looks for the busiest hour elsewhere', () => {
    const week = weekOf([...even.filter((cell) => cell.hour !== 12), row(1, 12, 50), row(6, 23, 11)]);
    expect(filledInHours(week.cells)).toEqual([12]);
    expect(week.busiest).toEqual({ weekday: 6, hour: 23, count: 11 });
  });

  it('takes no hour for filled in when all are alike', () => {
    expect(filledInHours(weekOf(even).cells)).toEqual([]);
  });
});
