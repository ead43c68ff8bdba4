import type { Neighbours } from './getis-ord.ts';

/** Version of the arithmetic below, kept with every figure. */
export const cellGridVersion = '1';

export const cellShapes = ['hexagon', 'square'] as const;
export type CellShape = (typeof cellShapes)[number];

/**
 * A plane in metres laid out in equal cells. `size` is the distance between the centres of neighbouring cells (for squares the side, for
 * hexagons the width across the flats). Cells are named by column and row: squares by ⌊x/size⌋ and ⌊y/size⌋, hexagons (corner up) by axial
 * coordinates (Patel, Hexagonal Grids).
 */
export interface CellGrid {
  readonly shape: CellShape;
  readonly size: number;
}

const half = 2 ** 25;
const width = 2 ** 26;

/** One whole number per cell, so that cells can be keys of a map; columns and rows within ±33 million. */
export function cellKey(column: number, row: number): number {
  return (column + half) * width + (row + half);
}
export function cellOf(key: number): { column: number; row: number } {
  const column = Math.floor(key / width);
  return { column: column - half, row: key - column * width - half };
}

/** The cell that a point lies in; on a border it belongs to just one of them. */
export function cellAt({ shape, size }: CellGrid, x: number, y: number): number {
  if (shape === 'square') return cellKey(Math.floor(x / size), Math.floor(y / size));
  const side = size / Math.sqrt(3);
  const q = (Math.sqrt(3) / 3) * (x / side) - y / side / 3;
  const r = ((2 / 3) * y) / side;
  // Rounding in three coordinates that sum to zero; the one rounded furthest gives way.
  let column = Math.round(q);
  let row = Math.round(r);
  const third = Math.round(-q - r);
  const [dq, dr, ds] = [Math.abs(column - q), Math.abs(row - r), Math.abs(third + q + r)];
  if (dq > dr && dq > ds) column = -row - third;
  else if (dr > ds) row = -column - third;
  return cellKey(column, row);
}

export function cellCentre({ shape, size }: CellGrid, key: number): [x: number, y: number] {
  const { column, row } = cellOf(key);
  return shape === 'square' ? [(column + 0.5) * size, (row + 0.5) * size] : [size * (column + row / 2), size * row * (Math.sqrt(3) / 2)];
}

/** Corners in order, the first not repeated. */
export function cellCorners(grid: CellGrid, key: number): [x: number, y: number][] {
  const [x, y] = cellCentre(grid, key);
  if (grid.shape === 'square') {
    const reach = grid.size / 2;
    return [
      [x - reach, y - reach],
      [x + reach, y - reach],
      [x + reach, y + reach],
      [x - reach, y + reach],
    ];
  }
  const side = grid.size / Math.sqrt(3);
  return Array.from({ length: 6 }, (_, corner) => {
    const angle = Math.PI / 6 + (corner * Math.PI) / 3;
    return [x + side * Math.cos(angle), y + side * Math.sin(angle)];
  });
}

/** Surface of a cell, m². */
export function cellSurface({ shape, size }: CellGrid): number {
  return shape === 'square' ? size * size : (Math.sqrt(3) / 2) * size * size;
}

const squareSteps = [-1, 0, 1].flatMap((across) => [-1, 0, 1].map((up) => [across, up] as const)).filter(([across, up]) => across !== 0 || up !== 0);
const hexagonSteps = [
  [1, 0],
  [1, -1],
  [0, -1],
  [-1, 0],
  [-1, 1],
  [0, 1],
] as const;

/** Cells that touch this one: eight of a square (edges and corners), six of a hexagon. */
export function cellsAround({ shape }: CellGrid, key: number): number[] {
  const { column, row } = cellOf(key);
  return (shape === 'square' ? squareSteps : hexagonSteps).map(([across, up]) => cellKey(column + across, row + up));
}

/** Neighbours of each of these cells among them. */
export function gridNeighbours(grid: CellGrid, keys: ArrayLike<number>): Neighbours {
  const positions = new Map<number, number>();
  for (let i = 0; i < keys.length; i += 1) positions.set(keys[i] ?? 0, i);
  const starts = new Int32Array(keys.length + 1);
  const list: number[] = [];
  for (let i = 0; i < keys.length; i += 1) {
    for (const key of cellsAround(grid, keys[i] ?? 0)) {
      const position = positions.get(key);
      if (position !== undefined) list.push(position);
    }
    starts[i + 1] = list.length;
  }
  return { starts, list: Int32Array.from(list) };
}

/** Lists of neighbours by place made flat. */
export function flatNeighbours(lists: readonly (readonly number[])[]): Neighbours {
  const starts = new Int32Array(lists.length + 1);
  for (const [i, list] of lists.entries()) starts[i + 1] = (starts[i] ?? 0) + list.length;
  return { starts, list: Int32Array.from(lists.flat()) };
}
