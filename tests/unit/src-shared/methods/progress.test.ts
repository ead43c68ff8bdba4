import { describe, expect, test } from 'vitest';
import { progressOf } from '#shared/methods/progress.ts';

describe('progress from baseline to target', () => {
  test('PR-1: 40 → 30, now 34', () => expect(progressOf({ baseline: 40, target: 30, actual: 34 })).toBeCloseTo(0.6, 12));
  test('PR-2: 62 → 40, now 66 went the wrong way', () => expect(((progressOf({ baseline: 62, target: 40, actual: 66 }) ?? 0) * 100).toFixed(1)).toBe('-18.2'));
  test('past the target it is not cut off', () => expect(progressOf({ baseline: 10, target: 20, actual: 25 })).toBe(1.5));
  test('undefined where the target is the baseline or a figure is missing', () => {
    expect(progressOf({ baseline: 5, target: 5, actual: 5 })).toBeNull();
    expect(progressOf({ baseline: null, target: 5, actual: 5 })).toBeNull();
    expect(progressOf({ baseline: 1, target: 5, actual: null })).toBeNull();
  });
});
