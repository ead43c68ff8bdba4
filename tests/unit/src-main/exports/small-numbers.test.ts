import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownGroups, shownList, shownObservation, shownTable } from '#main/exports/small-numbers.ts';
import type { IncidentRow } from '#shared/domain/incidents.ts';
import { emptyObservation, type Observation } from '#shared/domain/indicators.ts';
import type { Vote } from '#shared/domain/priorities.ts';

const row = (areaId: string, year: number, count: number): IncidentRow => ({ areaId, year, count, population: 1000, rate: count, low: 0, high: count * 2 });

function tableOf(counts: readonly (readonly number[])[], hiddenRows: ReadonlySet<string> = new Set()) {
  const rows = counts.map((_, place) => `area ${place}`);
  const columns = (counts[0] ?? []).map((_, place) => 2020 + place);
  const source = counts.flatMap((line, r) => line.map((count, c) => row(rows[r] ?? '', columns[c] ?? 0, count)));
  const table = shownTable(source, { rowOf: (entry) => entry.areaId ?? '', columnOf: (entry) => entry.year ?? 0, rows, columns, hiddenRows, threshold: 5 });
  return rows.map((key) => columns.map((column) => table.count(key, column)));
}

describe('a list whose total is shown', () => {
  it('hides a small count with its rate, and a second one that would give it away', () => {
    const shown = shownList([row('a', 2024, 3), row('b', 2024, 40), row('c', 2024, 9)], 5);
    expect(shown.map((entry) => entry.count)).toEqual([null, 40, null]);
    expect(shown[0]).toMatchObject({ isHidden: true, rate: null, low: null, high: null });
  });

  it('shows zeros and leaves a list without small counts as it is', () => {
    expect(shownList([row('a', 2024, 0), row('b', 2024, 5)], 5).map((entry) => entry.count)).toEqual([0, 5]);
  });

  it('hides everything but zeros where nothing else protects', () => {
    expect(shownList([row('a', 2024, 3), row('b', 2024, 0)], 5).map((entry) => entry.count)).toEqual([null, 0]);
  });
});

describe('a table with row and column totals', () => {
  it('hides no cell alone in its row or column', () => {
    const shown = tableOf([
      [12, 3, 20],
      [15, 8, 9],
      [30, 14, 25],
    ]);
    expect(shown[0]?.[1]).toBeNull();
    expect(shown.flat().filter((count) => count === null).length).toBe(4);
  });

  it('shows nothing but zeros in a row whose own total is hidden', () => {
    const shown = tableOf(
      [
        [2, 0, 2],
        [3, 1, 0],
        [30, 14, 25],
      ],
      new Set(['area 0', 'area 1']),
    );
    expect(shown[0]).toEqual([null, 0, null]);
    expect(shown[1]).toEqual([null, null, 0]);
  });

  it('never shows a small count, whatever the table', () => {
    const line = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (counts) => {
        const shown = tableOf(counts);
        for (const [r, cells] of shown.entries()) {
          for (const [c, count] of cells.entries()) if (count !== null) expect(count === 0 || count >= 5 ? counts[r]?.[c] : 'a small count').toBe(count);
        }
      }),
    );
  });
});

describe('other small numbers', () => {
  const observation: Observation = {
    ...emptyObservation,
    id: '00000000-0000-7000-8000-000000000001',
    indicatorCode: 'X',
    areaId: null,
    year: 2024,
    value: 12.5,
    low: 1,
    high: 30,
    numerator: 4,
    denominator: 32,
    breakdown: '',
    source: '',
    publishedOn: null,
    quality: null,
    note: '',
    isComputed: false,
    isChosen: false,
    choiceReason: '',
    computation: null,
    isImported: false,
    enteredAt: '',
  };

  it('hides a value that counts fewer than may be shown, and shows one whose count is not known', () => {
    expect(shownObservation(observation, 5)).toMatchObject({ value: null, low: null, numerator: null, isHidden: true });
    expect(shownObservation({ ...observation, numerator: null }, 5)).toMatchObject({ value: 12.5, isHidden: false });
  });

  it('withholds a small group, and the next smallest where it is the only one', () => {
    const vote = (people: number[]): Vote => ({
      rules: { dotsPerPerson: 1, capPerOption: 1 },
      suggestedDots: 1,
      groups: people.map((count, place) => ({ id: `00000000-0000-7000-8000-00000000000${place}`, name: `group ${place}`, people: count })),
      tallies: [],
      results: [],
      problems: [],
    });
    const names = (people: number[]) => shownGroups(vote(people), 5).map((group) => group.name);
    expect(names([9, 8, 7])).toEqual(['group 0', 'group 1', 'group 2']);
    expect(names([4, 9, 7])).toEqual(['group 1']);
    expect(names([4, 3, 7])).toEqual(['group 2']);
  });
});
