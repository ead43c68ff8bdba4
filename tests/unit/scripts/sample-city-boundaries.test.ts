import { readFileSync } from 'node:fs';
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';

type City = FeatureCollection<Polygon | MultiPolygon, { nombre: string; codigo: string; distrito?: string }>;

const read = (name: string): City => JSON.parse(readFileSync(new URL(`../../../resources/sample-city/${name}`, import.meta.url), 'utf8'));
const areas = read('areas.geojson');
const districts = read('districts.geojson');

const polygonsOf = (geometry: Polygon | MultiPolygon): Position[][][] => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates);
const ringsOf = (city: City): Position[][] => city.features.flatMap(({ geometry }) => polygonsOf(geometry).flat());
const signedArea = (ring: Position[]): number =>
  ring.slice(1).reduce((sum, [x = 0, y = 0], index) => sum + (ring[index]?.[0] ?? 0) * y - x * (ring[index]?.[1] ?? 0), 0) / 2;
const netArea = (geometry: Polygon | MultiPolygon): number =>
  polygonsOf(geometry)
    .flat()
    .reduce((sum, ring) => sum + signedArea(ring), 0);
const edgesOf = (city: City): string[] => ringsOf(city).flatMap((ring) => ring.slice(1).map((to, index) => `${ring[index]} ${to}`));

describe('the map of the sample city', () => {
  it('has 24 areas in four districts, named once each', () => {
    expect(areas.features).toHaveLength(24);
    expect(districts.features).toHaveLength(4);
    expect(new Set(areas.features.map(({ properties }) => properties.nombre)).size).toBe(24);
    const named = new Set(areas.features.map(({ properties }) => properties.distrito));
    expect(named).toEqual(new Set(districts.features.map(({ properties }) => properties.nombre)));
  });

  it('says that it is made up', () => {
    expect(JSON.stringify(areas)).toContain('made up');
  });

  it('closes its rings, outer ones counter-clockwise and holes clockwise', () => {
    for (const { geometry } of [...areas.features, ...districts.features]) {
      for (const [outer, ...holes] of polygonsOf(geometry)) {
        expect(outer?.[0]).toEqual(outer?.at(-1));
        expect(signedArea(outer ?? [])).toBeGreaterThan(0);
        for (const hole of holes) expect(signedArea(hole)).toBeLessThan(0);
      }
    }
  });

  it('gives neighbours the very same border: every edge is met by its opposite or lies on the outside', () => {
    const edges = new Set(edgesOf(areas));
    expect(edges.size).toBe(edgesOf(areas).length);
    const outside = [...edges].filter((edge) => !edges.has(edge.split(' ').toReversed().join(' ')));
    expect(outside.length).toBeLessThan(edges.size / 2);
    // What no area shares is the city's outline, lagoon and islet: the districts' outline too.
    const districtEdges = new Set(edgesOf(districts));
    for (const edge of outside) expect(districtEdges.has(edge)).toBe(true);
  });

  it('has districts that are exactly their areas together', () => {
    for (const district of districts.features) {
      const members = areas.features.filter(({ properties }) => properties.distrito === district.properties.nombre);
      const sum = members.reduce((total, { geometry }) => total + netArea(geometry), 0);
      expect(netArea(district.geometry)).toBeCloseTo(sum, 12);
    }
  });

  it('has no border that crosses another', () => {
    const edges = [...new Set(edgesOf(areas).map((edge) => edge.split(' ').sort().join(' ')))].map((edge) =>
      edge.split(' ').map((point) => point.split(',').map(Number)),
    );
    const turn = (a: number[], b: number[], c: number[]) =>
      ((b[0] ?? 0) - (a[0] ?? 0)) * ((c[1] ?? 0) - (a[1] ?? 0)) - ((b[1] ?? 0) - (a[1] ?? 0)) * ((c[0] ?? 0) - (a[0] ?? 0));
    const crossing = edges.flatMap(([a = [], b = []], first) =>
      edges.slice(first + 1).filter(([c = [], d = []]) => turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0),
    );
    expect(crossing).toEqual([]);
  });
});
