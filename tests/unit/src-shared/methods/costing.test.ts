import { describe, expect, test } from 'vitest';
import { costOfLines, costPerResident, fundingOf, gapOf, measureCost, withContingency, yearsOf } from '#shared/methods/costing.ts';

describe('costing', () => {
  test('CS-1: capital, recurrent, contingency, per resident, gap', () => {
    const capital = costOfLines([{ unitCost: 45, quantity: 1200, years: 1 }]);
    const recurrent = costOfLines([
      { unitCost: 18_000, quantity: 2, years: 3 },
      { unitCost: 150, quantity: 120, years: 3 },
    ]);
    expect([capital, recurrent, capital + recurrent]).toEqual([54_000, 162_000, 216_000]);
    const total = withContingency(capital + recurrent, 10);
    expect(total).toBe(237_600);
    expect(costPerResident(total, 212_000)?.toFixed(2)).toBe('1.12');
    expect(gapOf(total, 150_000)).toBe(87_600);
  });
  test('CS-1 as one measure: capital once, the rest every year', () => {
    expect(measureCost({ capitalCost: 54_000, recurrentCostPerYear: 54_000, years: 3, contingencyPercent: 10 })).toBe(237_600);
  });
  test('a measure without any cost, or whose yearly cost waits for a period, has no total', () => {
    expect(measureCost({ capitalCost: null, recurrentCostPerYear: null, years: 3, contingencyPercent: 0 })).toBeNull();
    expect(measureCost({ capitalCost: 100, recurrentCostPerYear: 50, years: null, contingencyPercent: 0 })).toBeNull();
    expect(measureCost({ capitalCost: 100, recurrentCostPerYear: null, years: null, contingencyPercent: 0 })).toBe(100);
    expect(measureCost({ capitalCost: 0, recurrentCostPerYear: null, years: null, contingencyPercent: 0 })).toBe(0);
  });
  test('both ends of a period count; a reversed one has no years', () => {
    expect(yearsOf(2026, 2028)).toBe(3);
    expect(yearsOf(2026, 2026)).toBe(1);
    expect(yearsOf(2028, 2026)).toBeNull();
    expect(yearsOf(null, 2026)).toBeNull();
  });
  test('funding that nobody stated is unknown, not zero', () => {
    expect(fundingOf([null, null, null])).toBeNull();
    expect(fundingOf([0, null, null])).toBe(0);
    expect(fundingOf([100, null, 50.5])).toBe(150.5);
  });
  test('more money than needed is a negative gap', () => expect(gapOf(100, 130)).toBe(-30));
  test('cents do not drift', () => expect(gapOf(0.3, fundingOf([0.1, 0.2, null]))).toBe(0));
});
