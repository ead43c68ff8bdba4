import type { RecipePatch } from '#shared/domain/recipes.ts';
import { ForeignFileError } from '../foreign-file-error.ts';
import { type Cell, type ForeignRow, type ForeignTable, plainTable } from '../foreign-table.ts';
import type { GuardedZip } from '../guard/zip-guard.ts';
import { readDbase } from '../tables/dbase.ts';
import { tableOfRows } from '../tables/rows-in-memory.ts';
import type { Place } from './boundaries.ts';
import { systemOfDefinition, systemOfText, wgs84 } from './coordinate-system.ts';
import { type FoundSystem, toldSystem } from './found-system.ts';
import { readShapefileHeader, readShapes } from './shapefile-shapes.ts';

interface Layer {
  readonly name: string;
  readonly shp: string;
  readonly dbf: string | null;
  readonly prj: string | null;
  readonly cpg: string | null;
}

/** The shapefiles in a ZIP, by the names of their .shp. */
export function listShapefiles(names: readonly string[]): Layer[] {
  const own = names.filter((name) => !/(?:^|\/)(?:__MACOSX\/|\._)/.test(name));
  const beside = (shp: string, ending: string) => own.find((name) => name.toLowerCase() === `${shp.slice(0, -3).toLowerCase()}${ending}`) ?? null;
  return own
    .filter((name) => /\.shp$/i.test(name))
    .map((shp) => ({
      name: shp.slice(shp.lastIndexOf('/') + 1, -4),
      shp,
      dbf: beside(shp, 'dbf'),
      prj: beside(shp, 'prj'),
      cpg: beside(shp, 'cpg'),
    }));
}

/**
 * Opens a zipped shapefile; several in one ZIP are its sheets, the largest with areas is the default. Without a .prj the positions must be degrees.
 * Throws `file/damaged`, `file/coordinate-system-unknown`, `file/no-such-sheet`.
 */
export async function openShapefile(
  zip: GuardedZip,
  file: { readonly fileName: string; readonly byteCount: number; readonly sha256: string },
  patch: RecipePatch,
): Promise<ForeignTable> {
  const { fileName } = file;
  const layers = listShapefiles(zip.names);
  const { layer, shp, box } = await chooseLayer(zip, layers, patch.sheet ?? null, fileName);
  const found = await systemOf(zip, layer, box, patch.coordinateSystem ?? null, fileName);
  const places = readShapes(shp, found.system.toDegrees, fileName);
  const table =
    layer.dbf === null ? null : readDbase(await zip.read(layer.dbf), fileName, layer.cpg === null ? null : (await zip.read(layer.cpg)).toString('latin1'));
  const reading = { format: 'shapefile', encoding: table?.encoding ?? null, delimiter: null, sheet: layer.name, headerRow: null } as const;
  const columns = table?.columns ?? ['column 1'];
  return tableOfRows({
    ...file,
    ...plainTable,
    ...toldSystem(found),
    reading,
    sheets: layers.map(({ name }) => name),
    columns,
    rows: joinRows(places, table?.rows ?? null, columns.length),
  });
}

/** Shape and record go by their place in the two files; a shape without a record keeps its number only, a deleted record takes its shape along. */
function joinRows(places: readonly Place[], records: readonly (readonly Cell[] | null)[] | null, width: number): ForeignRow[] {
  const rows: ForeignRow[] = [];
  for (const [index, place] of places.entries()) {
    const cells = records === null ? [index + 1] : records[index];
    if (cells === null) continue;
    rows.push({ row: index + 1, cells: cells ?? Array.from({ length: width }, () => ''), ...place });
  }
  return rows;
}

async function chooseLayer(zip: GuardedZip, layers: readonly Layer[], stated: string | null, fileName: string) {
  const wanted = stated === null ? layers : layers.filter(({ name }) => name === stated);
  let best: { layer: Layer; shp: Buffer; box: readonly number[]; weight: number } | null = null;
  for (const layer of wanted) {
    const shp = await zip.read(layer.shp);
    const { isPolygon, box } = readShapefileHeader(shp, fileName);
    const weight = shp.length * (isPolygon ? 1e9 : 1);
    if (weight > (best?.weight ?? 0)) best = { layer, shp, box, weight };
  }
  if (!best) throw new ForeignFileError('file/no-such-sheet', { fileName, sheet: stated ?? '', sheets: layers.map(({ name }) => name).join(', ') });
  return best;
}

async function systemOf(zip: GuardedZip, layer: Layer, box: readonly number[], stated: string | null, fileName: string): Promise<FoundSystem> {
  if (stated !== null) return { system: await systemOfText(stated, fileName), from: 'chosen' };
  if (layer.prj !== null) return { system: systemOfDefinition((await zip.read(layer.prj)).toString('utf8').trim(), fileName), from: 'file' };
  const [west = 0, south = 0, east = 0, north = 0] = box;
  if (west >= -180 && east <= 180 && south >= -90 && north <= 90) return { system: wgs84, from: 'values' };
  throw new ForeignFileError('file/coordinate-system-unknown', { fileName, system: '–' });
}
