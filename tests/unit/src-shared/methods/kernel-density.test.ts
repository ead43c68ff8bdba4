import { describe, expect, test } from 'vitest';
import { densityClasses, kernelDensity, quarticKernel } from '#shared/methods/kernel-density.ts';
import { fc } from '../../../property-cases.ts';

describe('density of points (quartic kernel)', () => {
  test('KDE-1: points at 0, 100, 250 and 499 m, bandwidth 500 m', () => {
    const density = kernelDensity({ x: [0, 100, 0, -499], y: [0, 0, 250, 0], weights: null }, { x: [0], y: [0] }, 500);
    expect(density[0]?.toFixed(4)).toBe('9.4886');
  });
  test('a point spreads exactly one incident over the plane', () => {
    let sum = 0;
    for (let x = -500; x < 500; x += 10) for (let y = -500; y < 500; y += 10) sum += quarticKernel((x + 5) ** 2 + (y + 5) ** 2, 500) * 0.0001;
    expect(sum).toBeCloseTo(1, 3);
  });
  test('agrees with the sum over all points, wherever they lie', () => {
    const metre = fc.double({ min: -3000, max: 3000, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(metre, metre), { maxLength: 40 }),
        metre,
        metre,
        fc.double({ min: 50, max: 1500, noNaN: true }),
        (points, x, y, bandwidth) => {
          const direct = points.reduce((total, [a, b]) => total + quarticKernel((a - x) ** 2 + (b - y) ** 2, bandwidth), 0);
          const density = kernelDensity({ x: points.map(([a]) => a), y: points.map(([, b]) => b), weights: null }, { x: [x], y: [y] }, bandwidth);
          expect(density[0]).toBeCloseTo(direct, 9);
        },
      ),
    );
  });
  test('classes are multiples of the mean of all cells, also of those without incidents', () => {
    // Mean 2.
    expect([...(densityClasses([0, 1.9, 2, 4, 6, 10, 0, 0, 0, 0, 0, 0.1]) ?? [])]).toEqual([0, 0, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0]);
    expect(densityClasses([0, 0])).toBeNull();
    expect(densityClasses([])).toBeNull();
  });
});
