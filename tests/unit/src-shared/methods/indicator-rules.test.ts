import { describe, expect, test } from 'vitest';
import { monthsBefore, suggestGrade } from '#shared/methods/indicator-grade.ts';
import { comparePlaces, withBreaks } from '#shared/methods/indicator-series.ts';
import { targetProgress } from '#shared/methods/indicator-target.ts';
import { fc } from '../../../property-cases.ts';

describe('the grade that is proposed', () => {
  const known = { sourceType: 'records' as const, source: 'Police', publishedOn: '2025-06-30', periodEnd: null, year: 2024, today: '2026-11-22' };

  test.each([
    ['official and under 24 months old', {}, 'A'],
    ['a day over 24 months', { publishedOn: '2024-11-22' }, 'B'],
    ['a day under 24 months', { publishedOn: '2024-11-23' }, 'A'],
    ['without publication, by the end of its year', { publishedOn: null, year: 2023 }, 'B'],
    ['without any date', { publishedOn: null, year: null }, 'B'],
    ['for a part only', { isPartial: true }, 'B'],
    ['a survey', { sourceType: 'survey' as const }, 'C'],
    ['a walk', { sourceType: 'walk' as const }, 'C'],
    ['an estimate', { sourceType: 'estimate' as const }, 'D'],
    ['without a source', { source: ' ' }, null],
    ['in dispute, whatever it is', { isInDispute: true, source: '' }, 'X'],
  ])('%s: %s → %s', (_words, change, grade) => {
    expect(suggestGrade({ ...known, ...change }).grade).toBe(grade);
  });

  test('months back end on a day that exists', () => {
    expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28');
    expect(monthsBefore('2024-02-29', 24)).toBe('2022-02-28');
    expect(monthsBefore('2026-01-15', 24)).toBe('2024-01-15');
  });
});

describe('a series', () => {
  const point = (year: number, wording = 'a', boundary = 'x') => ({ year, wording, boundary });

  test('breaks where the wording or the boundaries are other than before', () => {
    const series = withBreaks([point(2024, 'b', 'x'), point(2021), point(2022), point(2025, 'b', 'y'), point(2026, 'c', 'z')]);
    expect(series.map(({ point: { year }, breakBefore }) => [year, breakBefore])).toEqual([
      [2021, null],
      [2022, null],
      [2024, 'wording'],
      [2025, 'boundary'],
      [2026, 'both'],
    ]);
  });

  test('between two points without a break everything is the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ year: fc.integer({ min: 1990, max: 2030 }), wording: fc.constantFrom('a', 'b'), boundary: fc.constantFrom('x', 'y') })),
        (points) => {
          const series = withBreaks(points);
          for (const [place, { point: own, breakBefore }] of series.entries()) {
            const before = series[place - 1]?.point;
            if (before) expect(breakBefore === null).toBe(before.wording === own.wording && before.boundary === own.boundary);
          }
        },
      ),
    );
  });
});

describe('similar places', () => {
  const places = [
    { id: 'Aida', value: 20 },
    { id: 'Bari', value: 8 },
    { id: 'Cano', value: 8 },
    { id: 'Dura', value: null },
  ];
  test('best first with shared ranks; a missing value is no place', () => {
    expect(comparePlaces(places, 'down').map(({ id, rank }) => [id, rank])).toEqual([
      ['Bari', 1.5],
      ['Cano', 1.5],
      ['Aida', 3],
    ]);
    expect(comparePlaces(places, 'up')[0]).toMatchObject({ id: 'Aida', rank: 1 });
  });

  test('never ranked where a rise may be good news: the order given stays', () => {
    expect(comparePlaces(places, 'show').map(({ id, rank }) => [id, rank])).toEqual([
      ['Aida', null],
      ['Bari', null],
      ['Cano', null],
    ]);
  });

  test('what differs in binary only is a tie', () => {
    expect(
      comparePlaces(
        [
          { id: 1, value: 58.4 - 54.2 },
          { id: 2, value: 54.2 - 50 },
        ],
        'up',
      ).map(({ rank }) => rank),
    ).toEqual([1.5, 1.5]);
  });
});

describe('progress to a target', () => {
  const actual = (value: number | null, wording = 'a', isInDispute = false) => ({ value, wording, isInDispute });
  const down = { wording: 'a', direction: 'down' as const };

  test('PR-1 and PR-2, unclamped', () => {
    expect(targetProgress({ ...down, baseline: 40, target: 30, actual: actual(34) }).share).toBeCloseTo(0.6, 10);
    expect(targetProgress({ ...down, baseline: 62, target: 40, actual: actual(66) }).share).toBeCloseTo(-0.1818, 4);
    expect(targetProgress({ ...down, baseline: 40, target: 30, actual: actual(20) })).toMatchObject({ share: 2, isReached: true });
  });

  test.each([
    ['no-baseline', { baseline: null, target: 30, actual: actual(34) }],
    ['no-target', { baseline: 40, target: null, actual: actual(34) }],
    ['target-is-baseline', { baseline: 40, target: 40, actual: actual(34) }],
    ['no-value', { baseline: 40, target: 30, actual: null }],
    ['no-value', { baseline: 40, target: 30, actual: actual(null) }],
    ['other-wording', { baseline: 40, target: 30, actual: actual(34, 'b') }],
    ['in-dispute', { baseline: 40, target: 30, actual: actual(null, 'a', true) }],
  ])('%s is said, never 0', (gap, figures) => {
    expect(targetProgress({ ...down, ...figures })).toMatchObject({ share: null, gap, isReached: null });
  });

  test('a target on the worse side is told; an indicator that scores nothing has no worse side', () => {
    expect(targetProgress({ ...down, baseline: 40, target: 50, actual: null }).isAgainstDirection).toBe(true);
    expect(targetProgress({ ...down, direction: 'up', baseline: 40, target: 50, actual: null }).isAgainstDirection).toBe(false);
    expect(targetProgress({ ...down, direction: 'show', baseline: 40, target: 50, actual: null }).isAgainstDirection).toBeNull();
  });
});
