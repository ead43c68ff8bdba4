import Database from 'better-sqlite3';
import { zipSync } from 'fflate';
import type { Position } from '#shared/domain/geometry.ts';

export type Ring = readonly Position[];

/** A closed square, clockwise as shapefiles want their outer rings, or the other way round. */
export function square(west: number, south: number, size: number, clockwise = true): Position[] {
  const ring: Position[] = [
    [west, south],
    [west, south + size],
    [west + size, south + size],
    [west + size, south],
    [west, south],
  ];
  return clockwise ? ring : ring.toReversed();
}

/** A shape: rings (of all parts), a point, a line, or null. */
export type Shape = { readonly rings: readonly Ring[] } | { readonly point: Position } | { readonly line: Ring } | null;

/** The bytes of a .shp file. */
export function shpOf(shapes: readonly Shape[], type: number): Buffer {
  const records = shapes.map((shape, index) => {
    const content = shapeBytes(shape, type);
    const header = Buffer.alloc(8);
    header.writeInt32BE(index + 1, 0);
    header.writeInt32BE(content.length / 2, 4);
    return Buffer.concat([header, content]);
  });
  const header = Buffer.alloc(100);
  const positions = shapes.flatMap((shape) => (shape === null ? [] : 'point' in shape ? [shape.point] : 'line' in shape ? shape.line : shape.rings.flat()));
  header.writeInt32BE(9994, 0);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(type, 32);
  const [xs, ys] = [positions.map(([x]) => x), positions.map(([, y]) => y)];
  for (const [index, value] of [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].entries()) header.writeDoubleLE(value, 36 + index * 8);
  const bytes = Buffer.concat([header, ...records]);
  bytes.writeInt32BE(bytes.length / 2, 24);
  return bytes;
}

function shapeBytes(shape: Shape, type: number): Buffer {
  if (shape === null) return Buffer.alloc(4);
  if ('point' in shape) {
    const bytes = Buffer.alloc(20);
    bytes.writeInt32LE(type, 0);
    bytes.writeDoubleLE(shape.point[0], 4);
    bytes.writeDoubleLE(shape.point[1], 12);
    return bytes;
  }
  const rings = 'line' in shape ? [shape.line] : shape.rings;
  const points = rings.flat();
  const bytes = Buffer.alloc(44 + 4 * rings.length + 16 * points.length);
  bytes.writeInt32LE(type, 0);
  bytes.writeInt32LE(rings.length, 36);
  bytes.writeInt32LE(points.length, 40);
  let start = 0;
  rings.forEach((ring, index) => {
    bytes.writeInt32LE(start, 44 + 4 * index);
    start += ring.length;
  });
  points.forEach(([x, y], index) => {
    bytes.writeDoubleLE(x, 44 + 4 * rings.length + 16 * index);
    bytes.writeDoubleLE(y, 52 + 4 * rings.length + 16 * index);
  });
  return bytes;
}

export interface DbfField {
  readonly name: string;
  readonly type: string;
  readonly length: number;
}

/** The bytes of a .dbf file; a record that begins with `*` is deleted. */
export function dbfOf(fields: readonly DbfField[], records: readonly (readonly (string | Buffer)[])[], language = 0, deleted: readonly number[] = []): Buffer {
  const header = Buffer.alloc(32 + 32 * fields.length + 1);
  header.set([3, 123, 5, 1]);
  header.writeUInt32LE(records.length, 4);
  header.writeUInt16LE(header.length, 8);
  const recordLength = 1 + fields.reduce((sum, { length }) => sum + length, 0);
  header.writeUInt16LE(recordLength, 10);
  header[29] = language;
  fields.forEach(({ name, type, length }, index) => {
    header.write(name, 32 + 32 * index, 11, 'latin1');
    header.write(type, 32 + 32 * index + 11, 'latin1');
    header[32 + 32 * index + 16] = length;
  });
  header[header.length - 1] = 0x0d;
  const rows = records.map((record, index) => {
    const bytes = Buffer.alloc(recordLength, ' ');
    if (deleted.includes(index)) bytes.write('*');
    let at = 1;
    record.forEach((value, column) => {
      const { length = 0, type = 'C' } = fields[column] ?? {};
      const content = Buffer.isBuffer(value) ? value : Buffer.from(value);
      content.copy(bytes, type === 'N' ? at + length - content.length : at, 0, length);
      at += length;
    });
    return bytes;
  });
  return Buffer.concat([header, ...rows, Buffer.from([0x1a])]);
}

/** A ZIP of files by name. */
export function zipped(files: Readonly<Record<string, Uint8Array | string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? Buffer.from(content) : content])));
}

/** Well-known binary of a polygon, several polygons or a point, in either byte order. */
export function wkbOf(geometry: { polygons: readonly (readonly Ring[])[] } | { point: Position }, bigEndian = false): Buffer {
  const int = (value: number) => {
    const bytes = Buffer.alloc(4);
    if (bigEndian) bytes.writeUInt32BE(value);
    else bytes.writeUInt32LE(value);
    return bytes;
  };
  const double = (value: number) => {
    const bytes = Buffer.alloc(8);
    if (bigEndian) bytes.writeDoubleBE(value);
    else bytes.writeDoubleLE(value);
    return bytes;
  };
  const head = (type: number) => Buffer.concat([Buffer.from([bigEndian ? 0 : 1]), int(type)]);
  const position = ([x, y]: Position) => Buffer.concat([double(x), double(y)]);
  if ('point' in geometry) return Buffer.concat([head(1), position(geometry.point)]);
  const polygons = geometry.polygons.map((rings) =>
    Buffer.concat([head(3), int(rings.length), ...rings.map((ring) => Buffer.concat([int(ring.length), ...ring.map(position)]))]),
  );
  const [only] = polygons;
  return polygons.length === 1 && only ? only : Buffer.concat([head(6), int(polygons.length), ...polygons]);
}

export interface PackageLayer {
  readonly name: string;
  readonly system: number;
  readonly geometryType: string;
  /** Rows of name, count and geometry. */
  readonly rows: readonly (readonly [string, number, Buffer | null])[];
}

/** A GeoPackage with its layers, and the systems it describes. */
export function geoPackageOf(
  path: string,
  layers: readonly PackageLayer[],
  systems: Readonly<Record<number, { organization: string; code: number; definition: string }>> = {},
): string {
  const database = new Database(path);
  database.exec(`
    CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, srs_id INTEGER);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER);
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
    INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, 'undefined');
  `);
  for (const [id, { organization, code, definition }] of Object.entries(systems)) {
    database.prepare('INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?)').run('x', Number(id), organization, code, definition);
  }
  database.exec('BEGIN');
  for (const { name, system, geometryType, rows } of layers) {
    const quoted = `"${name.replaceAll('"', '""')}"`;
    database.exec(`CREATE TABLE ${quoted} (fid INTEGER PRIMARY KEY, geom BLOB, name TEXT, n INTEGER)`);
    database.prepare('INSERT INTO gpkg_contents VALUES (?, ?, ?)').run(name, geometryType === '' ? 'attributes' : 'features', system);
    if (geometryType !== '') database.prepare("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)").run(name, geometryType, system);
    const insert = database.prepare(`INSERT INTO ${quoted} (geom, name, n) VALUES (?, ?, ?)`);
    for (const [text, n, wkb] of rows) {
      const header = Buffer.from([0x47, 0x50, 0, 1, 0, 0, 0, 0]);
      header.writeInt32LE(system, 4);
      insert.run(wkb === null ? null : Buffer.concat([header, wkb]), text, n);
    }
  }
  database.exec('COMMIT');
  database.close();
  return path;
}
