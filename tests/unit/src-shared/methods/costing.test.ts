import { describe, expect, test } from 'vitest';
import { costPerResident, fundingOf, gapOf, withContingency } from '#shared/methods/costing.ts';

describe('costing', () => {
  test('CS-1: contingency, per resident, gap', () => {
    const total = withContingency(216_000, 10);
    expect(total).toBe(237_600);
    expect(costPerResident(total, 212_000)?.toFixed(2)).toBe('1.12');
    expect(gapOf(total, 150_000)).toBe(87_600);
  });
  test('funding that nobody stated is unknown, not zero', () => {
    expect(fundingOf([null, null, null])).toBeNull();
    expect(fundingOf([0, null, null])).toBe(0);
    expect(fundingOf([100, null, 50.5])).toBe(150.5);
  });
  test('more money than needed is a negative gap', () => expect(gapOf(100, 130)).toBe(-30));
  test('cents do not drift', () => expect(gapOf(0.3, fundingOf([0.1, 0.2, null]))).toBe(0));
});
