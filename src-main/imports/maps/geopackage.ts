import { open } from 'node:fs/promises';
import Database from 'better-sqlite3';
import type { RecipePatch } from '#shared/domain/recipes.ts';
import type { ByteSource } from '../files/byte-source.ts';
import { loadBytes } from '../files/load-bytes.ts';
import { ForeignFileError } from '../foreign-file-error.ts';
import { type Cell, type ForeignRow, type ForeignTable, plainTable } from '../foreign-table.ts';
import { limits, sizeText } from '../guard/limits.ts';
import { nameColumns } from '../tables/column-names.ts';
import { cellOf } from '../tables/record-table.ts';
import type { Place } from './boundaries.ts';
import { degreesAsTheyAre, systemOfDefinition, systemOfEpsg, systemOfText, type ToDegrees, wgs84 } from './coordinate-system.ts';
import { type FoundSystem, toldSystem } from './found-system.ts';
import { placeOfWkb } from './well-known-binary.ts';

const BATCH_ROWS = 500;
/** Byte 18 of a SQLite file: 2 = written with a write-ahead log. */
const WRITE_VERSION_AT = 18;

interface Layer {
  readonly name: string;
  readonly geometryColumn: string | null;
  readonly geometryType: string;
  readonly systemId: number;
  readonly rowCount: number;
}

/**
 * Opens a GeoPackage read-only, without leaving side files beside it; its layers are the sheets, the largest one with areas is the default.
 * Positions come in the system its own table states. Throws `file/other-kind` for other SQLite files.
 */
export async function openGeoPackage(source: ByteSource, sha256: string, patch: RecipePatch, signal?: AbortSignal): Promise<ForeignTable> {
  const { fileName, byteCount } = source;
  const database = await openDatabase(source, signal);
  try {
    const layers = asDamage(fileName, () => listLayers(database, fileName));
    const layer = chooseLayer(layers, patch.sheet ?? null, fileName);
    const columns = asDamage(fileName, () => listColumns(database, layer));
    const found = layer.geometryColumn === null ? null : await systemOf(database, layer, patch.coordinateSystem ?? null, fileName);
    const toDegrees = found?.system.toDegrees ?? degreesAsTheyAre;
    const reading = { format: 'geopackage', encoding: null, delimiter: null, sheet: layer.name, headerRow: null } as const;
    const batches = (options: BatchOptions = {}) => readLayer(database, layer, columns, toDegrees, source, options);
    const sheets = layers.map(({ name }) => name);
    return {
      fileName,
      byteCount,
      sha256,
      ...plainTable,
      ...(found && toldSystem(found)),
      reading,
      sheets,
      columns: nameColumns(columns, columns.length),
      rowCount: layer.rowCount,
      batches,
      close: () => database.close(),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

interface BatchOptions {
  readonly signal?: AbortSignal;
  readonly onBytes?: (done: number, total: number) => void;
}

/** A file with a write-ahead log would get side files even when opened read-only: it is read from memory, as last folded into the file. */
async function openDatabase(source: ByteSource, signal?: AbortSignal): Promise<Database.Database> {
  const { fileName, path, byteCount } = source;
  if (byteCount > limits.geoPackageFile) throw new ForeignFileError('file/too-large', { fileName, limit: sizeText(limits.geoPackageFile) });
  const inMemory = source.bytes !== undefined || source.isGzip || (await hasWriteAheadLog(path));
  const bytes = inMemory ? Buffer.from(await loadBytes(source, limits.geoPackageInMemory, signal)) : null;
  bytes?.fill(1, WRITE_VERSION_AT, WRITE_VERSION_AT + 2);
  return asDamage(fileName, () => {
    const database = bytes ? new Database(bytes, { readonly: true }) : new Database(path, { readonly: true, fileMustExist: true });
    database.pragma('trusted_schema = OFF');
    database.pragma('cell_size_check = ON');
    return database;
  });
}

async function hasWriteAheadLog(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, WRITE_VERSION_AT);
    return buffer[0] === 2;
  } finally {
    await file.close();
  }
}

/** What SQLite says of a broken file is damage; our own refusals pass. */
function asDamage<Result>(fileName: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof Database.SqliteError) throw new ForeignFileError('file/damaged', { fileName });
    throw error;
  }
}

function listLayers(database: Database.Database, fileName: string): Layer[] {
  // A view could run anything a stranger wrote, without end: only tables are ever read.
  const isTable = (name: string) =>
    database.prepare("SELECT 1 FROM sqlite_master WHERE name = ? AND type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").get(name);
  if (!isTable('gpkg_contents')) throw new ForeignFileError('file/other-kind', { fileName, kind: 'SQLite' });
  const hasGeometry = isTable('gpkg_geometry_columns') !== undefined;
  if (hasGeometry && !isTable('gpkg_spatial_ref_sys')) throw new ForeignFileError('file/damaged', { fileName });
  const rows = database
    .prepare<[], { name: string; geometryColumn: string | null; geometryType: string | null; systemId: number | null }>(
      `SELECT c.table_name AS name, ${hasGeometry ? 'g.column_name' : 'NULL'} AS geometryColumn, ${hasGeometry ? 'g.geometry_type_name' : 'NULL'} AS geometryType,
        ${hasGeometry ? 'coalesce(g.srs_id, c.srs_id)' : 'c.srs_id'} AS systemId
       FROM gpkg_contents c JOIN sqlite_master m ON m.name = c.table_name AND m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%'
       ${hasGeometry ? 'LEFT JOIN gpkg_geometry_columns g ON g.table_name = c.table_name' : ''}
       WHERE c.data_type IN ('features', 'attributes', 'aspatial') ORDER BY c.table_name`,
    )
    .all();
  return rows.map(({ name, geometryColumn, geometryType, systemId }) => {
    const rowCount =
      database
        .prepare<[], number>(`SELECT count(*) FROM ${quoted(name)}`)
        .pluck()
        .get() ?? 0;
    if (rowCount > limits.features) throw new ForeignFileError('file/too-many-rows', { fileName, limit: limits.features });
    return { name, geometryColumn, geometryType: (geometryType ?? '').toUpperCase(), systemId: systemId ?? 4326, rowCount };
  });
}

