import { ForeignFileError } from '../foreign-file-error.ts';
import { limits } from '../guard/limits.ts';
import { type Place, placeOf, toBoundary } from './boundaries.ts';
import type { ToDegrees } from './coordinate-system.ts';
import { groupRings } from './ring-groups.ts';

const HEADER_BYTES = 100;
const FILE_CODE = 9994;

export interface ShapefileHeader {
  readonly isPolygon: boolean;
  /** West, south, east, north in the file's own coordinates. */
  readonly box: readonly [number, number, number, number];
}

/** Source: ESRI Shapefile Technical Description, July 1998. Throws `file/damaged`. */
export function readShapefileHeader(shp: Buffer, fileName: string): ShapefileHeader {
  if (shp.length < HEADER_BYTES || shp.readInt32BE(0) !== FILE_CODE) throw new ForeignFileError('file/damaged', { fileName });
  const box = [36, 44, 52, 60].map((at) => shp.readDoubleLE(at));
  return { isPolygon: shp.readInt32LE(32) % 10 === 5, box: [box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0] };
}

/** The place of every shape in the order of the file: points and polygons; lines, and shapes that are broken or empty, have none. */
export function readShapes(shp: Buffer, toDegrees: ToDegrees, fileName: string): Place[] {
  const places: Place[] = [];
  let vertices = 0;
  let at = HEADER_BYTES;
  while (at + 8 <= shp.length) {
    const length = shp.readInt32BE(at + 4) * 2;
    const start = at + 8;
    if (length < 4 || start + length > shp.length) throw new ForeignFileError('file/damaged', { fileName, row: places.length + 1 });
    const shape = shp.subarray(start, start + length);
    vertices += length / 16;
    if (places.length >= limits.features || vertices > limits.vertices) throw new ForeignFileError('file/too-many-rows', { fileName, limit: limits.features });
    places.push(placeOfShape(shape, toDegrees));
    at = start + length;
  }
  return places;
}

/** Types by their last digit: 1 point, 3 line, 5 polygon, 8 several points; 1x with heights, 2x with measures. */
function placeOfShape(shape: Buffer, toDegrees: ToDegrees): Place {
  const type = shape.readInt32LE(0);
  if (type === 1 || type === 11 || type === 21) return shape.length < 20 ? {} : pointAt(shape, 4, toDegrees);
  if (type === 8 || type === 18 || type === 28) return shape.length < 56 || shape.readInt32LE(36) !== 1 ? {} : pointAt(shape, 40, toDegrees);
  if (type !== 5 && type !== 15 && type !== 25) return {};
  const rings = readRings(shape);
  return rings === null ? {} : placeOf(toBoundary(groupRings(rings), toDegrees));
}

function pointAt(shape: Buffer, at: number, toDegrees: ToDegrees): Place {
  return placeOf(null, toDegrees(shape.readDoubleLE(at), shape.readDoubleLE(at + 8)));
}

function readRings(shape: Buffer): number[][][] | null {
  if (shape.length < 44) return null;
  const partCount = shape.readInt32LE(36);
  const pointCount = shape.readInt32LE(40);
  const points = 44 + 4 * partCount;
  if (partCount < 1 || pointCount < 3 || points + 16 * pointCount > shape.length) return null;
  const rings: number[][][] = [];
  for (let part = 0; part < partCount; part++) {
    const from = shape.readInt32LE(44 + 4 * part);
    const to = part + 1 < partCount ? shape.readInt32LE(48 + 4 * part) : pointCount;
    if (from < 0 || to < from || to > pointCount) return null;
    const ring: number[][] = [];
    for (let i = from; i < to; i++) ring.push([shape.readDoubleLE(points + 16 * i), shape.readDoubleLE(points + 16 * i + 8)]);
    rings.push(ring);
  }
  return rings;
}
