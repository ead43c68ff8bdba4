import type { Boundary, Position } from '#shared/domain/geometry.ts';
import { boundingBoxOf, polygonsOf } from '../areas/geodesy.ts';
import { cornerWeights, type GridRing } from './corner-weights.ts';

export interface OutlineWish {
  readonly id: string;
  readonly boundary: Boundary;
  /** Where its name or tick goes. */
  readonly label: Position | null;
}
export interface Outlines {
  readonly width: number;
  readonly height: number;
  readonly areas: readonly { readonly id: string; readonly path: string; readonly x: number; readonly y: number }[];
}

/** The longer side of the drawing, in steps: fine enough for a phone, and no coordinate has more than three figures. */
const longestSide = 720;
/** All paths together (characters): beside them a page of 30 kB has its styles, the list of areas and the squares that are tapped. */
export const mostPathCharacters = 8_000;
const rounds = 14;

/**
 * Outlines for a small page: on a grid of whole steps, corners that matter least left out until all paths are short enough. Neighbours keep the same corners of
 * the border they share, so no gaps open between them. Null where there is nothing to draw.
 */
export function drawOutlines(wishes: readonly OutlineWish[], most = mostPathCharacters): Outlines | null {
  const box = boundingBoxOf(wishes.map(({ boundary }) => boundary));
  if (!box) return null;
  const place = projection(box);
  const rings = wishes.map(({ boundary }) => largestFirst(polygonsOf(boundary).flatMap((polygon) => polygon.map((ring) => onGrid(ring, place)))));
  const weights = cornerWeights(rings.flat());
  const draw = (least: number) => rings.map((own) => pathOf(own, weights, least));
  const { width, height } = place;
  const paths = shortEnough(draw, most);
  const areas = wishes.map(({ id, label }, index) => {
    const [x, y] = label ? place.of(label) : (rings[index]?.[0]?.[0] ?? [0, 0]);
    return { id, path: paths[index] ?? '', x, y };
  });
  return { width, height, areas };
}

/** Flat enough over one city: degrees of longitude shrink by the cosine of the middle latitude. */
function projection({ west, south, east, north }: { west: number; south: number; east: number; north: number }) {
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [wide, high] = [Math.max((east - west) * shrink, 1e-9), Math.max(north - south, 1e-9)];
  const scale = longestSide / Math.max(wide, high);
  const of = ([longitude, latitude]: Position): [number, number] => [Math.round((longitude - west) * shrink * scale), Math.round((north - latitude) * scale)];
  return { width: Math.max(1, Math.ceil(wide * scale)), height: Math.max(1, Math.ceil(high * scale)), of };
}

/** Without the closing corner, and without corners that fall on the one before. */
function onGrid(ring: readonly Position[], place: { of(position: Position): [number, number] }): GridRing {
  const corners: [number, number][] = [];
  for (const position of ring) {
    const corner = place.of(position);
    const last = corners.at(-1);
    if (!last || last[0] !== corner[0] || last[1] !== corner[1]) corners.push(corner);
  }
  const [first, last] = [corners[0], corners.at(-1)];
  if (corners.length > 1 && first && last && first[0] === last[0] && first[1] === last[1]) corners.pop();
  return corners;
}

function largestFirst(rings: readonly GridRing[]): GridRing[] {
  return [...rings].sort((one, other) => Math.abs(surfaceOf(other)) - Math.abs(surfaceOf(one)));
}

function surfaceOf(ring: GridRing): number {
  let twice = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[j] ?? [0, 0];
    const [bx, by] = ring[i] ?? [0, 0];
    twice += ax * by - bx * ay;
  }
  return twice / 2;
}

/** Halves the interval of weights, on a scale of powers, until the paths just fit. */
function shortEnough(draw: (least: number) => string[], most: number): string[] {
  const lengthOf = (paths: readonly string[]) => paths.reduce((sum, path) => sum + path.length, 0);
  let best = draw(0);
  if (lengthOf(best) <= most) return best;
  let [low, high] = [-4, 20];
  best = draw(2 ** high);
  for (let round = 0; round < rounds; round++) {
    const middle = (low + high) / 2;
    const paths = draw(2 ** middle);
    if (lengthOf(paths) <= most) {
      best = paths;
      high = middle;
    } else low = middle;
  }
  return best;
}

/** Islands and holes too small for what is left out go; the largest ring stays whatever happens, with three corners at least. */
function pathOf(rings: readonly GridRing[], weights: ReadonlyMap<string, number>, least: number): string {
  return rings
    .map((ring, index) => {
      const kept = ring.filter(([x, y]) => (weights.get(`${x},${y}`) ?? 0) >= least);
      if (index > 0 && (kept.length < 3 || Math.abs(surfaceOf(kept)) < Math.max(2, least))) return '';
      return ringPath(kept.length >= 3 ? kept : heaviest(ring, weights));
    })
    .join('');
}

/** The three corners that matter most, in their order. */
function heaviest(ring: GridRing, weights: ReadonlyMap<string, number>): GridRing {
  const weightOf = ([x, y]: readonly [number, number]) => weights.get(`${x},${y}`) ?? 0;
  const places = ring.map((_, place) => place).sort((one, other) => weightOf(ring[other] ?? [0, 0]) - weightOf(ring[one] ?? [0, 0]) || one - other);
  return places
    .slice(0, 3)
    .sort((one, other) => one - other)
    .map((place) => ring[place] ?? [0, 0]);
}

/** From corner to corner by what changes; a minus serves as the blank before it. */
function ringPath(ring: GridRing): string {
  const [first, ...others] = ring;
  if (!first) return '';
  let [x, y] = first;
  let path = `M${x}${pair(y)}`;
  for (const [index, [nextX, nextY]] of others.entries()) {
    path += `${index === 0 ? 'l' : ''}${index === 0 ? nextX - x : pair(nextX - x)}${pair(nextY - y)}`;
    [x, y] = [nextX, nextY];
  }
  return `${path}z`;
}

function pair(value: number): string {
  return value < 0 ? `${value}` : ` ${value}`;
}
