import { describe, expect, test } from 'vitest';
import { factInput, figureFacts } from '#shared/domain/figure-facts.ts';
import { emptyObservation, type Observation } from '#shared/domain/indicators.ts';
import { headlineOf } from '#shared/methods/indicator-headline.ts';
import { shownHeadline, shownIndicatorValue } from '#shared/methods/indicator-shown.ts';
import { fc } from '../../../property-cases.ts';

const observation: Observation = {
  ...emptyObservation,
  id: '00000000-0000-7000-8000-000000000001',
  indicatorCode: '16.1.4',
  year: 2024,
  value: 45.8,
  low: 37.2,
  high: 54.7,
  numerator: 55,
  denominator: 120,
  source: 'Survey',
  quality: 'C',
  isComputed: false,
  isChosen: false,
  choiceReason: '',
  computation: null,
  isImported: false,
  enteredAt: '',
};
const survey = { unit: '%', direction: 'up', smallestCount: 5, intervalMethod: 'wilson', sourceType: 'survey', multiplier: 100 } as const;

describe('a value as it may be shown', () => {
  test('travels with unit, period, place, source, grade and interval', () => {
    expect(shownIndicatorValue(observation, survey, 5)).toMatchObject({
      value: 45.8,
      low: 37.2,
      unit: '%',
      year: 2024,
      areaId: null,
      source: 'Survey',
      grade: 'C',
      missing: [],
      warnings: [],
      mayBeExported: true,
    });
  });

  test.each([
    ['source', { source: '' }],
    ['grade', { quality: null }],
    ['period', { year: null }],
    ['value', { value: null }],
  ])('without its %s it stays in', (missing, change) => {
    const shown = shownIndicatorValue({ ...observation, ...change }, survey, 5);
    expect(shown.missing).toContain(missing);
    expect(shown.mayBeExported).toBe(false);
  });

  test('a missing interval is told but does not keep it in', () => {
    expect(shownIndicatorValue({ ...observation, low: null, high: null }, survey, 5)).toMatchObject({ missing: ['interval'], mayBeExported: true });
  });

  test('fewer than 30 people asked carry a warning', () => {
    expect(shownIndicatorValue({ ...observation, numerator: 12, denominator: 29 }, survey, 5).warnings).toEqual(['few-respondents']);
    expect(shownIndicatorValue({ ...observation, sampleSize: 29.9 }, survey, 5).warnings).toEqual(['few-respondents']);
    expect(shownIndicatorValue({ ...observation, numerator: 12, denominator: 30 }, survey, 5).warnings).toEqual([]);
  });

  test('a value of one of several wordings that does not say which is told', () => {
    const versions = ['2021-12', '2023-03'].map((version) => ({ version, validFrom: null, validTo: null, note: '' }));
    expect(shownIndicatorValue(observation, { ...survey, versions }, 5).warnings).toEqual(['wording-not-stated']);
    expect(shownIndicatorValue({ ...observation, definitionVersion: '2023-03' }, { ...survey, versions }, 5).warnings).toEqual([]);
  });
});

