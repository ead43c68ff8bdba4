import { describe, expect, test } from 'vitest';
import { riskLevels } from '#shared/domain/risk-meetings.ts';
import { levelOf, readMeeting } from '#shared/methods/risk-matrix.ts';
import { fc } from '../../../property-cases.ts';

const mark = fc.integer({ min: 1, max: 5 });
const rank = (exposure: number, resilience: number) => {
  const level = levelOf(exposure, resilience);
  return level === null ? -1 : riskLevels.indexOf(level);
};

describe('the level of a meeting', () => {
  test('UG-1: exposure 4 and resilience 2 is high', () => expect(levelOf(4, 2)).toBe('high'));
  test('UG-1: without a resilience nothing is rated', () => expect(levelOf(4, null)).toBeNull());

  test.each([
    [5, 'very-high very-high high high medium'],
    [4, 'very-high high high medium medium'],
    [3, 'high high medium medium low'],
    [2, 'medium medium low low low'],
    [1, 'low low low low low'],
  ])('exposure %i is read off the table', (exposure, row) => {
    expect([1, 2, 3, 4, 5].map((resilience) => levelOf(exposure, resilience)).join(' ')).toBe(row);
  });

  test('never falls with exposure and never rises with resilience', () => {
    fc.assert(
      fc.property(mark, mark, mark, mark, (a, b, c, d) => {
        expect(rank(Math.max(a, b), Math.min(c, d))).toBeGreaterThanOrEqual(rank(Math.min(a, b), Math.max(c, d)));
      }),
    );
  });

  test('is read with the weaker of institutions and communities', () => {
    expect(readMeeting({ exposure: 4, institutionResilience: 5, communityResilience: 1 })).toEqual({ level: 'very-high', missing: [] });
    expect(readMeeting({ exposure: 4, institutionResilience: 1, communityResilience: 5 })).toEqual({ level: 'very-high', missing: [] });
  });

  test('says what is missing instead of guessing it', () => {
    expect(readMeeting({ exposure: 4, institutionResilience: 2, communityResilience: null })).toEqual({ level: null, missing: ['community'] });
    expect(readMeeting({ exposure: null, institutionResilience: null, communityResilience: null })).toEqual({
      level: null,
      missing: ['exposure', 'institution', 'community'],
    });
  });
});
