import { booleanOpWithPolyTree, ClipType, FillRule, type Path64, type PolyPath64, PolyTree64 } from 'clipper2-ts';
import type { Boundary, PolygonRings, Position } from '#shared/domain/geometry.ts';
import { boundingBoxOf, polygonsOf } from '../areas/geodesy.ts';
import { refuse } from '../refuse.ts';
import { HexagonGrid, LocalMetres } from './hexagon-grid.ts';

export interface CityCell {
  readonly id: string;
  readonly column: number;
  readonly row: number;
  readonly boundary: Boundary;
}

/** A honeycomb over the city, in the order of rows and columns. */
export interface CityCells {
  readonly metres: LocalMetres;
  readonly grid: HexagonGrid;
  readonly cells: readonly CityCell[];
}

/** More cells say nothing on a map and take long to draw. */
const mostCells = 20_000;
/** Shares of a cell's surface: less in the city is no cell, more is a whole one (boundaries of neighbours rarely meet exactly). */
const leastShare = 0.001;
const wholeShare = 0.995;

/**
 * The cells that touch the city, cut at its edge. Each cell is put together from what lies of each area in it, so that the city's outline
 * is never computed as a whole. Refused as `maps/too-many-cells`.
 */
export function cellsOfCity(boundaries: readonly Boundary[], cellMetres: number): CityCells {
  const box = boundingBoxOf(boundaries) ?? { west: 0, east: 0, south: 0, north: 0 };
  // A round place, so that an area more or less rarely moves the honeycomb.
  const metres = new LocalMetres([Math.round(((box.west + box.east) / 2) * 50) / 50, Math.round(((box.south + box.north) / 2) * 50) / 50]);
  const grid = new HexagonGrid(cellMetres);
  const surface = ((metres.east(box.east) - metres.east(box.west)) * (metres.north(box.north) - metres.north(box.south))) / grid.surface;
  if (surface > mostCells * 4) refuse('maps/too-many-cells', { metres: cellMetres });
  const pieces = new Map<string, { column: number; row: number; parts: PolygonRings[]; surface: number }>();
  for (const boundary of boundaries) {
    for (const rings of polygonsOf(boundary)) {
      for (const piece of cutIntoCells(
        rings.map((ring) => ring.map((position) => metres.place(position))),
        grid,
      )) {
        const id = `${piece.column}:${piece.row}`;
        const entry = pieces.get(id) ?? { column: piece.column, row: piece.row, parts: [], surface: 0 };
        entry.parts.push(piece.rings);
        entry.surface += piece.surface;
        pieces.set(id, entry);
      }
    }
  }
  const cells = [...pieces]
    .filter(([, { surface: inside }]) => inside >= grid.surface * leastShare)
    .map(([id, { column, row, parts, surface: inside }]): CityCell => {
      const whole: PolygonRings = [closed(grid.corners(column, row))];
      const share = inside / grid.surface;
      // Pieces that are more than the cell lie over one another, and may well leave a part of it empty.
      const polygons = share >= wholeShare && share <= 2 - wholeShare ? [whole] : (joined(parts) ?? [whole]);
      return { id, column, row, boundary: boundaryOf(polygons, metres) };
    })
    .sort((a, b) => a.row - b.row || a.column - b.column);
  if (cells.length > mostCells) refuse('maps/too-many-cells', { metres: cellMetres });
  return { metres, grid, cells };
}

function boundaryOf(polygons: readonly PolygonRings[], metres: LocalMetres): Boundary {
  const degrees = polygons.map((rings) => rings.map((ring) => ring.map((position) => metres.degrees(position))));
  const [first] = degrees;
  return degrees.length === 1 && first ? { type: 'Polygon', coordinates: first } : { type: 'MultiPolygon', coordinates: degrees };
}

/** Clipping works on whole numbers: centimetres. */
const unitsPerMetre = 100;

/** The pieces as one shape; null where nothing is left of them. */
function joined(parts: readonly PolygonRings[]): PolygonRings[] | null {
  const tree = new PolyTree64();
  // Counting turns leaves holes out and joins what lies over one another, whatever way the rings were drawn.
  booleanOpWithPolyTree(ClipType.Union, parts.flatMap(pathsOf), null, tree, FillRule.Positive);
  const shape = polygonsIn(tree);
  return shape.length > 0 ? shape : null;
}

/** Outer rings run one way, holes the other. */
function pathsOf(rings: PolygonRings): Path64[] {
  return rings.map((ring, place) => {
    const path = ring.map(([x, y]) => ({ x: Math.round(x * unitsPerMetre), y: Math.round(y * unitsPerMetre) }));
    return surfaceOf(ring) > 0 === (place === 0) ? path : path.reverse();
  });
}

