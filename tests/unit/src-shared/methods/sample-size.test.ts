import { describe, expect, test } from 'vitest';
import { sampleSizeFor } from '#shared/methods/sample-size.ts';
import { fc } from '../../../property-cases.ts';
import { known } from './known.ts';

const wish = { expectedShare: 0.5, margin: 0.05, designEffect: 1, population: null, response: 1 };

describe('how many people to ask', () => {
  test('SS-1: each step to the digits shown, rounded up once', () => {
    const plan = known(sampleSizeFor({ expectedShare: 0.5, margin: 0.05, designEffect: 1.5, population: 85_000, response: 0.8 }));
    expect([plan.simple, plan.withDesign, plan.corrected].map((step) => step.toFixed(3))).toEqual(['384.146', '576.219', '572.346']);
    expect([plan.answers, plan.draw]).toEqual([573, 717]);
  });
  test('SS-2: a population that is not known', () => expect(known(sampleSizeFor(wish)).answers).toBe(385));
  test('a margin, response or population that is none is refused with a reason', () => {
    expect(sampleSizeFor({ ...wish, margin: 0 })).toEqual({ undefined: 'not-stated' });
    expect(sampleSizeFor({ ...wish, response: 0 })).toEqual({ undefined: 'not-stated' });
    expect(sampleSizeFor({ ...wish, population: 0 })).toEqual({ undefined: 'no-population' });
  });
  test('a share that cannot vary needs one answer, of a population of one person too', () => {
    for (const expectedShare of [0, 1]) {
      for (const population of [1, 2, 85_000, null]) {
        expect(known(sampleSizeFor({ ...wish, expectedShare, population }))).toMatchObject({ corrected: 0, answers: 1, draw: 1 });
      }
    }
  });
  test('a wider margin, a smaller population or a better response never needs more; nobody is asked twice', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.2, noNaN: true }),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 1, max: 4, noNaN: true }),
        (margin, population, expectedShare, designEffect) => {
          const here = { expectedShare, margin, designEffect, population, response: 0.6 };
          const { answers, draw } = known(sampleSizeFor(here));
          expect(answers).toBeLessThanOrEqual(population);
          expect(draw).toBeGreaterThanOrEqual(answers);
          expect(known(sampleSizeFor({ ...here, margin: margin * 1.5 })).answers).toBeLessThanOrEqual(answers);
          expect(known(sampleSizeFor({ ...here, population: population + 1000 })).answers).toBeGreaterThanOrEqual(answers);
          expect(known(sampleSizeFor({ ...here, response: 0.9 })).draw).toBeLessThanOrEqual(draw);
        },
      ),
    );
  });
});
