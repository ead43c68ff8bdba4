import { describe, expect, test } from 'vitest';
import { readContent, refusalOf } from '../foreign-files.ts';
import { square } from '../map-files.ts';

const feature = (geometry: unknown, properties: unknown = { name: 'Centro' }) => ({ type: 'Feature', properties, geometry });
const collection = (features: unknown[], more: object = {}) => JSON.stringify({ type: 'FeatureCollection', ...more, features });
const polygon = { type: 'Polygon', coordinates: [square(-99, 19, 1)] };

describe('GeoJSON', () => {
  test('gives properties as columns and geometry as boundary or point', async () => {
    const table = await readContent(
      collection([
        feature(polygon, { name: 'Centro', code: '09', n: 5 }),
        feature({ type: 'MultiPolygon', coordinates: [[square(0, 0, 1)], [square(5, 5, 1)]] }, { name: 'Norte', extra: { deep: true } }),
        feature({ type: 'Point', coordinates: [-99, 19, 2240] }, null),
      ]),
      {},
      'map.json',
    );
    expect(table.reading).toMatchObject({ format: 'geojson', headerRow: null });
    expect(table.columns).toEqual(['name', 'code', 'n', 'extra / deep']);
    expect(table.rows[0]).toEqual({ row: 1, cells: ['Centro', '09', 5, ''], boundary: polygon });
    expect(table.rows[1]?.cells).toEqual(['Norte', '', '', 'TRUE']);
    expect(table.rows[1]?.boundary?.type).toBe('MultiPolygon');
    expect(table.rows[2]).toEqual({ row: 3, cells: ['', '', '', ''], point: [-99, 19] });
  });

  test('may be one feature or one geometry', async () => {
    expect((await readContent(JSON.stringify(feature(polygon)))).rows[0]?.boundary).toEqual(polygon);
    expect((await readContent(JSON.stringify(polygon))).rows[0]?.boundary).toEqual(polygon);
  });

  test('closes rings, drops heights, takes the only member of a collection', async () => {
    const open = square(0, 0, 1)
      .slice(0, 4)
      .map(([x, y]) => [x, y, 100]);
    const table = await readContent(collection([feature({ type: 'GeometryCollection', geometries: [{ type: 'Polygon', coordinates: [open] }] })]));
    expect(table.rows[0]?.boundary?.coordinates).toEqual([square(0, 0, 1)]);
  });

  test.each<[string, unknown]>([
    ['out of range', { type: 'Polygon', coordinates: [square(500_000, 2_000_000, 10)] }],
    [
      'too few positions',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      },
    ],
    [
      'no numbers',
      {
        type: 'Polygon',
        coordinates: [
          [
            ['a', 'b'],
            [1, 1],
            [2, 2],
            ['a', 'b'],
          ],
        ],
      },
    ],
    ['nulls', { type: 'Polygon', coordinates: [[null, [1, 1], [2, 2], [0, 0]]] }],
    ['no list', { type: 'Polygon', coordinates: 'x' }],
    ['no coordinates', { type: 'MultiPolygon' }],
    ['one bad part', { type: 'MultiPolygon', coordinates: [[square(0, 0, 1)], [[[0, 0]]]] }],
    ['empty', { type: 'Polygon', coordinates: [] }],
    ['lines', { type: 'LineString', coordinates: square(0, 0, 1) }],
    ['nothing', null],
    ['a point nowhere', { type: 'Point', coordinates: [] }],
    ['a point off the earth', { type: 'Point', coordinates: [200, 95] }],
  ])('keeps the row without a boundary when its geometry is %s', async (_, geometry) => {
    const table = await readContent(collection([feature(geometry)]));
    expect(table.rows).toEqual([{ row: 1, cells: ['Centro'] }]);
  });

  test.each([
    ['urn:ogc:def:crs:OGC:1.3:CRS84', [-99, 19], [-99, 19]],
    ['urn:ogc:def:crs:EPSG::4326', [-99, 19], [-99, 19]],
    ['EPSG:3857', [-11_020_629.585_67, 2_154_935.915_08], [-99, 19]],
    ['urn:ogc:def:crs:EPSG::32614', [500_000, 2_100_809.7], [-99, 19]],
    ['http://www.opengis.net/def/crs/EPSG/0/9377', [4_729_047.7, 2_246_541.2], [-75.45, 6.23]],
  ] as const)('in %s is brought to degrees', async (name, [x, y], [longitude, latitude]) => {
    const table = await readContent(collection([feature({ type: 'Point', coordinates: [x, y] })], { crs: { type: 'name', properties: { name } } }));
    expect(table.rows[0]?.point?.[0]).toBeCloseTo(longitude, 1);
    expect(table.rows[0]?.point?.[1]).toBeCloseTo(latitude, 1);
  });

  test('in an unknown system is refused by its name', async () => {
    const crs = (name: string) => ({ crs: { type: 'name', properties: { name } } });
    expect(await refusalOf(collection([feature(polygon)], crs('EPSG:999999')))).toMatchObject({
      code: 'file/coordinate-system-unknown',
      params: { system: 'EPSG:999999' },
    });
    expect((await refusalOf(collection([feature(polygon)], crs('our own grid'))))?.code).toBe('file/coordinate-system-unknown');
  });

  test('without features is empty, without a list of them damaged', async () => {
    expect((await refusalOf(collection([])))?.code).toBe('file/empty');
    expect((await refusalOf('{"type":"FeatureCollection","features":5}'))?.code).toBe('file/damaged');
  });
});
