import { Delaunay } from 'd3-delaunay';
import { type Cells, createCells } from './cells.ts';
import { areas, type Point } from './geography.ts';
import { cross, distance, relax, ringArea, simplify } from './plane.ts';
import type { Chance } from './random.ts';

/** Areas by their place in the list, as rings in kilometres. */
export interface CityMap {
  /** Outer rings and holes of a set of areas that count as one; rings closed. */
  ringsOf(areaIndexes: readonly number[]): Point[][];
  /** A point of an area, for something that happens there. */
  readonly sitesOf: readonly (readonly Point[])[];
}

/** The label of water and of the land beyond the city limits. */
const outside = -1;

export function createCityMap(chance: Chance): CityMap {
  const cells = createCells(chance);
  const delaunay = Delaunay.from(
    cells.sites,
    (site) => site[0],
    (site) => site[1],
  );
  const label = growAreas(cells, delaunay);
  const borders = traceBorders(delaunay, label);
  return {
    ringsOf: (areaIndexes) => assemble(borders, new Set(areaIndexes)),
    sitesOf: areas.map((_, index) => cells.sites.filter((_site, cell) => label[cell] === index)),
  };
}

/** Areas grow from their centres cell by cell, the nearest free cell first; they never cross the river or the water. */
function growAreas(cells: Cells, delaunay: Delaunay<Point>): number[] {
  const label = cells.sites.map(() => outside);
  const cost = cells.sites.map(() => Number.POSITIVE_INFINITY);
  const open: { cell: number; cost: number; area: number }[] = [];
  for (const [area, sketch] of areas.entries()) open.push({ cell: nearestLand(cells, sketch.at), cost: 0, area });
  const capeIndex = areas.findIndex((area) => area.name === 'Cabo Faro');
  for (let next = takeCheapest(open); next; next = takeCheapest(open)) {
    if (next.cost >= (cost[next.cell] ?? 0)) continue;
    cost[next.cell] = next.cost;
    label[next.cell] = next.area;
    const from = cells.sites[next.cell] as Point;
    for (const cell of delaunay.neighbors(next.cell)) {
      const to = cells.sites[cell] as Point;
      if (!cells.isLand[cell] || cells.isIslet[cell] || crossesRiver(cells.river, from, to)) continue;
      // Along a shore the cells are narrow and straight: without a toll areas would creep along it.
      const toll = cells.isShore[next.cell] && cells.isShore[cell] ? 1.4 : 1;
      const step = next.cost + toll * distance(from, to) * hilliness(to);
      if (step < (cost[cell] ?? 0)) open.push({ cell, cost: step, area: next.area });
    }
  }
  return label.map((area, cell) => (cells.isIslet[cell] ? capeIndex : area));
}

function takeCheapest(open: { cell: number; cost: number; area: number }[]) {
  let best = 0;
  for (let index = 1; index < open.length; index += 1) if ((open[index]?.cost ?? 0) < (open[best]?.cost ?? 0)) best = index;
  return open.splice(best, 1)[0];
}

function nearestLand(cells: Cells, at: Point): number {
  let best = -1;
  for (const [cell, site] of cells.sites.entries()) {
    if (!cells.isLand[cell] || cells.isIslet[cell]) continue;
    if (best < 0 || distance(site, at) < distance(cells.sites[best] as Point, at)) best = cell;
  }
  return best;
}

const crossesRiver = (river: readonly Point[], from: Point, to: Point): boolean =>
  river.some((point, index) => {
    const next = river[index + 1];
    return next !== undefined && cross(from, to, point, next);
  });

/** A smooth field that bends borders away from the straight line half-way between two centres. */
const hilliness = ([x, y]: Point): number => 1 + 0.28 * Math.sin(1.7 * x + 0.6 * y) * Math.cos(1.3 * y - 0.5 * x) + 0.16 * Math.sin(3.1 * y + 2.2 * x);

