import { describe, expect, it } from 'vitest';
import { drawMapPicture } from '#main/exports/maps/map-picture.ts';
import type { BoundaryFeature } from '#shared/domain/geometry.ts';
import type { MapFigureInput } from '#shared/domain/maps.ts';
import { completeMap } from '#shared/figures/map-figure.ts';
import { exportContextOf } from '../../../../fixtures/export-context.ts';

const square = (areaId: string, west: number): BoundaryFeature => ({
  type: 'Feature',
  properties: { areaId, name: areaId },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 0],
        [west + 0.1, 0],
        [west + 0.1, 0.1],
        [west, 0.1],
        [west, 0],
      ],
    ],
  },
});
const features = [square('a', 0), square('b', 0.1), square('c', 0.2)];
const figure = (more: Partial<MapFigureInput> = {}) =>
  completeMap({
    kind: 'choropleth',
    title: 'One message',
    layerId: null,
    panels: [
      {
        values: [
          { id: 'a', value: 10 },
          { id: 'b', value: null },
          { id: 'c', value: null, isHidden: true },
        ],
      },
    ],
    legendTitle: 'Rate',
    source: 'Police',
    ...more,
  });
const svgOf = (map: ReturnType<typeof figure>, language = 'en') =>
  Buffer.from(drawMapPicture(map, features, exportContextOf(language), 'svg')).toString('utf8');

describe('a map as a picture', () => {
  it('is an SVG with both patterns and without text that a reader could lack the font for', () => {
    const svg = svgOf(figure());
    expect(svg).toContain('viewBox="0 0 900');
    expect(svg).toContain('url(#map-none)');
    expect(svg).toContain('url(#map-hidden)');
    expect(svg.match(/<pattern /g)).toHaveLength(2);
    expect(svg).not.toContain('<text');
    expect(svg).not.toContain('#FE01A');
  });

  it('is the same bytes every time, and a PNG at twice the size', () => {
    expect(svgOf(figure())).toBe(svgOf(figure()));
    const png = Buffer.from(drawMapPicture(figure(), features, exportContextOf('en'), 'png'));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(1800);
  });

  it('draws pairs, circles and cells, in Arabic from the right', () => {
    const pair = figure({
      panels: [
        { title: 'Day', values: [{ id: 'a', value: 1 }] },
        { title: 'Night', values: [{ id: 'a', value: 3 }] },
      ],
    });
    const cells = figure({ kind: 'hexagons', cells: features.map(({ properties, geometry }) => ({ id: properties.areaId, boundary: geometry })) });
    for (const map of [pair, cells, figure({ kind: 'symbols' }), figure({ scale: 'diverging' })]) {
      for (const language of ['en', 'ar']) expect(svgOf(map, language).length).toBeGreaterThan(2000);
    }
  });

  it('stands without areas and without values', () => {
    expect(drawMapPicture(figure({ panels: [{ values: [] }] }), [], exportContextOf('en'), 'svg').length).toBeGreaterThan(100);
  });
});
