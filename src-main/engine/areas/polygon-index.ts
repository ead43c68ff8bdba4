import type { Boundary } from '#shared/domain/geometry.ts';
import { boundingBoxOf, polygonsOf, surfaceKm2 } from './geodesy.ts';

export interface IndexedArea {
  readonly key: number;
  readonly boundary: Boundary;
}

/** One area's edges, sorted into horizontal bands, so that a point is compared with a handful of edges however long the boundary. */
interface Shape {
  readonly key: number;
  readonly surface: number;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly bandCount: number;
  readonly bandHeight: number;
  /** Where each band starts in `edges`, in edges. */
  readonly starts: Uint32Array;
  /** x1, y1, x2, y2 of each edge, repeated in every band that it crosses. */
  readonly edges: Float64Array;
}

const edgesPerBand = 4;
const mostBands = 1024;
const mostGridCells = 256;

/**
 * Which area of one layer holds a point. Areas are looked up in a grid of their bounding boxes, then by ray casting (even-odd, so
 * holes and parts need no care). Where areas overlap the smallest one wins: in real files an overlap is nearly always a small
 * neighbourhood drawn inside a larger one, and the smaller is the more exact answer.
 */
export class PolygonIndex {
  readonly #shapes: readonly Shape[];
  readonly #byKey: ReadonlyMap<number, Shape>;
  readonly #west: number;
  readonly #south: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #cellWidth: number;
  readonly #cellHeight: number;
  /** For each cell the shapes whose box touches it, smallest surface first. */
  readonly #cellStarts: Uint32Array;
  readonly #cellShapes: Uint32Array;

  constructor(areas: readonly IndexedArea[]) {
    this.#shapes = areas.flatMap((area) => shapeOf(area) ?? []).sort((a, b) => a.surface - b.surface || a.key - b.key);
    this.#byKey = new Map(this.#shapes.map((shape) => [shape.key, shape]));
    const west = Math.min(...this.#shapes.map((shape) => shape.west));
    const south = Math.min(...this.#shapes.map((shape) => shape.south));
    const east = Math.max(...this.#shapes.map((shape) => shape.east));
    const north = Math.max(...this.#shapes.map((shape) => shape.north));
    const side = Math.max(1, Math.min(mostGridCells, Math.ceil(Math.sqrt(this.#shapes.length) * 2)));
    this.#west = west;
    this.#south = south;
    this.#columns = side;
    this.#rows = side;
    this.#cellWidth = (east - west) / side || 1;
    this.#cellHeight = (north - south) / side || 1;
    const cells: number[][] = Array.from({ length: side * side }, () => []);
    this.#shapes.forEach((shape, index) => {
      for (let row = this.#rowAt(shape.south); row <= this.#rowAt(shape.north); row++) {
        for (let column = this.#columnAt(shape.west); column <= this.#columnAt(shape.east); column++) cells[row * side + column]?.push(index);
      }
    });
    this.#cellStarts = new Uint32Array(cells.length + 1);
    cells.forEach((cell, i) => {
      this.#cellStarts[i + 1] = (this.#cellStarts[i] ?? 0) + cell.length;
    });
    this.#cellShapes = Uint32Array.from(cells.flat());
  }

  get isEmpty(): boolean {
    return this.#shapes.length === 0;
  }

  /** Key of the smallest area that holds the point, or 0. */
  keyAt(longitude: number, latitude: number): number {
    if (this.#shapes.length === 0) return 0;
    const column = Math.floor((longitude - this.#west) / this.#cellWidth);
    const row = Math.floor((latitude - this.#south) / this.#cellHeight);
    // A point on the east or north rim falls one cell beyond the last.
    if (!(column >= 0 && row >= 0 && column <= this.#columns && row <= this.#rows)) return 0;
    const cell = Math.min(row, this.#rows - 1) * this.#columns + Math.min(column, this.#columns - 1);
    const end = this.#cellStarts[cell + 1] ?? 0;
    for (let i = this.#cellStarts[cell] ?? 0; i < end; i++) {
      const shape = this.#shapes[this.#cellShapes[i] ?? 0];
      if (shape && holds(shape, longitude, latitude)) return shape.key;
    }
    return 0;
  }

  /** Whether one area holds the point, even where a smaller one lies over it. */
  holds(key: number, longitude: number, latitude: number): boolean {
    const shape = this.#byKey.get(key);
    return shape !== undefined && holds(shape, longitude, latitude);
  }

  has(key: number): boolean {
    return this.#byKey.has(key);
  }

  #columnAt(longitude: number): number {
    return Math.max(0, Math.min(this.#columns - 1, Math.floor((longitude - this.#west) / this.#cellWidth)));
  }

  #rowAt(latitude: number): number {
    return Math.max(0, Math.min(this.#rows - 1, Math.floor((latitude - this.#south) / this.#cellHeight)));
  }
}

function shapeOf(area: IndexedArea): Shape | null {
  const box = boundingBoxOf([area.boundary]);
  if (!box) return null;
  const all: number[] = [];
  for (const rings of polygonsOf(area.boundary)) {
    for (const ring of rings) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [ax, ay] = ring[i] ?? [0, 0];
        const [bx, by] = ring[j] ?? [0, 0];
        // Horizontal edges are never crossed by a horizontal ray.
        if (ay !== by) all.push(ax, ay, bx, by);
      }
    }
  }
  const edgeCount = all.length / 4;
  const bandCount = Math.max(1, Math.min(mostBands, Math.ceil(edgeCount / edgesPerBand)));
  const bandHeight = (box.north - box.south) / bandCount || 1;
  const bandAt = (latitude: number) => Math.max(0, Math.min(bandCount - 1, Math.floor((latitude - box.south) / bandHeight)));
  const bands: number[][] = Array.from({ length: bandCount }, () => []);
  for (let e = 0; e < edgeCount; e++) {
    const a = all[e * 4 + 1] ?? 0;
    const b = all[e * 4 + 3] ?? 0;
    for (let band = bandAt(Math.min(a, b)); band <= bandAt(Math.max(a, b)); band++) bands[band]?.push(e);
  }
  const starts = new Uint32Array(bandCount + 1);
  bands.forEach((band, i) => {
    starts[i + 1] = (starts[i] ?? 0) + band.length;
  });
  const edges = new Float64Array((starts[bandCount] ?? 0) * 4);
  bands.flat().forEach((e, i) => {
    edges.set(all.slice(e * 4, e * 4 + 4), i * 4);
  });
  return { key: area.key, surface: surfaceKm2(area.boundary), ...box, bandCount, bandHeight, starts, edges };
}

function holds(shape: Shape, x: number, y: number): boolean {
  if (x < shape.west || x > shape.east || y < shape.south || y > shape.north) return false;
  const band = Math.max(0, Math.min(shape.bandCount - 1, Math.floor((y - shape.south) / shape.bandHeight)));
  const { edges, starts } = shape;
  const end = (starts[band + 1] ?? 0) * 4;
  let inside = false;
  for (let i = (starts[band] ?? 0) * 4; i < end; i += 4) {
    const y1 = edges[i + 1] as number;
    const y2 = edges[i + 3] as number;
    if (y1 > y !== y2 > y) {
      const x1 = edges[i] as number;
      if (x < x1 + ((y - y1) * ((edges[i + 2] as number) - x1)) / (y2 - y1)) inside = !inside;
    }
  }
  return inside;
}