/** One directed piece of border with its area on the left. Corners are the circumcentres of the triangulation: shared, so borders are exact. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
}
interface Borders {
  readonly pieces: readonly Piece[];
  /** Smoothed course of the border through a chain of corners; the same points whichever side asks. */
  course(corners: readonly number[], isShore: boolean): Point[];
  /** True where three labels meet: no course runs through it. */
  isJunction(corner: number): boolean;
}

function traceBorders(delaunay: Delaunay<Point>, label: readonly number[]): Borders {
  const { triangles, halfedges } = delaunay;
  const centres = delaunay.voronoi([-16, -13, 16, 14]).circumcenters;
  const corner = (index: number): Point => [centres[2 * index] as number, centres[2 * index + 1] as number];
  const pieces: Piece[] = [];
  const degree = new Map<number, number>();
  for (const [edge, twin] of halfedges.entries()) {
    if (twin < edge) continue;
    const here = label[triangles[edge] as number] ?? outside;
    const there = label[triangles[edge % 3 === 2 ? edge - 2 : edge + 1] as number] ?? outside;
    if (here === there) continue;
    const from = Math.floor(edge / 3);
    const to = Math.floor(twin / 3);
    for (const end of [from, to]) degree.set(end, (degree.get(end) ?? 0) + 1);
    // Triangles run clockwise (y up), so going over an edge to the next triangle keeps the edge's start on the left.
    pieces.push({ from, to, left: here, right: there }, { from: to, to: from, left: there, right: here });
  }
  const courses = new Map<string, Point[]>();
  return {
    pieces,
    isJunction: (index) => degree.get(index) !== 2,
    course: (corners, isShore) => {
      const isTurned = (corners[0] ?? 0) > (corners.at(-1) ?? 0) || (corners[0] === corners.at(-1) && (corners[1] ?? 0) > (corners.at(-2) ?? 0));
      const chain = isTurned ? corners.toReversed() : [...corners];
      const key = chain.join(' ');
      const line = courses.get(key) ?? simplify(relax(chain.map(corner), isShore ? 0 : 3), isShore ? 0.012 : 0.03);
      courses.set(key, line);
      return isTurned ? line.toReversed() : line;
    },
  };
}

/** Rings around a set of areas, put together from whole courses so that neighbours get the very same points. */
function assemble(borders: Borders, members: ReadonlySet<number>): Point[][] {
  const onward = new Map<number, Piece[]>();
  for (const piece of borders.pieces) {
    if (!members.has(piece.left) || members.has(piece.right)) continue;
    onward.set(piece.from, [...(onward.get(piece.from) ?? []), piece]);
  }
  const rings: Point[][] = [];
  for (const [start, waiting] of onward) {
    while (waiting.length > 0) {
      const loop: Piece[] = [];
      for (let piece = waiting.shift(); piece; piece = piece.to === start ? undefined : onward.get(piece.to)?.shift()) loop.push(piece);
      rings.push(smoothLoop(borders, loop));
    }
  }
  return rings.filter((ring) => ring.length > 3).sort((a, b) => ringArea(b) - ringArea(a));
}

function smoothLoop(borders: Borders, loop: readonly Piece[]): Point[] {
  const firstJunction = Math.max(
    0,
    loop.findIndex((piece) => borders.isJunction(piece.from)),
  );
  const turned = [...loop.slice(firstJunction), ...loop.slice(0, firstJunction)];
  const ring: Point[] = [];
  let chain: Piece[] = [];
  for (const [index, piece] of turned.entries()) {
    chain.push(piece);
    if (index < turned.length - 1 && !borders.isJunction(piece.to)) continue;
    const corners = [chain[0]?.from ?? piece.from, ...chain.map((link) => link.to)];
    ring.push(...borders.course(corners, piece.right === outside).slice(ring.length === 0 ? 0 : 1));
    chain = [];
  }
  return ring;
}
