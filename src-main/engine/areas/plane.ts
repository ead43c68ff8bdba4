import { area, type Paths64, type Point64 } from 'clipper2-ts';
import type { Boundary, Position } from '#shared/domain/geometry.ts';
import { polygonsOf } from './geodesy.ts';

/** Kilometres of a degree of latitude, and of longitude on the equator (WGS 84, mean). */
const latitudeKm = 110.574;
const longitudeKm = 111.32;
/** Clipping works on whole numbers: centimetres. */
const unitsPerKm = 100_000;

/**
 * Boundaries of one city as whole numbers on a plane, true in surface to about a thousandth within a degree of its centre. Shares and
 * differences of surfaces are what it is for; an area's own surface is told by `surfaceKm2`.
 */
export class CityPlane {
  readonly #west: number;
  readonly #south: number;
  readonly #perLongitude: number;

  constructor(box: { readonly west: number; readonly south: number; readonly north: number }) {
    this.#west = box.west;
    this.#south = box.south;
    this.#perLongitude = longitudeKm * Math.cos((((box.south + box.north) / 2) * Math.PI) / 180) * unitsPerKm;
  }

  pathsOf(boundary: Boundary): Paths64 {
    return polygonsOf(boundary).flatMap((rings) => rings.map((ring) => ring.map((position) => this.#pointOf(position))));
  }

  positionOf({ x, y }: Point64): Position {
    return [x / this.#perLongitude + this.#west, y / (latitudeKm * unitsPerKm) + this.#south];
  }

  #pointOf([longitude, latitude]: Position): Point64 {
    return { x: Math.round((longitude - this.#west) * this.#perLongitude), y: Math.round((latitude - this.#south) * latitudeKm * unitsPerKm) };
  }
}

/** Surface of paths whose holes run the other way round, in km². */
export function pathsKm2(paths: Paths64): number {
  return paths.reduce((sum, path) => sum + area(path), 0) / unitsPerKm ** 2;
}

/** Smallest box around paths, in the plane's units; null without a point. */
export function boxOfPaths(paths: Paths64): { minX: number; minY: number; maxX: number; maxY: number } | null {
  const box = { minX: Number.POSITIVE_INFINITY, minY: Number.POSITIVE_INFINITY, maxX: Number.NEGATIVE_INFINITY, maxY: Number.NEGATIVE_INFINITY };
  for (const path of paths) {
    for (const { x, y } of path) {
      box.minX = Math.min(box.minX, x);
      box.minY = Math.min(box.minY, y);
      box.maxX = Math.max(box.maxX, x);
      box.maxY = Math.max(box.maxY, y);
    }
  }
  return Number.isFinite(box.minX) ? box : null;
}
