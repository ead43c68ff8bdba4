import { islet, lagoon, outline, type Point, river } from './geography.ts';
import { distance, distanceToStretch, isInside, relax } from './plane.ts';
import type { Chance } from './random.ts';

/** Small cells that the city is put together from; where none of the areas may be, `isLand` is false. */
export interface Cells {
  readonly sites: readonly Point[];
  readonly isLand: readonly boolean[];
  readonly isIslet: readonly boolean[];
  /** Sites at a shore or the river, which stand closer than the others. */
  readonly isShore: readonly boolean[];
  /** The river as it really bends: no area reaches across. */
  readonly river: readonly Point[];
}

const shoreStep = 0.11;
/** Sites stand in pairs on both sides of a shore, so that the border between their cells runs along it. */
const shoreOffset = 0.03;

/** Sites in pairs along shores and river, and freely in between, denser in the old town than in the hills. */
export function createCells(chance: Chance): Cells {
  const shore = outline.flatMap(({ kind, points }) => densify(points, kind === 'wild' ? 0.13 : kind === 'limit' ? 0.05 : 0, chance).slice(0, -1));
  const isletShore = rounded(densify(close(islet), 0.12, chance).slice(0, -1));
  const lagoonShore = rounded(densify(close(lagoon), 0.1, chance).slice(0, -1));
  const bends = densify(river, 0.12, chance);
  const isLandAt = (point: Point) => (isInside(shore, point) && !isInside(lagoonShore, point)) || isInside(isletShore, point);
  const lines = [close(shore), close(isletShore), close(lagoonShore), bends];
  const sites: Point[] = lines.flatMap(pairsAlong);
  const shoreCount = sites.length;
  // A wide frame keeps every land cell finite.
  sites.push(
    ...[-14, -7, 0, 7, 14].flatMap((x): Point[] => [
      [x, -12],
      [x, 13],
    ]),
    ...[-5, 2, 8].flatMap((y): Point[] => [
      [-15, y],
      [15, y],
    ]),
  );
  scatter(sites, lines, chance);
  return {
    sites,
    isLand: sites.map(isLandAt),
    isIslet: sites.map((site) => isInside(isletShore, site)),
    isShore: sites.map((_, index) => index < shoreCount),
    river: bends,
  };
}

const close = (ring: readonly Point[]): Point[] => [...ring, ...ring.slice(0, 1)];

/** Takes the corners off a ring. */
function rounded(ring: readonly Point[]): Point[] {
  const thrice = [...ring, ...ring, ...ring];
  return relax(thrice, 6).slice(ring.length, 2 * ring.length);
}

/** Splits a line into short pieces; each split moves sideways by up to `wildness` of the piece's length. */
function densify(points: readonly Point[], wildness: number, chance: Chance): Point[] {
  return points.flatMap((a, index) => {
    const b = points[index + 1];
    return b ? split(a, b, wildness, chance).slice(0, -1) : [a];
  });
}

function split(a: Point, b: Point, wildness: number, chance: Chance): Point[] {
  if (distance(a, b) <= shoreStep) return [a, b];
  const shift = wildness * chance.between(-1, 1);
  const between: Point = [(a[0] + b[0]) / 2 - shift * (b[1] - a[1]), (a[1] + b[1]) / 2 + shift * (b[0] - a[0])];
  return [...split(a, between, wildness, chance).slice(0, -1), ...split(between, b, wildness, chance)];
}

function pairsAlong(line: readonly Point[]): Point[] {
  return line.flatMap((a, index): Point[] => {
    const b = line[index + 1];
    if (!b) return [];
    const length = distance(a, b);
    const offset = Math.min(shoreOffset, length / 3) / length;
    const aside = ([x, y]: Point, sign: number): Point => [x - sign * offset * (b[1] - a[1]), y + sign * offset * (b[0] - a[0])];
    const between: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    return [aside(between, 1), aside(between, -1)];
  });
}

/** Throws points at the map and keeps those that are not too close to another one or to a shore. */
function scatter(sites: Point[], lines: readonly (readonly Point[])[], chance: Chance): void {
  const stretches = lines.flatMap((line) => line.slice(1).map((b, index) => [line[index] ?? b, b] as const));
  for (let misses = 0; misses < 1500; ) {
    const point: Point = [chance.between(-8, 8.6), chance.between(-5.2, 7)];
    const gap = 0.14 + 0.018 * Math.hypot(point[0], point[1] - 1.5);
    const isFree = sites.every((site) => distance(site, point) > gap) && stretches.every(([a, b]) => distanceToStretch(point, a, b) > 0.1);
    if (isFree) {
      sites.push(point);
      misses = 0;
    } else misses += 1;
  }
}
