import { describe, expect, test } from 'vitest';
import { commonMatrix, pairMatrix, pairwiseWeights } from '#shared/methods/pairwise-weights.ts';
import { fc } from '../../../property-cases.ts';
import { known } from './known.ts';

describe('weights from comparisons in pairs', () => {
  test('AHP-1', () => {
    const found = known(
      pairwiseWeights([
        [1, 3, 5],
        [1 / 3, 1, 2],
        [1 / 5, 1 / 2, 1],
      ]),
    );
    expect(found.weights.map((weight) => weight.toFixed(4))).toEqual(['0.6483', '0.2297', '0.1220']);
    expect([found.lambda.toFixed(4), found.consistencyRatio?.toFixed(4), found.asksAgain]).toEqual(['3.0037', '0.0032', false]);
  });
  test('comparisons that go round ask again', () => {
    expect(
      known(
        pairwiseWeights([
          [1, 3, 1 / 3],
          [1 / 3, 1, 3],
          [3, 1 / 3, 1],
        ]),
      ).asksAgain,
    ).toBe(true);
  });
  test('two options cannot contradict each other', () => {
    expect(
      known(
        pairwiseWeights([
          [1, 4],
          [1 / 4, 1],
        ]),
      ),
    ).toMatchObject({ weights: [0.8, 0.2], consistencyRatio: null, asksAgain: false });
  });
  test('what is missing gives no weights', () => {
    expect(pairMatrix({ 'A:B': 3 }, ['A', 'B', 'C'])).toBeNull();
    expect(pairwiseWeights([])).toEqual({ undefined: 'no-answers' });
    expect(
      pairwiseWeights([
        [1, 0],
        [0, 1],
      ]),
    ).toEqual({ undefined: 'no-answers' });
  });
  test('three times and a third, said by two people, balance out', () => {
    const matrices = [{ 'A:B': 3 }, { 'A:B': 1 / 3 }].map((ratios) => pairMatrix(ratios, ['A', 'B']) ?? []);
    expect(known(pairwiseWeights(commonMatrix(matrices))).weights[0]).toBeCloseTo(0.5, 12);
  });
  test('comparisons that fit together give back the weights they were made from', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.2, max: 5, noNaN: true }), { minLength: 3, maxLength: 8 }), (importance) => {
        const found = known(pairwiseWeights(importance.map((a) => importance.map((b) => a / b))));
        const total = importance.reduce((sum, value) => sum + value, 0);
        for (const [index, weight] of found.weights.entries()) expect(weight).toBeCloseTo((importance[index] ?? 0) / total, 9);
        expect(found.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
        expect(found.lambda).toBeCloseTo(importance.length, 6);
        expect(found.asksAgain).toBe(false);
      }),
    );
  });
});
