import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readContent, refusalOf } from '../foreign-files.ts';
import { type DbfField, dbfOf, type Shape, shpOf, square, zipped } from '../map-files.ts';

const fields: DbfField[] = [
  { name: 'NAME', type: 'C', length: 20 },
  { name: 'POP', type: 'N', length: 10 },
];
const records = [
  ['Centro', '1200'],
  ['Peñón', '340.5'],
];
const shapes: Shape[] = [{ rings: [square(-99, 19, 1)] }, { rings: [square(-98, 19, 1)] }];
const layer = (name: string, more: Record<string, Uint8Array | string> = {}) => ({
  [`${name}.shp`]: shpOf(shapes, 5),
  [`${name}.dbf`]: dbfOf(fields, records),
  ...more,
});

describe('a zipped shapefile', () => {
  test('gives its table with boundaries in degrees', async () => {
    const table = await readContent(zipped(layer('areas')), {}, 'areas.zip');
    expect(table.reading).toMatchObject({ format: 'shapefile', sheet: 'areas', headerRow: null });
    expect(table.columns).toEqual(['NAME', 'POP']);
    expect(table.rows[1]).toEqual({ row: 2, cells: ['Peñón', 340.5], boundary: { type: 'Polygon', coordinates: [square(-98, 19, 1)] } });
  });

  test('tells holes from parts: a lake with an island, and an exclave', async () => {
    const rings = [square(0, 0, 10), square(2, 2, 6, false), square(4, 4, 1), square(20, 0, 1)];
    const table = await readContent(zipped({ 'a.shp': shpOf([{ rings }], 5), 'a.dbf': dbfOf(fields, records.slice(0, 1)) }));
    expect(table.rows[0]?.boundary).toEqual({
      type: 'MultiPolygon',
      coordinates: [[square(0, 0, 10), square(2, 2, 6, false)], [square(4, 4, 1)], [square(20, 0, 1)]],
    });
  });

  test('with all rings the wrong way round goes by which ring lies in which', async () => {
    const rings = [square(0, 0, 10, false), square(2, 2, 6, false), square(20, 0, 1, false)];
    const table = await readContent(zipped({ 'a.shp': shpOf([{ rings }], 5), 'a.dbf': dbfOf(fields, records.slice(0, 1)) }));
    expect(table.rows[0]?.boundary?.coordinates).toEqual([[square(0, 0, 10, false), square(2, 2, 6, false)], [square(20, 0, 1, false)]]);
  });

  test('of points gives points, of lines neither', async () => {
    const points = await readContent(zipped({ 'a.shp': shpOf([{ point: [-99, 19] }, null], 1), 'a.dbf': dbfOf(fields, records) }));
    expect(points.rows.map(({ point }) => point)).toEqual([[-99, 19], undefined]);
    const lines = await readContent(zipped({ 'a.shp': shpOf([{ line: square(0, 0, 1) }, null], 3), 'a.dbf': dbfOf(fields, records) }));
    expect(lines.rows.map(({ boundary, point }) => boundary ?? point)).toEqual([undefined, undefined]);
  });

  test('in metres is brought to degrees by its .prj', async () => {
    const prj =
      'PROJCS["WGS_1984_UTM_Zone_14N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",-99.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
    const metres = shpOf([{ rings: [square(500_000, 2_100_000, 1000)] }, { point: [0, 0] }], 5);
    const table = await readContent(zipped({ 'a.shp': metres, 'a.dbf': dbfOf(fields, records), 'a.prj': prj }));
    const [longitude = 0, latitude = 0] = table.rows[0]?.boundary?.coordinates[0]?.[0] ?? [];
    expect(longitude).toBeCloseTo(-99, 9);
    expect(latitude).toBeCloseTo(18.99, 1);
  });

  test('in metres without a .prj, or in an unknown system, is refused', async () => {
    const metres = { 'a.shp': shpOf([{ rings: [square(500_000, 2_100_000, 1000)] }], 5), 'a.dbf': dbfOf(fields, records.slice(0, 1)) };
    expect((await refusalOf(zipped(metres)))?.code).toBe('file/coordinate-system-unknown');
    expect(await refusalOf(zipped({ ...metres, 'a.prj': 'PROJCS["Moon grid",PROJECTION["Cheese"]]' }))).toMatchObject({
      code: 'file/coordinate-system-unknown',
      params: { system: 'Moon grid' },
    });
  });

  test('with several layers takes the largest with areas; others can be chosen', async () => {
    const points = {
      'places.shp': shpOf(
        Array.from({ length: 50 }, () => ({ point: [1, 1] as [number, number] })),
        1,
      ),
      'places.dbf': dbfOf(
        fields,
        Array.from({ length: 50 }, () => ['x', '1']),
      ),
    };
    const zip = zipped({ ...points, ...layer('folder/areas'), '__MACOSX/._areas.shp': 'x' });
    const table = await readContent(zip);
    expect(table.sheets).toEqual(['places', 'areas']);
    expect(table.reading.sheet).toBe('areas');
    expect((await readContent(zip, { sheet: 'places' })).rows).toHaveLength(50);
    expect((await refusalOf(zip, { sheet: 'roads' }))?.code).toBe('file/no-such-sheet');
  });

  test('without a table still gives its boundaries', async () => {
    expect((await readContent(zipped({ 'a.shp': shpOf(shapes, 5) }))).cells).toEqual([[1], [2]]);
  });

  test('with bad rings keeps the row without a boundary', async () => {
    const bad: Shape[] = [
      {
        rings: [
          [
            [0, 0],
            [1, 1],
          ],
        ],
      },
      { rings: [square(0, 0, 1).map(([x, y]) => [x, y === 1 ? Number.NaN : y] as [number, number])] },
    ];
    const table = await readContent(
      zipped({
        'a.shp': shpOf([...bad], 5),
        'a.dbf': dbfOf(fields, records),
        'a.prj': 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]',
      }),
    );
    expect(table.rows.map(({ cells, boundary }) => [cells[0], boundary])).toEqual([
      ['Centro', undefined],
      ['Peñón', undefined],
    ]);
  });

  test('that breaks off is damaged; a .shp alone needs its companions', async () => {
    expect((await refusalOf(zipped({ 'a.shp': shpOf(shapes, 5).subarray(0, 250), 'a.dbf': dbfOf(fields, records) })))?.code).toBe('file/damaged');
    expect((await refusalOf(zipped(layer('a', { 'a.dbf': dbfOf(fields, records).subarray(0, 120) }))))?.code).toBe('file/damaged');
    expect((await refusalOf(shpOf(shapes, 5), {}, 'a.shp'))?.code).toBe('file/bare-shapefile');
  });
});

