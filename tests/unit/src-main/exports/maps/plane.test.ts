import { describe, expect, it } from 'vitest';
import { layOnPlane, scaleBar } from '#main/exports/maps/plane.ts';
import type { BoundaryFeature, Position } from '#shared/domain/geometry.ts';

function square(areaId: string, west: number, south: number, size: number, isClockwise = false): BoundaryFeature {
  const ring: Position[] = [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ];
  return { type: 'Feature', properties: { areaId, name: areaId }, geometry: { type: 'Polygon', coordinates: [isClockwise ? ring.toReversed() : ring] } };
}

const options = { width: 400, smallest: 100, tallest: 500 };

describe('a map laid on paper', () => {
  it('has north up and keeps shapes: at 60 degrees a degree of longitude is half as wide', () => {
    const plane = layOnPlane([square('a', 10, 60, 0.1)], options);
    const ring = plane.areas[0]?.rings[0] ?? [];
    const width = Math.max(...ring.map(([x]) => x)) - Math.min(...ring.map(([x]) => x));
    const height = Math.max(...ring.map(([, y]) => y)) - Math.min(...ring.map(([, y]) => y));
    expect(width / height).toBeCloseTo(0.5, 2);
    expect(ring[0]?.[1]).toBeGreaterThan(ring[2]?.[1] ?? 0);
  });

  it('knows its scale', () => {
    const plane = layOnPlane([square('a', 0, 0, 0.1)], options);
    const ring = plane.areas[0]?.rings[0] ?? [];
    const height = Math.max(...ring.map(([, y]) => y)) - Math.min(...ring.map(([, y]) => y));
    expect(height / plane.pixelsPerKilometre).toBeCloseTo(11.12, 1);
  });

  it('does not care in which direction rings run', () => {
    const [one, other] = [layOnPlane([square('a', 0, 0, 0.1)], options), layOnPlane([square('a', 0, 0, 0.1, true)], options)];
    expect(one.areas[0]?.label.map(Math.round)).toEqual(other.areas[0]?.label.map(Math.round));
  });

  it('labels the largest part', () => {
    const small = square('a', 0, 0, 0.01).geometry;
    const large = square('a', 0.1, 0, 0.1).geometry;
    if (small.type !== 'Polygon' || large.type !== 'Polygon') throw new Error('squares are polygons');
    const plane = layOnPlane(
      [{ type: 'Feature', properties: { areaId: 'a', name: 'a' }, geometry: { type: 'MultiPolygon', coordinates: [small.coordinates, large.coordinates] } }],
      options,
    );
    expect(plane.areas[0]?.label[0]).toBeGreaterThan(200);
  });

  it('takes a round length for its scale bar', () => {
    expect(scaleBar(10, 100).kilometres).toBe(10);
    expect(scaleBar(30, 100).kilometres).toBe(2);
    expect(scaleBar(300, 100).kilometres).toBeCloseTo(0.2);
    expect(scaleBar(30, 100).pixels).toBe(60);
  });
});
