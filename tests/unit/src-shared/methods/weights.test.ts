import { describe, expect, test } from 'vitest';
import { proportionOf } from '#shared/methods/proportions.ts';
import { effectiveCount, stratumWeights, weightedMean, weightedShare, weightedTotal } from '#shared/methods/weights.ts';
import { fc } from '../../../property-cases.ts';
import { known } from './known.ts';

const times = (count: number, weight: number) => new Array<number>(count).fill(weight);

describe('weights of a survey', () => {
  test('WT-1: 100 answers of unequal weight are worth 73.7', () => {
    const effective = known(effectiveCount([...times(50, 1), ...times(30, 2), ...times(20, 4)]));
    expect(effective.toFixed(1)).toBe('73.7');
    expect((100 / effective).toFixed(3)).toBe('1.357');
  });
  test('WT-2: weights of two strata', () => {
    const weights = known(
      stratumWeights([
        { population: 60_000, asked: 30 },
        { population: 40_000, asked: 70 },
      ]),
    );
    expect(weights.map((weight) => weight.toFixed(4))).toEqual(['2.0000', '0.5714']);
    expect(known(effectiveCount([...times(30, weights[0] ?? 0), ...times(70, weights[1] ?? 0)])).toFixed(1)).toBe('70.0');
  });
  test('a stratum where nobody was asked has to be merged first', () => {
    expect(
      stratumWeights([
        { population: 60_000, asked: 30 },
        { population: 40_000, asked: 0 },
      ]),
    ).toEqual({ undefined: 'empty-stratum' });
  });
  test('without answers nothing is known, which is not zero', () => {
    expect(effectiveCount([])).toEqual({ undefined: 'no-answers' });
    expect(weightedShare([{ weight: 0 }, { weight: Number.NaN }], () => true)).toEqual({ undefined: 'no-answers' });
    expect(weightedMean([{ weight: 2 }], () => 1)).toEqual({ undefined: 'too-few' });
  });

  const answers = fc.array(fc.record({ weight: fc.double({ min: 0.01, max: 5000, noNaN: true }), hit: fc.boolean() }), { minLength: 1, maxLength: 200 });
  test('effective n never passes n, does not care about the unit of the weights, and is n for equal ones', () => {
    fc.assert(
      fc.property(answers, fc.double({ min: 0.001, max: 1000, noNaN: true }), (list, factor) => {
        const weights = list.map((answer) => answer.weight);
        const effective = known(effectiveCount(weights));
        expect(effective).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(effective).toBeLessThanOrEqual(list.length);
        expect(known(effectiveCount(weights.map((weight) => weight * factor)))).toBeCloseTo(effective, 6);
        expect(known(effectiveCount(weights.map(() => factor)))).toBeCloseTo(list.length, 9);
      }),
    );
  });
  test('the interval holds the share; equal weights give the plain share; the opposite mirrors it', () => {
    fc.assert(
      fc.property(answers, (list) => {
        const share = known(weightedShare(list, (answer) => answer.hit));
        expect(share.low).toBeLessThanOrEqual(share.value);
        expect(share.high).toBeGreaterThanOrEqual(share.value);
        expect(share.low).toBeGreaterThanOrEqual(0);
        expect(share.high).toBeLessThanOrEqual(1);
        const opposite = known(weightedShare(list, (answer) => !answer.hit));
        expect(opposite.value).toBeCloseTo(1 - share.value, 9);
        expect(opposite.low).toBeCloseTo(1 - share.high, 9);
        const plain = proportionOf(list.filter((answer) => answer.hit).length, list.length);
        const equal = known(
          weightedShare(
            list.map((answer) => ({ ...answer, weight: 7 })),
            (answer) => answer.hit,
          ),
        );
        expect(equal.value).toBeCloseTo(plain?.value ?? -1, 12);
        expect(equal.low).toBeCloseTo(plain?.low ?? -1, 9);
        expect(equal.high).toBeCloseTo(plain?.high ?? -1, 9);
      }),
    );
  });
  test('a weight counts like as many people of weight 1', () => {
    const weighted = known(
      weightedTotal(
        [
          { weight: 3, hit: true },
          { weight: 1, hit: false },
        ],
        (answer) => answer.hit,
      ),
    );
    expect(weighted.value).toBe(3);
    expect(weighted.weightSum).toBe(4);
  });
  test('people of one cluster who answer alike are worth fewer than they are', () => {
    const alike = Array.from({ length: 100 }, (_, index) => ({ weight: 1, cluster: `c${index % 10}`, hit: index % 10 < 5 }));
    const apart = Array.from({ length: 100 }, (_, index) => ({ weight: 1, cluster: `c${index % 10}`, hit: index < 50 }));
    // Ten clusters that are each of one mind: variance 0.25 / (10 − 1), so nine answers' worth.
    expect(known(weightedShare(alike, (answer) => answer.hit)).effectiveN).toBeCloseTo(9, 9);
    expect(known(weightedShare(apart, (answer) => answer.hit)).effectiveN).toBeCloseTo(100, 9);
  });
  test('the weighted mean holds its estimate and ignores answers that are no number', () => {
    const mean = known(
      weightedMean(
        [
          { weight: 1, y: 2 },
          { weight: 3, y: 6 },
          { weight: 5, y: Number.NaN },
        ],
        (answer) => answer.y,
      ),
    );
    expect(mean.value).toBe(5);
    expect(mean.n).toBe(2);
    expect(mean.low).toBeLessThan(5);
    expect(mean.high).toBeGreaterThan(5);
  });
});
