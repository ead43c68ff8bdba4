import { beforeEach, describe, expect, test } from 'vitest';
import { sql } from '#main/engine/project/open-project.ts';
import { type EngineFixture, newProject } from '../../fixtures/engine.ts';
import { addTwoBoroughs, countsOf, importText, inspectText } from './importing.ts';

let fixture: EngineFixture;
beforeEach(async () => {
  fixture = await newProject({ now: () => new Date('2024-06-15T12:00:00Z') });
  await addTwoBoroughs(fixture);
});

/** Two places inside the two boroughs (19.4–19.5 north, 99.2–99.0 west), and the same in UTM zone 14 north (EPSG:32614), computed with PROJ. */
const places = [
  { lon: -99.15, lat: 19.45, x: 484_255.42577774, y: 2_150_627.03932612 },
  { lon: -99.05, lat: 19.43, x: 494_751.17000646, y: 2_148_407.8764638 },
] as const;

async function placed(header: string, lines: readonly string[], recipe = {}) {
  const text = `fecha;delito;${header}\n${lines.map((line, index) => `2023-01-0${index + 1};ROBO;${line}`).join('\n')}\n`;
  const preview = await inspectText(fixture, 'incidents', text, recipe);
  const result = await importText(fixture, 'incidents', text, { recipe });
  const points = fixture.project().all(sql.selectFrom('incident').select(['longitude', 'latitude']).orderBy('row'));
  return { preview, result, points };
}

function expectPlaces(points: readonly { longitude: number | null; latitude: number | null }[]): void {
  places.forEach(({ lon, lat }, index) => {
    expect(points[index]?.longitude).toBeCloseTo(lon, 5);
    expect(points[index]?.latitude).toBeCloseTo(lat, 5);
  });
}

describe('points of incidents', () => {
  test('in metres are put where the city lies, and the system guessed is told', async () => {
    const { preview, result, points } = await placed(
      'x;y',
      places.map(({ x, y }) => `${x};${y}`),
    );
    expectPlaces(points);
    expect(preview.coordinateSystem).toEqual({ code: 'EPSG:32614', name: 'WGS 84 / UTM zone 14N', from: 'values' });
    expect(preview.guesses).toContainEqual(expect.objectContaining({ setting: 'coordinateSystem', code: 'points-in-metres', isSure: false }));
    expect(result.recipe.coordinateSystem).toBe('EPSG:32614');
  });

  test('in metres with the axes in each other’s columns are put right', async () => {
    const { points } = await placed(
      'x;y',
      places.map(({ x, y }) => `${y};${x}`),
    );
    expectPlaces(points);
  });

  test('in a system that a person chose', async () => {
    const { preview, points } = await placed(
      'x;y',
      places.map(({ x, y }) => `${x};${y}`),
      { coordinateSystem: '+proj=utm +zone=14 +datum=WGS84 +units=m' },
    );
    expectPlaces(points);
    expect(preview.coordinateSystem?.from).toBe('chosen');
  });

  test('in a system that brings none of them to the city stay without a place, and a question says so', async () => {
    const { preview, result } = await placed('x;y', ['100;5000000', '200;5000000']);
    expect(countsOf(result)['projected-coordinates']).toBe(2);
    expect(preview.guesses).toContainEqual(expect.objectContaining({ setting: 'coordinateSystem', code: 'points-in-unknown-metres', isSure: false }));
  });

  test('may be degrees, minutes and seconds', async () => {
    const { points } = await placed('longitud;latitud', [`99°09'00"W;19°27'00"N`, `99° 03' O;19° 25.8' N`]);
    expectPlaces(points);
  });

  test('may stand in one column, as well-known text', async () => {
    const { points } = await placed(
      'geom',
      places.map(({ lon, lat }) => `POINT(${lon} ${lat})`),
    );
    expectPlaces(points);
  });

  test('may stand in one column, as a pair with latitude first', async () => {
    const { points } = await placed(
      'location',
      places.map(({ lon, lat }) => `(${lat}, ${lon})`),
    );
    expectPlaces(points);
  });

  test.each<[string, (place: { lon: number; lat: number }) => string]>([
    ['well-known text', ({ lon, lat }) => `POINT (${lon} ${lat})`],
    ['a pair', ({ lon, lat }) => `${lat}, ${lon}`],
  ])('are known by their cells, whatever the column is called: %s', async (_, write) => {
    const { result, points } = await placed('where it was', places.map(write));
    expect(result.recipe.columns.longitude).toBe('where it was');
    expectPlaces(points);
  });

  test('amounts with a decimal comma are no points', async () => {
    const { result } = await placed('loss', ['12,50', '13,75']);
    expect(result.recipe.columns.longitude).toBeUndefined();
  });

  test('that are no numbers are reported', async () => {
    const { result, points } = await placed('longitud;latitud', ['-99.15;19.45', 'NaN;Infinity', '1e400;19.4']);
    expect(points.slice(1)).toEqual([
      { longitude: null, latitude: null },
      { longitude: null, latitude: null },
    ]);
    expect(countsOf(result)['bad-coordinate']).toBe(2);
  });
});
