import { describe, expect, test } from 'vitest';
import {
  darkFigureMultiplier,
  type HarassmentAnswer,
  harassmentOf,
  incidenceOf,
  incidentsPerVictim,
  prevalenceOf,
  type ReportAnswer,
  reportingRateOf,
  representationRatio,
  safeAfterDark,
  violenceReported,
} from '#shared/methods/victimisation.ts';
import { fc } from '../../../property-cases.ts';
import { known } from './known.ts';

const percents = (estimate: { value: number; low: number; high: number }) =>
  [estimate.value, estimate.low, estimate.high].map((share) => (share * 100).toFixed(2));
const times = <Value>(count: number, value: Value) => new Array<Value>(count).fill(value);

describe('victimisation', () => {
  test('VIC-1: 400 asked, 62 victims, 97 incidents, 24 reported', () => {
    expect(percents(known(prevalenceOf(62, 400)))).toEqual(['15.50', '12.28', '19.37']);
    expect(known(incidenceOf(97, 400))).toBe(242.5);
    expect(known(incidentsPerVictim(97, 62)).toFixed(3)).toBe('1.565');
    expect(percents(known(reportingRateOf(24, 62)))).toEqual(['38.71', '27.58', '51.15']);
    const { value, low, high } = known(darkFigureMultiplier(24, 62));
    expect([value, low, high].map((number) => number?.toFixed(3))).toEqual(['2.583', '1.955', '3.625']);
  });
  test('nobody asked, no victims and nobody who reported each say why there is no figure', () => {
    expect(prevalenceOf(0, 0)).toEqual({ undefined: 'no-answers' });
    expect(incidenceOf(0, 0)).toEqual({ undefined: 'no-answers' });
    expect(incidentsPerVictim(0, 0)).toEqual({ undefined: 'no-victims' });
    expect(reportingRateOf(0, 0)).toEqual({ undefined: 'no-victims' });
    expect(darkFigureMultiplier(0, 62)).toEqual({ undefined: 'nobody-reported' });
  });
  test('the multiplier is the reciprocal of the reporting rate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 500 }), (reported, others) => {
        const rate = known(reportingRateOf(reported, reported + others));
        const multiplier = known(darkFigureMultiplier(reported, reported + others));
        expect(multiplier.value * rate.value).toBeCloseTo(1, 9);
        expect(multiplier.low).toBeLessThanOrEqual(multiplier.value);
        expect(multiplier.high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(multiplier.value);
      }),
    );
  });
});

describe('feeling safe after dark (SDG 16.1.4)', () => {
  test('S14-1: those who never go out and do not know stay in the denominator', () => {
    const figure = known(safeAfterDark({ verySafe: 20, safe: 35, unsafe: 30, veryUnsafe: 15, neverOut: 12, unknown: 8 }));
    expect(figure.value.toFixed(3)).toBe('0.458');
    expect(percents(figure).slice(1)).toEqual(['37.19', '54.74']);
    expect(figure.neverOutShare).toBeCloseTo(0.1, 12);
    // 55.0 % would leave them out.
    expect(figure.value).not.toBeCloseTo(55 / 100, 3);
  });
  test('without answers there is none', () => {
    expect(safeAfterDark({ verySafe: 0, safe: 0, unsafe: 0, veryUnsafe: 0, neverOut: 0, unknown: 0 })).toEqual({ undefined: 'no-answers' });
  });
});

describe('harassment (SDG 11.7.2)', () => {
  test('H72-1: a person with both kinds counts once', () => {
    const answers: HarassmentAnswer[] = [
      ...times(6, { sexual: true, nonSexual: true }),
      ...times(8, { sexual: true, nonSexual: false }),
      ...times(16, { sexual: false, nonSexual: true }),
      ...times(170, { sexual: false, nonSexual: false }),
    ];
    const figures = harassmentOf(answers);
    expect(percents(known(figures.sexual))[0]).toBe('7.00');
    expect(percents(known(figures.nonSexual))[0]).toBe('11.00');
    expect(percents(known(figures.either))).toEqual(['15.00', '10.71', '20.61']);
    expect(figures.leftOut).toBe(0);
  });
  test('a no with the other block skipped counts in its block, not in the combined figure', () => {
    const figures = harassmentOf([
      { sexual: false, nonSexual: null },
      { sexual: null, nonSexual: true },
      { sexual: null, nonSexual: null },
    ]);
    expect(known(figures.sexual).value).toBe(0);
    expect(known(figures.nonSexual).value).toBe(1);
    expect(known(figures.either).value).toBe(1);
    expect(figures.leftOut).toBe(2);
  });
  test('either is never below one of the blocks where everyone answered both', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ sexual: fc.boolean(), nonSexual: fc.boolean() }), { minLength: 1, maxLength: 60 }), (answers) => {
        const { sexual, nonSexual, either } = harassmentOf(answers);
        expect(known(either).value).toBeGreaterThanOrEqual(Math.max(known(sexual).value, known(nonSexual).value));
        expect(known(either).value).toBeLessThanOrEqual(known(sexual).value + known(nonSexual).value + 1e-12);
      }),
    );
  });
});

describe('violence told to the authorities (SDG 16.3.1)', () => {
  // 62 victims with 91 incidents: 25 told of at least one, 22 of the last, 31 incidents were told.
  const victim = (anyReported: boolean, lastReported: boolean, incidents: number, incidentsReported: number): ReportAnswer => ({
    anyReported,
    lastReported,
    incidents,
    incidentsReported,
  });
  const victims = [
    ...times(22, victim(true, true, 1, 1)),
    ...times(3, victim(true, false, 4, 3)),
    ...times(20, victim(false, false, 2, 0)),
    ...times(17, victim(false, false, 1, 0)),
  ];
  test('R31-1: by person, by last incident, by incident', () => {
    const person = known(violenceReported(victims, 'person'));
    expect((person.value * 100).toFixed(1)).toBe('40.3');
    expect(percents(person).slice(1)).toEqual(['29.02', '52.75']);
    expect((known(violenceReported(victims, 'lastIncident')).value * 100).toFixed(1)).toBe('35.5');
    const incident = known(violenceReported(victims, 'incident'));
    expect([incident.total, (incident.value * 100).toFixed(1)]).toEqual([91, '34.1']);
  });
  test('a blank answer is left out and counted; no victims is no figure', () => {
    const blank = { anyReported: null, lastReported: null, incidents: 2, incidentsReported: null };
    expect(known(violenceReported([...victims, blank], 'person'))).toMatchObject({ total: 62, blank: 1 });
    expect(violenceReported([], 'person')).toEqual({ undefined: 'no-victims' });
    expect(violenceReported([blank], 'person')).toEqual({ undefined: 'no-victims' });
  });
});

describe('who was in the room', () => {
  test('REP-1: 9 of 45 against 8 % of the city', () => expect(known(representationRatio({ group: 9, all: 45 }, 0.08))).toBeCloseTo(2.5, 12));
  test('a group the city does not have has no ratio', () => {
    expect(representationRatio({ group: 1, all: 45 }, 0)).toEqual({ undefined: 'not-in-city' });
    expect(representationRatio({ group: 0, all: 0 }, 0.1)).toEqual({ undefined: 'no-answers' });
  });
});
