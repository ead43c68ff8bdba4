import { describe, expect, it } from 'vitest';
import { monthSeries, stretchesOf, yearSeries } from '#renderer/stages/profile/explore/series.ts';
import { isWholeYear } from '#renderer/stages/profile/explore/use-explore-data.ts';
import type { IncidentRow } from '#shared/domain/incidents.ts';

const row = (part: Partial<IncidentRow>): IncidentRow => ({ count: 0, population: null, rate: null, low: null, high: null, ...part });

describe('counts by month', () => {
  const rows = [row({ year: 2023, month: 3, count: 7 }), row({ year: 2023, month: 5, count: 9 })];
  const points = monthSeries(rows, [2023], { firstDay: '2023-03-04', lastDay: '2023-06-30' });

  it('leave a gap where the data do not reach, and say zero where they do', () => {
    expect(points.map((point) => point.value)).toEqual([null, null, 7, 0, 9, 0, null, null, null, null, null, null]);
  });

  it('have a mean over the months covered only', () => {
    expect(stretchesOf(points)).toEqual([{ from: 0, to: 11, year: 2023, mean: 4 }]);
  });

  it('tell no mean for a year without a covered month', () => {
    expect(stretchesOf(monthSeries([], [2022], { firstDay: '2023-03-04', lastDay: '2023-06-30' }))).toEqual([]);
  });
});

it('counts by year are zero in a year that is covered and has none', () => {
  expect(yearSeries([row({ year: 2021, count: 4 })], [2020, 2021]).map((point) => point.value)).toEqual([0, 4]);
});

describe('a year counts as whole', () => {
  it.each([
    ['2023-01-02', '2023-12-30', true],
    ['2023-01-16', '2023-12-31', false],
    ['2023-01-01', '2023-12-16', false],
    [null, null, true],
  ])('from %s to %s: %s', (firstDay, lastDay, expected) => {
    expect(isWholeYear(2023, { firstDay, lastDay })).toBe(expected);
  });

  it('when it lies inside the data, whatever their ends', () => {
    expect(isWholeYear(2022, { firstDay: '2021-06-01', lastDay: '2023-02-01' })).toBe(true);
  });
});