function chooseLayer(layers: readonly Layer[], stated: string | null, fileName: string): Layer {
  if (stated !== null) {
    const layer = layers.find(({ name }) => name === stated);
    if (!layer) throw new ForeignFileError('file/no-such-sheet', { fileName, sheet: stated, sheets: layers.map(({ name }) => name).join(', ') });
    return layer;
  }
  const weight = (layer: Layer) => (layer.rowCount === 0 ? 0 : layer.geometryType.includes('POLYGON') ? 3 : layer.geometryColumn !== null ? 2 : 1);
  const [best] = [...layers].sort((a, b) => weight(b) - weight(a) || b.rowCount - a.rowCount);
  if (!best || best.rowCount === 0) throw new ForeignFileError('file/empty', { fileName });
  return best;
}

/** Columns but the geometry and the running number that every layer has. */
function listColumns(database: Database.Database, layer: Layer): string[] {
  return database
    .prepare<[], { name: string; pk: number }>(`PRAGMA table_info(${quoted(layer.name)})`)
    .all()
    .filter(({ name, pk }) => name !== layer.geometryColumn && !(pk > 0 && /^(?:ogc_)?fid$/i.test(name)))
    .map(({ name }) => name);
}

async function systemOf(database: Database.Database, layer: Layer, stated: string | null, fileName: string): Promise<FoundSystem> {
  if (stated !== null) return { system: await systemOfText(stated, fileName), from: 'chosen' };
  const read = () =>
    database
      .prepare<[number], { organization: unknown; code: unknown; definition: unknown }>(
        'SELECT organization, organization_coordsys_id AS code, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?',
      )
      .get(layer.systemId);
  const system = asDamage(fileName, read);
  if (!system || layer.systemId <= 0) return { system: wgs84, from: 'values' };
  const definition = String(system.definition ?? '');
  if (String(system.organization).toUpperCase() !== 'EPSG') return { system: systemOfDefinition(definition, fileName), from: 'file' };
  try {
    return { system: await systemOfEpsg(Number(system.code), fileName), from: 'file' };
  } catch (error) {
    if (!(error instanceof ForeignFileError) || !definition.includes('[')) throw error;
    return { system: systemOfDefinition(definition, fileName), from: 'file' };
  }
}

async function* readLayer(
  database: Database.Database,
  layer: Layer,
  columns: readonly string[],
  toDegrees: ToDegrees,
  source: ByteSource,
  { signal, onBytes }: BatchOptions,
): AsyncGenerator<ForeignRow[]> {
  const { fileName, byteCount } = source;
  const geometry = layer.geometryColumn === null ? 'NULL' : quoted(layer.geometryColumn);
  const read = database.prepare<[number, number], unknown[]>(
    `SELECT ${[geometry, ...columns.map(quoted)].join(', ')} FROM ${quoted(layer.name)} ORDER BY rowid LIMIT ? OFFSET ?`,
  );
  for (let from = 0; from < layer.rowCount; from += BATCH_ROWS) {
    signal?.throwIfAborted();
    const found = asDamage(fileName, () => read.raw(true).all(BATCH_ROWS, from));
    if (found.length === 0) return;
    onBytes?.(Math.round((byteCount * Math.min(layer.rowCount, from + found.length)) / layer.rowCount), byteCount);
    yield found.map(([shape, ...values], index) => ({ row: from + index + 1, cells: values.map(toCell), ...placeOfBlob(shape, toDegrees) }));
  }
}

function toCell(value: unknown): Cell {
  return Buffer.isBuffer(value) ? '' : (cellOf(value) ?? '');
}

/** A GeoPackage geometry: its own header (magic, flags, an envelope), then well-known binary. */
function placeOfBlob(blob: unknown, toDegrees: ToDegrees): Place {
  if (!Buffer.isBuffer(blob) || blob.length < 13 || blob.toString('latin1', 0, 2) !== 'GP') return {};
  const flags = blob.readUInt8(3);
  const isEmpty = (flags & 0x10) !== 0;
  const isExtended = (flags & 0x20) !== 0;
  const envelopeBytes = [0, 32, 48, 48, 64][(flags >> 1) & 7];
  return isEmpty || isExtended || envelopeBytes === undefined ? {} : placeOfWkb(blob, 8 + envelopeBytes, toDegrees);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
