import { describe, expect, it } from 'vitest';
import type { ProfileData } from '#main/exports/profile-data.ts';
import { datasetsWithHiddenRows, shownGroups } from '#main/exports/small-numbers.ts';
import type { Vote } from '#shared/domain/priorities.ts';
import { inventProfile } from '../../../fixtures/invented-profile.ts';

describe('small numbers of people', () => {
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
    // Four people in all: subtraction would tell how they voted.
    expect(names([2, 2, 9, 12])).toEqual(['group 3']);
  });
});

describe('rows of datasets', () => {
  const data = inventProfile();
  const [first] = data.datasets;
  const withRows = (...rows: number[]): ProfileData => ({
    ...data,
    datasets: rows.map((imported, place) => ({ ...(first as ProfileData['datasets'][number]), id: `${place}`, imported, rows: imported })),
  });
  it('hides those of a small dataset of incidents, and of another that would give it away', () => {
    expect([...datasetsWithHiddenRows(withRows(900, 3, 400))]).toEqual(['1', '2']);
    expect([...datasetsWithHiddenRows(withRows(900, 400))]).toEqual([]);
  });
});
