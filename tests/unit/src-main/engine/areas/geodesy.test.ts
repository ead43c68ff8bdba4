import { describe, expect, test } from 'vitest';
import { boundingBoxOf, cleanBoundary, pointInside, surfaceKm2 } from '#main/engine/areas/geodesy.ts';
import { PolygonIndex } from '#main/engine/areas/polygon-index.ts';
import type { Boundary, Position } from '#shared/domain/geometry.ts';
import { fc } from '../../../../property-cases.ts';

function box(west: number, south: number, width: number, height = width): Boundary {
  const [east, north] = [west + width, south + height];
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}

describe('the surface of a boundary', () => {
  test('agrees with the ellipsoid: a degree cell at the equator and at 60° north', () => {
    // Numerical integration of the meridian and the parallel radius over a cell of one degree.
    const strip = (south: number): Boundary => {
      const steps = Array.from({ length: 101 }, (_, i): Position => [i / 100, south]);
      const back = Array.from({ length: 101 }, (_, i): Position => [1 - i / 100, south + 1]);
      return { type: 'Polygon', coordinates: [[...steps, ...back, [0, south]]] };
    };
    expect(surfaceKm2(strip(0))).toBeCloseTo(12_308.46, 0);
    expect(surfaceKm2(strip(60))).toBeCloseTo(6_123.14, 0);
  });

  test('does not care which way a ring is drawn, and leaves holes out', () => {
    const outer = box(-75.6, 6.2, 0.1);
    const hole = box(-75.58, 6.22, 0.02);
    const ring = outer.coordinates[0] as Position[];
    const reversed: Boundary = { type: 'Polygon', coordinates: [ring.toReversed()] };
    expect(surfaceKm2(reversed)).toBeCloseTo(surfaceKm2(outer), 6);
    const holed: Boundary = { type: 'Polygon', coordinates: [ring, hole.coordinates[0] as Position[]] };
    expect(surfaceKm2(holed)).toBeCloseTo(surfaceKm2(outer) - surfaceKm2(hole), 6);
  });
});

test('a point inside lies inside, in a horseshoe too', () => {
  const horseshoe: Boundary = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [3, 0],
        [3, 3],
        [2, 3],
        [2, 1],
        [1, 1],
        [1, 3],
        [0, 3],
        [0, 0],
      ],
    ],
  };
  const point = pointInside(horseshoe);
  expect(point && new PolygonIndex([{ key: 1, boundary: horseshoe }]).keyAt(...point)).toBe(1);
});

test('rings are closed, third figures and empty parts dropped', () => {
  const open = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0, 5],
        [1, 0, 5],
        [1, 1, 5],
      ],
      [[0, 0]],
    ],
  } as unknown as Boundary;
  expect(cleanBoundary(open)).toEqual({
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
    ],
  });
  expect(cleanBoundary({ type: 'MultiPolygon', coordinates: [] })).toBeNull();
  expect(boundingBoxOf([])).toBeNull();
});

describe('which area holds a point', () => {
  test('the smallest of several that lie over each other, and none outside', () => {
    const index = new PolygonIndex([
      { key: 10, boundary: box(0, 0, 10) },
      { key: 11, boundary: box(1, 1, 1) },
    ]);
    expect(index.keyAt(1.5, 1.5)).toBe(11);
    expect(index.keyAt(5, 5)).toBe(10);
    expect(index.keyAt(10.5, 5)).toBe(0);
    expect(index.keyAt(-50, 80)).toBe(0);
    expect(index.holds(10, 1.5, 1.5)).toBe(true);
    expect(new PolygonIndex([]).keyAt(0, 0)).toBe(0);
  });

  test('agrees with testing every polygon, for any set of boxes and any point', () => {
    const boxes = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 })),
      {
        minLength: 1,
        maxLength: 30,
      },
    );
    const point = fc.tuple(fc.double({ min: -1, max: 61, noNaN: true }), fc.double({ min: -1, max: 61, noNaN: true }));
    fc.assert(
      fc.property(boxes, point, (list, [x, y]) => {
        const index = new PolygonIndex(list.map(([west, south, width, height], i) => ({ key: i + 1, boundary: box(west, south, width, height) })));
        const holders = list.flatMap(([west, south, width, height], i) => (x >= west && x < west + width && y >= south && y < south + height ? [i + 1] : []));
        const found = index.keyAt(x, y);
        expect(found === 0).toBe(holders.length === 0);
        if (found > 0) expect(holders).toContain(found);
      }),
    );
  });

  test('a quarter of a million points find their area among 1,651', () => {
    const circle = (x: number, y: number): Boundary => ({
      type: 'Polygon',
      coordinates: [
        Array.from({ length: 41 }, (_, i): Position => [x + 0.006 * Math.cos((i % 40) * (Math.PI / 20)), y + 0.006 * Math.sin((i % 40) * (Math.PI / 20))]),
      ],
    });
    const index = new PolygonIndex(
      Array.from({ length: 1651 }, (_, i) => ({ key: i + 1, boundary: circle(-99.3 + (i % 41) * 0.01, 19.1 + Math.floor(i / 41) * 0.01) })),
    );
    let held = 0;
    for (let i = 0; i < 224_055; i++) if (index.keyAt(-99.3 + (i % 997) * 0.0004, 19.1 + (i % 1009) * 0.0004) > 0) held++;
    expect(held).toBeGreaterThan(100_000);
  });
});
