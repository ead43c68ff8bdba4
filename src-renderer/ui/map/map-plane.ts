/// <reference path="./polylabel.d.ts" />
import polylabel from 'polylabel';
import type { Boundary, BoundaryCollection, PolygonRings, Position } from '#shared/domain/geometry.ts';

/** The longer side of the city on the plane. Web Mercator, moved and scaled so that numbers stay short and exact. */
const planeSize = 1000;
const equatorMetres = 40_075_016.686;
/** Beyond this latitude Web Mercator runs off to infinity. */
const lastLatitude = 85.05;

export interface PlaneBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PlaneArea {
  readonly areaId: string;
  readonly name: string;
  readonly polygons: readonly PolygonRings[];
  readonly box: PlaneBox;
  /** Where a name stands: inside the largest part, as far from its edge as can be; `radius` is that distance. */
  readonly label: { readonly x: number; readonly y: number; readonly radius: number; readonly width: number };
}

/** Boundaries on a flat sheet, y downwards, with what is needed to go back to degrees and metres. */
export interface MapPlane {
  readonly areas: readonly PlaneArea[];
  readonly width: number;
  readonly height: number;
  /** Plane units of the whole world's width. */
  readonly unitsPerWorld: number;
  readonly originX: number;
  readonly originY: number;
  readonly metresPerUnit: number;
}

/** How the plane stands on the screen: `screen = plane × scale + shift`, in CSS pixels. */
export interface PlaneView {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** Degrees to Web Mercator, the world being 1 wide and 1 high. */
export function toMercator([longitude, latitude]: Position): Position {
  const sine = Math.sin((Math.max(-lastLatitude, Math.min(lastLatitude, latitude)) * Math.PI) / 180);
  return [(longitude + 180) / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

export function toDegrees([x, y]: Position): Position {
  return [x * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}

/** Where the plane lies on the world; shapes laid on the same frame fit over one another. */
export type PlaneFrame = Omit<MapPlane, 'areas'>;

/**
 * Lays boundaries on a plane, their own or that of another map. Planar on purpose: the winding of rings in city files cannot be trusted.
 * Cells need no names: without them the place of a label is the middle of the box.
 */
export function layOnPlane(boundaries: BoundaryCollection, options: { frame?: PlaneFrame; withNames?: boolean } = {}): MapPlane {
  const mercator = boundaries.features.map((feature) => ({
    feature,
    polygons: polygonsOf(feature.geometry).map((rings) => rings.map((ring) => ring.map(toMercator))),
  }));
  const frame = options.frame ?? frameOf(boxOf(mercator.flatMap(({ polygons }) => polygons.flatMap((rings) => rings[0] ?? []))));
  const { originX, originY, unitsPerWorld } = frame;
  const place = ([x, y]: Position): Position => [(x - originX) * unitsPerWorld, (y - originY) * unitsPerWorld];
  const labelOf = options.withNames === false ? middlePlace : labelPlace;
  return {
    ...frame,
    areas: mercator.map(({ feature, polygons }) => {
      const placed = polygons.map((rings) => rings.map((ring) => ring.map(place)));
      const { areaId, name } = feature.properties;
      return { areaId, name, polygons: placed, box: boxOf(placed.flatMap((rings) => rings[0] ?? [])), label: labelOf(placed) };
    }),
  };
}

function frameOf(world: PlaneBox): PlaneFrame {
  const longest = Math.max(world.right - world.left, world.bottom - world.top) || 1e-6;
  const unitsPerWorld = planeSize / longest;
  const middleLatitude = toDegrees([0, (world.top + world.bottom) / 2])[1];
  return {
    width: (world.right - world.left) * unitsPerWorld,
    height: (world.bottom - world.top) * unitsPerWorld,
    unitsPerWorld,
    originX: world.left,
    originY: world.top,
    metresPerUnit: (equatorMetres * Math.cos((middleLatitude * Math.PI) / 180)) / unitsPerWorld,
  };
}

/** A point of the plane in degrees. */
export function degreesOnPlane(frame: PlaneFrame, { x, y }: { x: number; y: number }): Position {
  return toDegrees([x / frame.unitsPerWorld + frame.originX, y / frame.unitsPerWorld + frame.originY]);
}

/** The area that holds a point of the plane; undefined outside of all. */
export function areaAt(plane: MapPlane, x: number, y: number): PlaneArea | undefined {
  return plane.areas.find(
    ({ box, polygons }) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom && polygons.some((rings) => isInside(rings, x, y)),
  );
}

/** Even-odd, so that holes need no care. */
function isInside(rings: PolygonRings, x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i] ?? [0, 0];
      const [bx, by] = ring[j] ?? [0, 0];
      if (ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay)) inside = !inside;
    }
  }
  return inside;
}

/** The view that shows all of a box (the whole plane by default) inside a frame, with a margin. */
export function fitView(plane: PlaneFrame, frame: { width: number; height: number }, margin = 20, box?: PlaneBox): PlaneView {
  const { left, top, right, bottom } = box ?? { left: 0, top: 0, right: plane.width, bottom: plane.height };
  const wide = Math.max(right - left, 1e-6);
  const high = Math.max(bottom - top, 1e-6);
  const scale = Math.min(Math.max(frame.width - 2 * margin, 20) / wide, Math.max(frame.height - 2 * margin, 20) / high);
  return { scale, x: frame.width / 2 - ((left + right) / 2) * scale, y: frame.height / 2 - ((top + bottom) / 2) * scale };
}

/** A round length of at most `longestPx` pixels: 1, 2 or 5 times a power of ten, in metres. */
export function scaleBarOf(plane: PlaneFrame, view: PlaneView, longestPx: number): { metres: number; pixels: number } {
  const metresPerPixel = plane.metresPerUnit / view.scale;
  const longest = longestPx * metresPerPixel;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= longest) ?? power;
  return { metres, pixels: metres / metresPerPixel };
}

function polygonsOf(boundary: Boundary): PolygonRings[] {
  return boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates;
}

function boxOf(positions: readonly Position[]): PlaneBox {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const [x, y] of positions) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return positions.length === 0 ? { left: 0, top: 0, right: 0, bottom: 0 } : { left, top, right, bottom };
}

function middlePlace(polygons: readonly PolygonRings[]): PlaneArea['label'] {
  const { left, right, top, bottom } = boxOf(polygons.flatMap((rings) => rings[0] ?? []));
  return { x: (left + right) / 2, y: (top + bottom) / 2, radius: 0, width: right - left };
}

function labelPlace(polygons: readonly PolygonRings[]): PlaneArea['label'] {
  let largest: PolygonRings = [];
  let largestBox = boxOf([]);
  for (const rings of polygons) {
    const box = boxOf(rings[0] ?? []);
    if ((box.right - box.left) * (box.bottom - box.top) >= (largestBox.right - largestBox.left) * (largestBox.bottom - largestBox.top)) {
      largest = rings;
      largestBox = box;
    }
  }
  if (largest.length === 0) return { x: 0, y: 0, radius: 0, width: 0 };
  const point = polylabel(largest, planeSize / 400);
  const width = largestBox.right - largestBox.left;
  // Too small for a name; its middle still tells where it is.
  if (!point.distance) return { x: (largestBox.left + largestBox.right) / 2, y: (largestBox.top + largestBox.bottom) / 2, radius: 0, width };
  return { x: point[0] ?? 0, y: point[1] ?? 0, radius: point.distance, width };
}
