import { describe, expect, it } from 'vitest';
import { placeLabels } from '#renderer/ui/map/map-labels.ts';
import { fitView, layOnPlane, scaleBarOf, toDegrees, toMercator } from '#renderer/ui/map/map-plane.ts';
import type { BoundaryCollection, Position } from '#shared/domain/geometry.ts';
import { fc } from '../../../../property-cases.ts';

const square = (areaId: string, west: number, south: number, side = 0.1): BoundaryCollection['features'][number] => ({
  type: 'Feature',
  properties: { areaId, name: areaId },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + side, south],
        [west + side, south + side],
        [west, south + side],
        [west, south],
      ],
    ],
  },
});
const city = (...features: BoundaryCollection['features']): BoundaryCollection => ({ type: 'FeatureCollection', features });

describe('degrees and Web Mercator', () => {
  it('lead back to where they started', () => {
    fc.assert(
      fc.property(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -85, max: 85, noNaN: true }), (longitude, latitude) => {
        const [backLongitude, backLatitude] = toDegrees(toMercator([longitude, latitude]));
        expect(backLongitude).toBeCloseTo(longitude, 8);
        expect(backLatitude).toBeCloseTo(latitude, 8);
      }),
    );
  });

  it('keep the poles finite', () => {
    expect(toMercator([0, 90]).every(Number.isFinite)).toBe(true);
  });
});

describe('boundaries on the plane', () => {
  it('fill its longer side, with north at the top', () => {
    const plane = layOnPlane(city(square('south', 0, 0), square('north', 0, 0.1)));
    expect(Math.max(plane.width, plane.height)).toBeCloseTo(1000, 6);
    const [south, north] = plane.areas;
    expect(north?.box.bottom).toBeLessThanOrEqual((south?.box.top ?? 0) + 1e-6);
  });

  it('write a name inside the area, also in one with a hole and in the larger of two parts', () => {
    const ring: Position[] = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ];
    const hole: Position[] = [
      [0.4, 0.4],
      [0.6, 0.4],
      [0.6, 0.6],
      [0.4, 0.6],
      [0.4, 0.4],
    ];
    const islet: Position[] = [
      [3, 0],
      [3.1, 0],
      [3.1, 0.1],
      [3, 0],
    ];
    const plane = layOnPlane(
      city({ type: 'Feature', properties: { areaId: 'a', name: 'a' }, geometry: { type: 'MultiPolygon', coordinates: [[islet], [ring, hole]] } }),
    );
    const label = plane.areas[0]?.label;
    const middle = plane.areas[0]?.box;
    expect(label?.x).toBeLessThan(((middle?.right ?? 0) * 1) / 3);
    expect(label?.radius).toBeGreaterThan(0);
  });

  it('measure the ground at the city, not at the equator', () => {
    const equator = layOnPlane(city(square('a', 0, -0.05)));
    const north = layOnPlane(city(square('a', 0, 60)));
    const metresWide = (plane: typeof equator) => plane.width * plane.metresPerUnit;
    expect(metresWide(equator)).toBeCloseTo(11_132, -2);
    expect(metresWide(north) / metresWide(equator)).toBeCloseTo(0.5, 2);
  });

  it('stand when there is nothing, or only one point', () => {
    expect(layOnPlane(city()).areas).toEqual([]);
    expect(fitView(layOnPlane(city(square('a', 1, 1, 0))), { width: 300, height: 200 }).scale).toBeGreaterThan(0);
  });
});

describe('the view', () => {
  it('shows the whole city inside its margin, whatever the frame', () => {
    const plane = layOnPlane(city(square('a', 0, 0), square('b', 0.3, 0.1)));
    fc.assert(
      fc.property(fc.integer({ min: 80, max: 3000 }), fc.integer({ min: 80, max: 2000 }), (width, height) => {
        const view = fitView(plane, { width, height }, 20);
        expect(view.x).toBeGreaterThanOrEqual(20 - 1e-6);
        expect(view.y).toBeGreaterThanOrEqual(20 - 1e-6);
        expect(plane.width * view.scale + view.x).toBeLessThanOrEqual(width - 20 + 1e-6);
        expect(plane.height * view.scale + view.y).toBeLessThanOrEqual(height - 20 + 1e-6);
      }),
    );
  });

  it('has a scale bar of 1, 2 or 5 times a power of ten that fits', () => {
    const plane = layOnPlane(city(square('a', 0, 0)));
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 50, noNaN: true }), (scale) => {
        const bar = scaleBarOf(plane, { scale, x: 0, y: 0 }, 110);
        expect(bar.pixels).toBeLessThanOrEqual(110 + 1e-6);
        expect(bar.pixels).toBeGreaterThan(110 / 2.6);
        expect([1, 2, 5]).toContain(Number(bar.metres.toExponential(6).charAt(0)));
      }),
    );
  });
});

describe('names on the map', () => {
  const measure = { lineHeight: 14, width: (text: string) => text.length * 7 };
  const frame = { width: 400, height: 400 };

  it('stand in their areas and break at words', () => {
    const plane = layOnPlane(city(square('a', 0, 0)));
    const labels = placeLabels(plane, () => 'La Magdalena Contreras', { ...fitView(plane, { width: 120, height: 120 }), x: 10, y: 10 }, frame, measure);
    expect(labels).toHaveLength(1);
    expect(labels[0]?.lines.join(' ')).toBe('La Magdalena Contreras');
    expect(labels[0]?.lines.length).toBeGreaterThan(1);
  });

  it('are left out where they do not fit, and never lie over one another', () => {
    const plane = layOnPlane(city(...Array.from({ length: 60 }, (_, index) => square(`area ${index}`, (index % 10) * 0.1, Math.floor(index / 10) * 0.1))));
    const view = fitView(plane, frame);
    const labels = placeLabels(plane, (areaId) => `${areaId} of the city`, view, frame, measure);
    const boxes = labels.map(({ lines, x, y }) => {
      const half = Math.max(...lines.map(measure.width)) / 2;
      return { left: x - half, right: x + half, top: y - (lines.length * 14) / 2, bottom: y + (lines.length * 14) / 2 };
    });
    for (const [index, a] of boxes.entries()) {
      for (const b of boxes.slice(index + 1)) expect(a.left >= b.right || b.left >= a.right || a.top >= b.bottom || b.top >= a.bottom).toBe(true);
    }
    expect(placeLabels(plane, (areaId) => areaId, { ...view, scale: view.scale / 50 }, frame, measure)).toEqual([]);
  });
});
