import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellAt, cellCentre, cellCorners, cellKey, cellOf, cellShapes, cellSurface, cellsAround, gridNeighbours } from '#shared/methods/cell-grid.ts';

const grid = fc.record({ shape: fc.constantFrom(...cellShapes), size: fc.double({ min: 20, max: 5000, noNaN: true }) });
const metre = fc.double({ min: -200_000, max: 200_000, noNaN: true });

describe('cells', () => {
  test('a key stands for its cell', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: -1e6, max: 1e6 }), (column, row) => {
        expect(cellOf(cellKey(column, row))).toEqual({ column, row });
      }),
    );
  });
  test('a point lies in the cell whose centre is nearest', () => {
    fc.assert(
      fc.property(grid, metre, metre, (cells, x, y) => {
        const key = cellAt(cells, x, y);
        const distance = (other: number) => Math.hypot(cellCentre(cells, other)[0] - x, cellCentre(cells, other)[1] - y);
        for (const near of cellsAround(cells, key)) expect(distance(key)).toBeLessThanOrEqual(distance(near) + 1e-6);
        expect(cellAt(cells, ...cellCentre(cells, key))).toBe(key);
      }),
    );
  });
  test('the corners enclose the surface of a cell, and neighbours are a cell apart and mutual', () => {
    fc.assert(
      fc.property(grid, metre, metre, (cells, x, y) => {
        const key = cellAt(cells, x, y);
        const corners = cellCorners(cells, key);
        const [cx, cy] = cellCentre(cells, key);
        const local = corners.map(([a, b]) => [a - cx, b - cy] as const);
        const twice = local.reduce((sum, [a, b], i) => {
          const [c, d] = local[(i + 1) % local.length] ?? [0, 0];
          return sum + a * d - c * b;
        }, 0);
        expect(twice / 2 / cellSurface(cells)).toBeCloseTo(1, 6);
        for (const near of cellsAround(cells, key)) expect(cellsAround(cells, near)).toContain(key);
        const apart = cellsAround(cells, key).map((near) => Math.hypot(cellCentre(cells, near)[0] - cx, cellCentre(cells, near)[1] - cy) / cells.size);
        expect(Math.min(...apart)).toBeCloseTo(1, 6);
        if (cells.shape === 'hexagon') expect(Math.max(...apart)).toBeCloseTo(1, 6);
      }),
    );
  });
  test('a border cell has only the neighbours that are there', () => {
    const { starts, list } = gridNeighbours({ shape: 'square', size: 1 }, [cellKey(0, 0), cellKey(1, 0), cellKey(5, 5)]);
    expect([...starts]).toEqual([0, 1, 2, 2]);
    expect([...list]).toEqual([1, 0]);
  });
});
