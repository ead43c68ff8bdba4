import { expect, test } from 'vitest';
import type { ProfileData } from '#main/exports/profile-data.ts';
import { printedCells } from '#main/exports/shown-indicators.ts';
import { inventProfile } from '../../../fixtures/invented-profile.ts';

const profile = inventProfile();
const [pattern] = profile.observations;
if (!pattern) throw new Error('The invented profile has values.');

function printed(...values: [breakdown: string, numerator: number, denominator: number][]) {
  const observations = values.map(([breakdown, numerator, denominator], place) => ({
    ...pattern,
    id: `00000000-0000-7000-8000-00000000000${place}`,
    indicatorCode: '16.1.4',
    areaId: null,
    year: 2025,
    breakdown,
    numerator,
    denominator,
    value: (numerator / denominator) * 100,
    isChosen: false,
    computation: null,
  }));
  const data: ProfileData = { ...profile, observations: observations as ProfileData['observations'] };
  return printedCells(data, null).map(({ shown, values: inside }) => [shown.breakdown, shown.value, inside[0]?.shown.numerator]);
}

test('everybody minus women is men: with a small count of men, the women are not printed either', () => {
  expect(printed(['', 210, 899], ['women', 207, 599], ['men', 3, 300])).toEqual([
    ['', (210 / 899) * 100, 210],
    ['women', null, null],
    ['men', null, null],
  ]);
});

test('where nothing is small, everything is printed', () => {
  expect(printed(['', 541, 1196], ['women', 207, 599], ['men', 334, 597]).map(([, value]) => value)).not.toContain(null);
});
