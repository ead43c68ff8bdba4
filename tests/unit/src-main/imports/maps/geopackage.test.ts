import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { fileOf, readContent, readTable, refusalOf } from '../foreign-files.ts';
import { geoPackageOf, square, wkbOf } from '../map-files.ts';

const area = wkbOf({ polygons: [[square(-99, 19, 1)]] });
let count = 0;
const newPath = () => fileOf('', `${count++}.gpkg`);

describe('a GeoPackage', () => {
  test('gives rows with boundaries and points, whatever the byte order', async () => {
    const path = geoPackageOf(newPath(), [
      {
        name: 'areas',
        system: 4326,
        geometryType: 'GEOMETRY',
        rows: [
          ['Centro', 5, area],
          ['Norte', 6, wkbOf({ polygons: [[square(0, 0, 1), square(0.2, 0.2, 0.2)], [square(5, 5, 1)]] }, true)],
          ['Place', 7, wkbOf({ point: [-99, 19] })],
          ['Nowhere', 8, null],
          ['Broken', 9, area.subarray(0, 40)],
          ['Line', 10, Buffer.concat([Buffer.from([1, 2, 0, 0, 0, 1, 0, 0, 0]), Buffer.alloc(16)])],
        ],
      },
    ]);
    const table = await readTable(path);
    expect(table.reading).toMatchObject({ format: 'geopackage', sheet: 'areas' });
    expect(table.columns).toEqual(['name', 'n']);
    expect(table.rowCount).toBe(6);
    expect(table.rows[0]).toEqual({ row: 1, cells: ['Centro', 5], boundary: { type: 'Polygon', coordinates: [square(-99, 19, 1)] } });
    expect(table.rows[1]?.boundary).toEqual({ type: 'MultiPolygon', coordinates: [[square(0, 0, 1), square(0.2, 0.2, 0.2)], [square(5, 5, 1)]] });
    expect(table.rows[2]?.point).toEqual([-99, 19]);
    expect(table.rows.slice(3).map(({ boundary, point }) => boundary ?? point)).toEqual([undefined, undefined, undefined]);
  });

  test('in another system is brought to degrees, by code or by definition', async () => {
    const metres = wkbOf({ point: [500_000, 2_100_000] });
    const layer = (system: number) => [{ name: 'p', system, geometryType: 'POINT', rows: [['x', 1, metres]] as [string, number, Buffer][] }];
    const byCode = await readTable(geoPackageOf(newPath(), layer(32_614), { 32614: { organization: 'EPSG', code: 32_614, definition: 'undefined' } }));
    expect(byCode.rows[0]?.point?.[0]).toBeCloseTo(-99, 9);
    const definition = '+proj=utm +zone=14 +datum=WGS84 +units=m';
    const byDefinition = await readTable(geoPackageOf(newPath(), layer(100_001), { 100001: { organization: 'NONE', code: 1, definition } }));
    expect(byDefinition.rows[0]?.point?.[1]).toBeCloseTo(byCode.rows[0]?.point?.[1] ?? 0, 9);
    const unknown = geoPackageOf(newPath(), layer(100_001), { 100001: { organization: 'MOON', code: 1, definition: 'LUNAR["grid"]' } });
    expect((await refusalOf(readFileSync(unknown)))?.code).toBe('file/coordinate-system-unknown');
  });

  test('with several layers takes the one with areas; others can be chosen', async () => {
    const path = geoPackageOf(newPath(), [
      { name: 'notes', system: 0, geometryType: '', rows: Array.from({ length: 9 }, () => ['note', 1, null]) },
      { name: 'places', system: 4326, geometryType: 'POINT', rows: Array.from({ length: 5 }, () => ['place', 1, wkbOf({ point: [1, 1] })]) },
      { name: 'the "areas"', system: 4326, geometryType: 'MULTIPOLYGON', rows: [['Centro', 5, area]] },
    ]);
    const table = await readTable(path);
    expect(table.sheets).toEqual(['notes', 'places', 'the "areas"']);
    expect(table.reading.sheet).toBe('the "areas"');
    expect((await readTable(path, { sheet: 'notes' })).cells).toHaveLength(9);
    expect((await refusalOf(readFileSync(path), { sheet: 'roads' }))?.code).toBe('file/no-such-sheet');
  });

  test('leaves nothing beside it, also when it was written with a write-ahead log', async () => {
    const path = geoPackageOf(newPath(), [{ name: 'areas', system: 4326, geometryType: 'POLYGON', rows: [['Centro', 5, area]] }]);
    const database = new Database(path);
    database.pragma('journal_mode = WAL');
    database.close();
    expect((await readTable(path)).rows).toHaveLength(1);
    expect(readdirSync(dirname(path)).filter((name) => name.startsWith(basename(path)))).toEqual([basename(path)]);
  });

  test('may be gzipped', async () => {
    const path = geoPackageOf(newPath(), [{ name: 'areas', system: 4326, geometryType: 'POLYGON', rows: [['Centro', 5, area]] }]);
    expect((await readContent(gzipSync(readFileSync(path)), {}, 'a.gpkg.gz')).cells).toEqual([['Centro', 5]]);
  });

  test('is no place for the views of strangers', async () => {
    const path = geoPackageOf(newPath(), [{ name: 'areas', system: 4326, geometryType: 'POLYGON', rows: [['Centro', 5, area]] }]);
    const database = new Database(path);
    database.exec(
      "CREATE VIEW endless AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT x FROM n; INSERT INTO gpkg_contents VALUES ('endless', 'attributes', 0)",
    );
    database.close();
    expect((await readTable(path)).sheets).toEqual(['areas']);
  });

  test('of another kind, empty or broken is refused', async () => {
    const other = newPath();
    new Database(other).exec('CREATE TABLE t (x)').close();
    expect(await refusalOf(readFileSync(other))).toMatchObject({ code: 'file/other-kind', params: { kind: 'SQLite' } });
    const empty = geoPackageOf(newPath(), [{ name: 'areas', system: 4326, geometryType: 'POLYGON', rows: [] }]);
    expect((await refusalOf(readFileSync(empty)))?.code).toBe('file/empty');
    const whole = readFileSync(
      geoPackageOf(newPath(), [{ name: 'areas', system: 4326, geometryType: 'POLYGON', rows: Array.from({ length: 500 }, () => ['Centro', 5, area]) }]),
    );
    expect((await refusalOf(whole.subarray(0, whole.length / 2)))?.code).toBe('file/damaged');
  });
});