/** Each outer ring with its holes, also those that lie as islands within a hole. */
function polygonsIn(level: PolyPath64): PolygonRings[] {
  const polygons: PolygonRings[] = [];
  for (let place = 0; place < level.count; place += 1) {
    const outer = level.child(place);
    const rings = [ringOf(outer)];
    for (let hole = 0; hole < outer.count; hole += 1) {
      const inner = outer.child(hole);
      rings.push(ringOf(inner));
      polygons.push(...polygonsIn(inner));
    }
    polygons.push(rings);
  }
  return polygons;
}

function ringOf({ poly }: PolyPath64): Position[] {
  return closed((poly ?? []).map(({ x, y }): Position => [x / unitsPerMetre, y / unitsPerMetre]));
}

interface Piece {
  readonly column: number;
  readonly row: number;
  readonly rings: PolygonRings;
  readonly surface: number;
}

/** A polygon cut row by row, then cell by cell: a long coast is walked once a row, not once a cell. */
function* cutIntoCells(rings: PolygonRings, grid: HexagonGrid): Generator<Piece> {
  const outer = rings[0];
  if (!outer || outer.length < 3) return;
  const reach = grid.width / Math.sqrt(3);
  const { low, high } = rangeOf(outer, 1);
  for (let row = Math.ceil((low - reach) / grid.rowHeight); row <= Math.floor((high + reach) / grid.rowHeight); row += 1) {
    const middle = row * grid.rowHeight;
    const strip = rings.map((ring) => cutBy(cutBy(ring, [0, middle - reach], [0, 1]), [0, middle + reach], [0, -1])).filter((ring) => ring.length > 2);
    const first = strip[0];
    if (!first) continue;
    const span = rangeOf(first, 0);
    const shift = row % 2 === 0 ? 0 : 0.5;
    for (let column = Math.ceil(span.low / grid.width - shift - 0.5); column <= Math.floor(span.high / grid.width - shift + 0.5); column += 1) {
      const corners = grid.corners(column, row);
      const cut = strip.map((ring) => cutByCell(ring, corners)).filter((ring) => ring.length > 2);
      const surface = cut.reduce((sum, ring, place) => sum + (place === 0 ? 1 : -1) * Math.abs(surfaceOf(ring)), 0);
      if (surface > 0 && cut.length > 0) yield { column, row, rings: cut.map(closed), surface };
    }
  }
}

/** What of a ring lies in a convex cell whose corners run counter-clockwise (Sutherland & Hodgman 1974). */
function cutByCell(ring: readonly Position[], corners: readonly Position[]): Position[] {
  let left: Position[] = [...ring];
  for (let index = 0; index < corners.length && left.length > 0; index += 1) {
    const from = corners[index] ?? [0, 0];
    const to = corners[(index + 1) % corners.length] ?? [0, 0];
    left = cutBy(left, from, [from[1] - to[1], to[0] - from[0]]);
  }
  return left;
}

/** What of a ring lies on the side of a line that its normal points to. */
function cutBy(ring: readonly Position[], through: Position, normal: Position): Position[] {
  const side = ([x, y]: Position) => (x - through[0]) * normal[0] + (y - through[1]) * normal[1];
  const kept: Position[] = [];
  let before = ring.at(-1);
  if (!before) return kept;
  let sideBefore = side(before);
  for (const here of ring) {
    const sideHere = side(here);
    if (sideHere >= 0 !== sideBefore >= 0) {
      const share = sideBefore / (sideBefore - sideHere);
      kept.push([before[0] + (here[0] - before[0]) * share, before[1] + (here[1] - before[1]) * share]);
    }
    if (sideHere >= 0) kept.push(here);
    before = here;
    sideBefore = sideHere;
  }
  return kept;
}

function closed(ring: readonly Position[]): Position[] {
  const [first] = ring;
  const last = ring.at(-1);
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : [...ring];
}

function surfaceOf(ring: readonly Position[]): number {
  let sum = 0;
  let before = ring.at(-1) ?? [0, 0];
  for (const here of ring) {
    sum += before[0] * here[1] - here[0] * before[1];
    before = here;
  }
  return sum / 2;
}

function rangeOf(ring: readonly Position[], axis: 0 | 1): { low: number; high: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const position of ring) {
    low = Math.min(low, position[axis]);
    high = Math.max(high, position[axis]);
  }
  return { low, high };
}