describe('a dBASE table', () => {
  const text = (value: string, encoding: string) => [[iconv.encode(value, encoding), '1']];
  test.each<[string, Buffer, string | null]>([
    ['UTF-8 by its bytes', dbfOf(fields, text('Peñón', 'utf-8')), null],
    ['Windows-1252 when nothing tells', dbfOf(fields, text('Peñón', 'windows-1252')), null],
    ['code page 850 by its language byte', dbfOf(fields, text('Peñón', 'cp850'), 2), null],
    ['the .cpg file, by name', dbfOf(fields, text('Peñón', 'utf-8')), 'UTF-8'],
    ['the .cpg file, by number', dbfOf(fields, text('Peñón', 'windows-1252')), 'ANSI 1252'],
    ['the .cpg file, by ISO name', dbfOf(fields, text('Peñón', 'windows-1252')), 'ISO-8859-1'],
  ])('is read in %s', async (_, dbf, cpg) => {
    const table = await readContent(zipped({ 'a.shp': shpOf(shapes.slice(0, 1), 5), 'a.dbf': dbf, ...(cpg === null ? {} : { 'a.cpg': cpg }) }));
    expect(table.cells[0]?.[0]).toBe('Peñón');
  });

  test('alone is a table: numbers, dates, yes and no, blanks, deleted records', async () => {
    const all: DbfField[] = [...fields, { name: 'DAY', type: 'D', length: 8 }, { name: 'OK', type: 'L', length: 1 }];
    const dbf = dbfOf(
      all,
      [
        ['A', '12', '20230131', 'T'],
        ['gone', '1', '20230131', 'T'],
        ['B', '', '', '?'],
        ['C', '*****', '00000000', 'N'],
      ],
      0,
      [1],
    );
    const table = await readContent(dbf, {}, 'table.dbf');
    expect(table.reading.format).toBe('table');
    expect(table.columns).toEqual(['NAME', 'POP', 'DAY', 'OK']);
    expect(table.rows).toEqual([
      { row: 1, cells: ['A', 12, '2023-01-31', 'TRUE'] },
      { row: 3, cells: ['B', '', '', ''] },
      { row: 4, cells: ['C', '', '', 'FALSE'] },
    ]);
  });
});
