import { describe, expect, test } from 'vitest';
import { trendOf } from '#shared/methods/trend.ts';

describe('trend over successive periods', () => {
  test('AUD-2: 120, 131, 150 is a quarter more, mean 133.67', () => {
    const trend = trendOf([120, 131, 150]);
    expect(trend?.change).toBeCloseTo(0.25, 12);
    expect(trend?.mean).toBeCloseTo(133.67, 2);
    expect(trend?.withheld).toBeNull();
  });
  test('AUD-2: 9, 14, 12 is told by its counts only', () => expect(trendOf([9, 14, 12])).toMatchObject({ first: 9, last: 12, change: null, withheld: 'few' }));
  test('one end under 20 is enough to withhold the percentage', () => {
    expect(trendOf([400, 19])?.change).toBeNull();
    expect(trendOf([19, 400])?.change).toBeNull();
    expect(trendOf([20, 20])?.change).toBe(0);
  });
  test('one period has nothing to be compared with, none has no trend', () => {
    expect(trendOf([150])?.withheld).toBe('one-period');
    expect(trendOf([])).toBeNull();
  });
});