describe('small counts', () => {
  test('take everything worked out from them along', () => {
    expect(shownIndicatorValue({ ...observation, numerator: 4 }, survey, 5)).toMatchObject({
      value: null,
      low: null,
      high: null,
      numerator: null,
      denominator: null,
      isHidden: true,
      mayBeExported: false,
    });
  });

  test('the larger of the city’s and the indicator’s own threshold counts', () => {
    const sensitive = { ...survey, smallestCount: 10 };
    expect(shownIndicatorValue({ ...observation, numerator: 9 }, sensitive, 5).isHidden).toBe(true);
    expect(shownIndicatorValue({ ...observation, numerator: 9 }, survey, 12).isHidden).toBe(true);
    expect(shownIndicatorValue({ ...observation, numerator: 10 }, sensitive, 5).isHidden).toBe(false);
  });

  test('nobody is nobody, and the few on the other side of a share are few', () => {
    expect(shownIndicatorValue({ ...observation, numerator: 0, value: 0 }, survey, 5).isHidden).toBe(false);
    expect(shownIndicatorValue({ ...observation, numerator: 118, value: 98.3 }, survey, 5).isHidden).toBe(true);
    const records = { unit: 'per 100,000', direction: 'down', smallestCount: 5, sourceType: 'records', multiplier: 100_000 } as const;
    expect(shownIndicatorValue({ ...observation, numerator: 40, denominator: 42 }, records, 5).isHidden).toBe(false);
  });

  test('a share tells its count to whoever knows how many were asked: 5 % of 40 are two', () => {
    const asked = { ...observation, numerator: null, denominator: null, sampleSize: 40 };
    expect(shownIndicatorValue({ ...asked, value: 5 }, survey, 5)).toMatchObject({ value: null, isHidden: true, mayBeExported: false });
    expect(shownIndicatorValue({ ...asked, value: 95 }, survey, 5).isHidden).toBe(true);
    expect(shownIndicatorValue({ ...asked, value: 0 }, survey, 5).isHidden).toBe(false);
    expect(shownIndicatorValue({ ...asked, value: 12.5 }, survey, 5).isHidden).toBe(false);
    expect(shownIndicatorValue({ ...asked, value: 12.5 }, { ...survey, smallestCount: 10 }, 5).isHidden).toBe(true);
    expect(shownIndicatorValue({ ...asked, sampleSize: null, value: 5 }, survey, 5).isHidden).toBe(false);
  });

  test('a rate tells its count to whoever knows the residents', () => {
    const records = { unit: 'per 100,000', direction: 'down', smallestCount: 5, sourceType: 'records', multiplier: 100_000 } as const;
    const rate = { ...observation, numerator: null, denominator: 150_000 };
    expect(shownIndicatorValue({ ...rate, value: 2 }, records, 5).isHidden).toBe(true);
    expect(shownIndicatorValue({ ...rate, value: 20 }, records, 5).isHidden).toBe(false);
  });

  test('a share kept from a survey is as small as the people who gave the answer, whatever their weights make of it', () => {
    const kept = (hits: number, n: number) => ({
      ...observation,
      numerator: null,
      denominator: null,
      sampleSize: 71.3,
      computation: figureFacts({ method: 'weightedShare', version: '1', inputs: [factInput('hits', hits, 'persons')], n }),
    });
    expect(shownIndicatorValue(kept(3, 90), survey, 5).isHidden).toBe(true);
    expect(shownIndicatorValue(kept(87, 90), survey, 5).isHidden).toBe(true);
    expect(shownIndicatorValue(kept(30, 90), survey, 5).isHidden).toBe(false);
    expect(shownIndicatorValue(kept(9, 90), { ...survey, sourceType: 'any', smallestCount: 10 }, 5).isHidden).toBe(true);
  });

  test('no count below the threshold is ever shown', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 2, max: 12 }), (numerator, denominator, threshold) => {
        const shown = shownIndicatorValue({ ...observation, numerator, denominator }, survey, threshold);
        const smallest = Math.max(5, threshold);
        const isSmall = (count: number) => count > 0 && count < smallest;
        expect(shown.isHidden).toBe(isSmall(numerator) || isSmall(denominator - numerator));
        if (shown.isHidden) expect([shown.value, shown.low, shown.high, shown.numerator, shown.denominator]).toEqual([null, null, null, null, null]);
      }),
    );
  });
});

describe('a cell as a whole', () => {
  const other: Observation = { ...observation, id: '00000000-0000-7000-8000-000000000002', value: 52, numerator: 62, source: 'Panel', low: null, high: null };

  test('in dispute it is a range with grade X and all its sources', () => {
    expect(shownHeadline(headlineOf([observation, other]), survey, 5)).toMatchObject({
      value: null,
      low: 45.8,
      high: 52,
      grade: 'X',
      source: 'Survey; Panel',
      isInDispute: true,
      warnings: ['in-dispute'],
      mayBeExported: true,
    });
  });

  test('chosen it is the figure; a hidden figure hides the range too', () => {
    const chosen = { ...other, isChosen: true, choiceReason: 'larger sample' };
    expect(shownHeadline(headlineOf([observation, chosen]), survey, 5)).toMatchObject({ value: 52, isInDispute: false });
    expect(shownHeadline(headlineOf([observation, { ...other, numerator: 3 }]), survey, 5)).toMatchObject({ low: null, high: null, isHidden: true });
    expect(shownHeadline(headlineOf<Observation>([]), survey, 5)).toBeNull();
  });
});
